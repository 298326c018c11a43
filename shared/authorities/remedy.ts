import { day as dayFrom, type Day } from '../kernel/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { settledValue } from '../law/parameters.ts';
import type { Sourced } from '../law/status.ts';
import type { AuthorityKind, AuthorityOnDay } from './authority.ts';

/** Klage before the court, or Widerspruch to the authority itself. */
export type Remedy = 'courtAction' | 'objection';

/** Which remedy is open against the notices of one kind of authority, between two days, both included. */
export interface RemedyRule extends Sourced {
  readonly kind: AuthorityKind;
  readonly remedy: Remedy;
  /** Who decides on it, in German. */
  readonly decidedBy: string;
  readonly validFrom: Day;
  readonly validUntil?: Day;
  /** What is to be checked before the portal issues real notices of this kind. */
  readonly question: string;
}

const VWGO_IN_FORCE = dayFrom('1960-04-01');
const SUCCESSOR_OF_AZG =
  'The AZG was replaced by the LOG on 2026-01-01; its successor rule and the AGVwGO Bln were not read.';

export const REMEDIES: readonly RemedyRule[] = [
  {
    kind: 'senate',
    remedy: 'courtAction',
    decidedBy: 'Verwaltungsgericht Berlin',
    validFrom: VWGO_IN_FORCE,
    norm: '§ 68(1) S. 2 Nr. 1, § 74(1) S. 2 VwGO',
    source: 'VwGO, text of March 2022; the address of the court is common knowledge',
    status: 'general',
    question: 'Is the address of the court still right, and has a law of Berlin ordered an objection here?',
  },
  {
    kind: 'district',
    remedy: 'objection',
    decidedBy: 'Bezirksamt oder das von ihm benannte Mitglied, soweit es den Bescheid nicht selbst erlassen hat',
    validFrom: VWGO_IN_FORCE,
    norm: '§§ 68(1), 70(1) VwGO, § 27(1) Buchst. b AZG',
    source: 'VwGO, text of March 2022; AZG in an older edition',
    status: 'verified-older',
    question: SUCCESSOR_OF_AZG,
  },
  {
    kind: 'agency',
    remedy: 'objection',
    decidedBy: 'Leitung der Behörde oder die von ihr benannte Stelle',
    validFrom: VWGO_IN_FORCE,
    norm: '§§ 68(1), 70(1) VwGO, § 27(1) Buchst. a AZG',
    source: 'VwGO, text of March 2022; AZG in an older edition',
    status: 'verified-older',
    question: SUCCESSOR_OF_AZG,
  },
  {
    kind: 'delegate',
    remedy: 'objection',
    decidedBy: 'zuständige Senatsverwaltung',
    validFrom: VWGO_IN_FORCE,
    norm: '§§ 68(1), 70(1) VwGO, § 44(3) LHO',
    source: 'VwGO, text of March 2022; LHO, edition of 2011',
    status: 'verified-older',
    question: 'Does § 44(3) LHO still let the department decide on objections?',
  },
];

/** The court for all authorities of Berlin; its seat is part of the instruction (§ 58(1) VwGO). */
export const ADMINISTRATIVE_COURT = {
  name: 'Verwaltungsgericht Berlin',
  street: 'Kirchstraße 7',
  postcode: '10557',
  town: 'Berlin',
} as const;

/**
 * § 70(1) VwGO as it stands since 1 January 2024: all forms, since an incomplete list can cost a year. Not part of the instruction: additions to it that turn out wrong make the period a year.
 */
const FORM_OF_OBJECTION =
  'Der Widerspruch ist schriftlich, in elektronischer Form nach § 3a Absatz 2 des ' +
  'Verwaltungsverfahrensgesetzes, schriftformersetzend nach § 3a Absatz 3 des Verwaltungsverfahrensgesetzes und ' +
  '§ 9a Absatz 5 des Onlinezugangsgesetzes oder zur Niederschrift bei der Behörde zu erheben. ' +
  'Eine einfache E-Mail genügt nicht.';

/** What a notice must say about the remedy (Rechtsbehelfsbelehrung § 37(6) VwVfG), in binding German. */
export interface RemedyInstruction extends Sourced {
  readonly remedy: Remedy;
  /** The whole instruction, one sentence, to be printed unchanged under the heading "Rechtsbehelfsbelehrung". */
  readonly text: string;
  /** The period from delivery, in months. The text says it in words. */
  readonly months: number;
  /** Printed elsewhere in the notice, among the hints; undefined where there is nothing to say. */
  readonly information: string | undefined;
  readonly decidedBy: string;
  readonly question: string;
}

const at = ({ street, postcode, town }: { street: string; postcode: string; town: string }): string =>
  `${street}, ${postcode} ${town}`;

const textOf = (remedy: Remedy, authority: AuthorityOnDay): string =>
  remedy === 'courtAction'
    ? `Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage beim ${ADMINISTRATIVE_COURT.name}, ${at(ADMINISTRATIVE_COURT)}, erhoben werden.`
    : `Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch bei ${authority.nameInDative}, ${at(authority)}, erhoben werden.`;

/**
 * The remedy against a notice that the authority issues on that day. Refused where the table has no entry for its kind:
 * a guessed instruction would leave the notice open to attack for a year (§ 58(2) VwGO).
 */
export const remedyInstruction = (
  authority: AuthorityOnDay,
  day: Day,
  table: readonly RemedyRule[] = REMEDIES,
): Result<RemedyInstruction, 'remedy-unknown'> => {
  const rule = table.find(
    ({ kind, validFrom, validUntil, status }) =>
      kind === authority.kind &&
      validFrom <= day &&
      (validUntil === undefined || day <= validUntil) &&
      status !== 'unknown',
  );
  if (rule === undefined) return refuse('remedy-unknown');
  const { remedy, decidedBy, norm, source, status, question } = rule;
  return ok({
    remedy,
    text: textOf(remedy, authority),
    months: settledValue('remedy.period', day),
    information: remedy === 'objection' ? FORM_OF_OBJECTION : undefined,
    decidedBy,
    norm,
    source,
    status,
    question,
  });
};
