import type { WithheldGround } from './entry.ts';

/**
 * Registers and marks of the city's list that only legal persons stand under. Source: domain rules 5.3 (1), policy; the
 * registers: § 21 BGB (VR), HRV (HRB), GenG (GnR); the city's own marks: Körperschaft, Anstalt, Stiftung öffentlichen Rechts,
 * Stiftung privaten Rechts, Eigenbetrieb. Weak, so that they name nobody: HRA (merchants and partnerships), `NR` (most likely
 * "nicht registriert": running numbers, to be confirmed by the city), and whatever else stands there.
 */
const STRONG_REGISTERS: ReadonlySet<string> = new Set(['VR', 'HRB', 'GNR', 'KÖR', 'AÖR', 'SÖR', 'SPR', 'EB']);

/** Whether a register number as published (`VR_013127`) shows that its bearer is a legal person. */
export const isStrongRegister = (registerId: string | undefined): boolean => {
  const [, register, number] = /^(\p{L}+)[_ :-]*(\d+)/u.exec(registerId ?? '') ?? [];
  return register !== undefined && Number(number) > 0 && STRONG_REGISTERS.has(register.toUpperCase());
};

/** Whole words, as `\b` does not know umlauts. */
const whole = (words: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);

/**
 * Legal forms that stand in a name, as whole words. Not complete: of whoever is not recognised the form is unknown.
 * Source: domain rules 5.3 (1), policy; general knowledge of legal forms.
 */
const FORMS: readonly RegExp[] = [
  whole('e\\. ?[VG]|eingetragener Verein|g?GmbH|mit beschränkter Haftung|eingetragene Genossenschaft', 'iu'),
  // Often written without a space before them, and in these capitals in no person's name.
  /GmbH|mbH(?!\p{L})/u,
  whole('Aktiengesellschaft|UG|eG|K\\.? ?d\\.? ?ö\\.? ?R|A\\.? ?ö\\.? ?R|S\\.? ?d\\.? ?ö\\.? ?R', 'u'),
  // At the end, since "AG Kiezkultur" is a working group.
  /(?<![\p{L}\p{N}])(?:AG|SE|KGaA)(?=\s*(?:$|[,;(/–-]|& Co))/u,
  whole('(?:Körperschaft|Anstalt|Stiftung) (?:des )?(?:öffentlichen|bürgerlichen|privaten) Rechts', 'iu'),
  whole('(?:[\\p{L}\\p{N}.&]+-)*\\p{L}*stiftung', 'iu'),
  whole('\\p{L}+universität|Universität(?:smedizin)?|\\p{L}*hochschule|Deutsche Forschungsgemeinschaft', 'iu'),
  whole('(?:Handwerks|Handels|Ärzte|Zahnärzte|Rechtsanwalts|Architekten|Apotheker)kammer', 'iu'),
  whole('(?:Kirchen|Pfarr|Kultus|Synagogen)gemeinden?|Jüdische Gemeinde|Kirchenkreis\\p{L}*|Bistum|Erzbistum', 'iu'),
  whole('(?:Evangelische|Katholische|Griechisch-Orthodoxe|Russisch-Orthodoxe) Kirche', 'iu'),
  /^(?:Bezirksamt|BA \p{Lu}|Senatsverwaltung|Senatskanzlei|SenStadt|Land Berlin|Charité|Berliner Verkehrsbetriebe)/u,
];

/** Sole traders, partnerships without legal personality, associations that are not registered, natural persons (domain rules 5.3). */
const NEVER: readonly RegExp[] = [
  whole('GbR|Gesellschaft(?:en)? (?:des )?bürgerlichen Rechts|natürlichen? Person(?:en)?|Einzelperson(?:en)?', 'iu'),
  whole('e\\. ?(?:K|Kfm|Kfr|Kff)|eingetragener? Kauf(?:mann|frau)|Einzelunternehmen|Inh|Inhaber(?:in)?|OHG', 'iu'),
  whole('n\\. ?e\\. ?V|nicht(?:[ -]?eingetragener?| rechtsfähiger?) Verein', 'iu'),
];

/** A Kommanditgesellschaft is no legal person (§ 161 HGB), and bears its owner's name, unless a company stands for it. */
const PARTNERSHIP = /.(?<![\p{L}\p{N}])KG(?![\p{L}\p{N}])/u;

export const hasLegalForm = (name: string): boolean => FORMS.some((form) => form.test(name));

/**
 * Why the public may not read the name, or undefined where it may: only whom strong evidence shows to be a legal person
 * (domain rules 5.3, after CJEU C-92/09). No evidence is a ground of its own, since it says nothing about the recipient.
 */
export const withheldGround = (name: string, registerId: string | undefined): WithheldGround | undefined => {
  const isKnown = hasLegalForm(name) || isStrongRegister(registerId);
  if ((PARTNERSHIP.test(name) && !isKnown) || NEVER.some((form) => form.test(name)) || /^GBR/i.test(registerId ?? '')) {
    return 'not-a-legal-person';
  }
  return isKnown ? undefined : 'legal-form-unknown';
};
