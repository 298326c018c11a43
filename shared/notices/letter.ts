import { formatDay, yearOf } from '../kernel/day.ts';
import { paragraph, typed, type Block, type Item, type LetterHead, type NoticeContent, type Text } from './content.ts';
import type { DecisionFacts } from './decision.ts';
import { bind, longDay, prose, quoted, sentences } from './wording.ts';

/** The parts of the letter that every notice has around its sections. */
type Frame = Pick<NoticeContent, 'head' | 'reference' | 'opening' | 'signature' | 'running'>;

/** What every letter says in its head, whatever it decides. */
export type LetterFacts = Pick<DecisionFacts, 'authority' | 'addressee' | 'caseNumber' | 'day' | 'signer'>;

export const headOf = ({ authority, addressee, caseNumber, day, signer }: LetterFacts): LetterHead => ({
  authority: authority.name,
  ...(authority.unit === undefined ? {} : { unit: authority.unit }),
  street: authority.street,
  town: `${authority.postcode} ${authority.town}`,
  mail: authority.mail,
  addressee: [addressee.name, addressee.street, `${addressee.postcode} ${addressee.town}`.trim()].filter(
    (line) => line !== '',
  ),
  details: [
    { label: 'Geschäftszeichen', text: caseNumber },
    { label: 'Bearbeitung', text: authority.unit ?? signer.name },
    { label: 'E-Mail', text: authority.mail },
    { label: 'Ort, Datum', text: `${authority.town}, ${longDay(day)}` },
  ],
});

/** `für das Vorhaben „…“` in project funding; in institutional funding the body as such is funded. */
export const forWhat = ({ fundingMode, title }: DecisionFacts): Text =>
  fundingMode === 'project'
    ? prose`für das Vorhaben ${quoted(title)}`
    : prose`zur Finanzierung Ihrer Einrichtung (${quoted(title)})`;

export const SIGNATURE_NOTE = prose`Dieser Bescheid wurde elektronisch erstellt. Er enthält die Namenswiedergabe nach § 37 Abs. 3 Satz 1 VwVfG und ist ohne Unterschrift wirksam.`;

export const frameOf = (facts: DecisionFacts): Frame => ({
  head: headOf(facts),
  reference: [
    prose`Ihr Antrag vom ${longDay(facts.submittedOn)} ${forWhat(facts)}`,
    prose`Förderprogramm: ${typed(facts.programme.name)}`,
  ],
  opening: [
    prose`Sehr geehrte Damen und Herren,`,
    prose`auf Ihren Antrag vom ${longDay(facts.submittedOn)} ergeht der folgende Bescheid.`,
  ],
  signature: { closing: 'Im Auftrag', name: facts.signer.name, role: facts.signer.function, note: SIGNATURE_NOTE },
  running: { left: `Geschäftszeichen ${facts.caseNumber}`, right: `Bescheid vom ${formatDay(facts.day)}` },
});

/** The officer's paragraphs as they were written, each line break kept. */
export const reasonParagraphs = ({ reasons }: Pick<DecisionFacts, 'reasons'>): Block[] =>
  reasons.map((reason) => paragraph([typed(reason)]));

/** The legal frame of every decision on a grant: no claim, discretion, within the budget. */
export const legalFrame = ({ programme }: DecisionFacts): Text =>
  prose`Rechtsgrundlagen sind die §§ 23 und 44 der Landeshaushaltsordnung (LHO), die Ausführungsvorschriften zu § 44 LHO und die Förderbestimmungen ${quoted(programme.guideline)}. Auf die Gewährung einer Zuwendung besteht kein Rechtsanspruch; die Bewilligungsbehörde entscheidet nach pflichtgemäßem Ermessen im Rahmen der verfügbaren Haushaltsmittel.`;

/** Where the money comes from, and for which budget years; said of a grant only. */
export const budgetPlace = ({ programme, approvalPeriod: { from, to } }: DecisionFacts): Text => {
  const [first, last] = [yearOf(from), yearOf(to)];
  const years = first === last ? `das Haushaltsjahr ${first}` : `die Haushaltsjahre ${first} bis ${last}`;
  return prose`Die Zuwendung wird für ${years} aus Kapitel ${typed(programme.budgetChapter)} Titel ${typed(programme.budgetTitle)} des Haushaltsplans von Berlin geleistet, soweit dort Mittel zur Verfügung stehen.`;
};

/** What Art. 13 GDPR asks to be told, in short, and where the rest stands. */
export const dataProtection = ({ kind, authority, privacyAddress }: DecisionFacts): Item => ({
  name: 'Datenschutz',
  text: sentences(
    prose`Verantwortlich für die Verarbeitung Ihrer Angaben ist ${typed(authority.name)}, ${typed(authority.street)}, ${typed(authority.postcode)} ${typed(authority.town)}; die oder den behördlichen Datenschutzbeauftragten erreichen Sie unter derselben Anschrift. Die Angaben werden zur Bearbeitung des Antrags${kind === 'grant' ? ' und zur Prüfung der Verwendung der Zuwendung' : ''} verarbeitet (Art. 6 Abs. 1 Buchst. e DSGVO i. V. m. § 3 BlnDSG) und so lange aufbewahrt, wie es dafür und für die Prüfung durch den Rechnungshof erforderlich ist. Sie haben nach den Art. 15 bis 21 DSGVO das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Widerspruch und können sich bei der Berliner Beauftragten für Datenschutz und Informationsfreiheit beschweren.`,
    privacyAddress === undefined ? undefined : prose`Ausführlich: ${typed(privacyAddress)}`,
  ),
});

/** Information on the form stands here and never in the instruction, which further conditions would spoil. */
export const remedyForm = ({ remedy }: Pick<DecisionFacts, 'remedy'>): Item[] =>
  remedy.form === undefined || remedy.form === ''
    ? []
    : [{ name: 'Form des Rechtsbehelfs', text: [bind(remedy.form)] }];

export const languageNote = ({ readingAidLanguage }: DecisionFacts): Item[] =>
  readingAidLanguage === undefined
    ? []
    : [
        {
          name: 'Lesehilfe',
          text: prose`Diesem Bescheid ist eine Lesehilfe beigefügt (Sprache: ${readingAidLanguage}). Nur die deutsche Fassung ist rechtlich verbindlich (§ 23 Abs. 1 VwVfG).`,
        },
      ];

/** The instruction and nothing else. */
export const remedySection = ({ remedy }: Pick<DecisionFacts, 'remedy'>): NoticeContent['sections'][number] => ({
  heading: 'Rechtsbehelfsbelehrung',
  blocks: [{ kind: 'remedy', text: [remedy.text] }],
});
