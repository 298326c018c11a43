import { formatDay } from '../kernel/day.ts';
import { paragraph, typed, type Block, type Item, type LetterHead, type NoticeContent, type Text } from './content.ts';
import type { DecisionFacts } from './decision.ts';
import { bind, longDay, prose, quoted } from './wording.ts';

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
  prose`Rechtsgrundlagen sind die §§ 23 und 44 der Landeshaushaltsordnung (LHO), die Ausführungsvorschriften zu § 44 LHO und die Förderbestimmungen „${typed(programme.guideline)}“. Die Mittel sind im Haushaltsplan von Berlin bei Kapitel ${typed(programme.budgetChapter)} Titel ${typed(programme.budgetTitle)} veranschlagt. Auf die Gewährung einer Zuwendung besteht kein Rechtsanspruch; die Bewilligungsbehörde entscheidet nach pflichtgemäßem Ermessen im Rahmen der verfügbaren Haushaltsmittel.`;

export const dataProtection: Item = {
  name: 'Datenschutz',
  text: prose`Ihre Angaben werden zur Bearbeitung des Antrags und zum Nachweis der Mittelverwendung verarbeitet (Art. 6 Abs. 1 Buchst. e DSGVO i. V. m. § 3 BlnDSG).`,
};

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
