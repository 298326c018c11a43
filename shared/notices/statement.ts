import type { StatementView } from '../compensation/wire.ts';
import { cents, formatCents } from '../kernel/cents.ts';
import { formatDay, type Day } from '../kernel/day.ts';
import { list, paragraph, typed, type Block, type Grid, type Item, type SheetContent } from './content.ts';
import { cited, euros, longDay, prose } from './wording.ts';
import { ownOf } from '../kernel/own.ts';
import type { Status } from '../law/status.ts';

/** What was paid to one person in one calendar year (Jahresaufstellung), as it stood on `day`. */
export interface StatementFacts extends StatementView {
  readonly day: Day;
  /** The authorities that paid, as they are called on that day; before anything was paid, those of the person's bodies. */
  readonly payers: readonly string[];
  readonly address?: { readonly street: string; readonly postcode: string; readonly town: string };
}

type Limit = StatementView['limits'][number];

const lines = ({ lines: paid, feesCents, expensesCents, totalCents }: StatementFacts): Grid => ({
  kind: 'grid',
  size: 8.5,
  columns: [
    { head: 'Sitzung am', align: 'left', width: 'auto' },
    { head: 'Gremium', align: 'left', width: 3 },
    { head: 'Rechtsgrundlage', align: 'left', width: 2 },
    { head: 'Geschäftszeichen', align: 'left', width: 'auto' },
    { head: 'Ausgezahlt am', align: 'left', width: 'auto' },
    { head: 'Sitzungsgeld (Euro)', align: 'right', width: 'auto' },
    { head: 'Auslagen (Euro)', align: 'right', width: 'auto' },
    { head: 'Zusammen (Euro)', align: 'right', width: 'auto' },
  ],
  rows: paid.map((line) => [
    formatDay(line.on),
    typed(line.bodyName),
    cited(line.legalBasis),
    line.caseNumber,
    formatDay(line.paidOn),
    formatCents(line.feeCents),
    formatCents(line.expensesCents),
    formatCents(cents(line.feeCents + line.expensesCents)),
  ]),
  sum: ['Summe', '', '', '', '', formatCents(feesCents), formatCents(expensesCents), formatCents(totalCents)],
});

/** What each amount of the law is, in German; one that is not listed is named by its norm alone. */
const LIMIT_NAMES: Readonly<Record<string, string>> = {
  'tax.volunteerAllowance': 'Jahresbetrag für nebenberufliche ehrenamtliche Tätigkeiten',
  'tax.instructorAllowance': 'Jahresbetrag für nebenberufliche Tätigkeiten als Übungsleitung und vergleichbare',
  'tax.publicFundsPerMonth': 'Zwölf Monatsbeträge für Aufwandsentschädigungen aus öffentlichen Kassen',
  'tax.reportingThreshold': 'Jahresbetrag, ab dem Behörden Zahlungen an die Finanzverwaltung mitteilen',
};

const STATUS: Readonly<Record<Status, string>> = {
  verified: 'geprüft',
  'verified-older': 'in einer älteren Fassung geprüft',
  secondary: 'in einer Zusammenfassung gelesen, nicht in der Vorschrift selbst',
  general: 'allgemein bekannt, noch nicht geprüft',
  unknown: 'derzeit nicht bekannt',
};

const limitRow = ({ key, cents: amount, norm, status }: Limit): string[] => [
  ownOf(LIMIT_NAMES, key) ?? cited(norm),
  cited(norm),
  amount === undefined || status === 'unknown' ? 'nicht bekannt' : formatCents(amount),
  STATUS[status],
];

const limits = ({ limits: known }: StatementFacts): Grid => ({
  kind: 'grid',
  size: 8.5,
  columns: [
    { head: 'Betrag aus dem Gesetz', align: 'left', width: 3 },
    { head: 'Norm', align: 'left', width: 2 },
    { head: 'Euro', align: 'right', width: 'auto' },
    { head: 'Stand der Angabe', align: 'left', width: 2 },
  ],
  rows: known.map(limitRow),
});

const NOTES: readonly Item[] = [
  {
    name: 'Keine steuerliche Auskunft',
    text: prose`Diese Aufstellung nennt, was im Kalenderjahr ausgezahlt wurde. Sie sagt nicht, ob und in welcher Höhe die Beträge zu versteuern sind. Das hängt von Ihren gesamten Einnahmen und Tätigkeiten ab und ist von Ihnen selbst zu beurteilen; Auskunft geben das Finanzamt und die steuerberatenden Berufe.`,
  },
  {
    name: 'Vorschriften, die in Betracht kommen',
    text: prose`Für Aufwandsentschädigungen aus öffentlichen Kassen § 3 Nr. 12 Satz 2 EStG mit R 3.12 LStR, für nebenberufliche Tätigkeiten § 3 Nr. 26 und Nr. 26a EStG, für erstattete Fahrkosten aus öffentlichen Kassen § 3 Nr. 13 EStG. § 3 Nr. 26a EStG ist ausgeschlossen, wenn für dieselbe Tätigkeit Nr. 12 oder Nr. 26 angewandt wird. Beträge, die Zeitverlust oder Verdienstausfall ersetzen, fallen nicht unter § 3 Nr. 12 Satz 2 EStG.`,
  },
  {
    name: 'Mehrere Gremien',
    text: prose`Mehrere Tätigkeiten für dieselbe Körperschaft werden zusammengerechnet (R 3.12 Abs. 3 Satz 6 LStR). Die Bezirke sind keine eigenen Körperschaften; nach hiesigem Verständnis zählen deshalb alle Gremien des Landes Berlin zusammen. Das ist nicht amtlich bestätigt.`,
  },
  {
    name: 'Mitteilung an die Finanzverwaltung',
    text: prose`Behörden müssen Zahlungen an natürliche Personen unter den Voraussetzungen der §§ 2 und 7 der Mitteilungsverordnung der Finanzverwaltung mitteilen. Ob das auf Sie zutrifft, wird Ihnen gesondert mitgeteilt (§§ 11 und 12 der Mitteilungsverordnung).`,
  },
];

const paidLines = (facts: StatementFacts): Block[] =>
  facts.lines.length === 0
    ? [paragraph(prose`Im Jahr ${String(facts.year)} wurde bis zum ${longDay(facts.day)} nichts ausgezahlt.`)]
    : [lines(facts)];

const ABOUT = 'Ehrenamtliche Tätigkeit in Beiräten und Gremien';

/** Who paid answers for the statement; the Land itself is no authority. */
const issuerOf = ({ payers }: StatementFacts): SheetContent['issuer'] => {
  const [first, ...more] = payers;
  return first === undefined ? [ABOUT] : [first, ...more, ABOUT];
};

/** Jahresaufstellung: what was paid, on which basis, and what to know about taxes; information, never a promise. */
export const statementSheet = (facts: StatementFacts): SheetContent => {
  const { year, name, day, address, totalCents } = facts;
  return {
    title: `Jahresaufstellung ${year} über ausgezahlte Aufwandsentschädigungen`,
    issuer: issuerOf(facts),
    details: [
      { label: 'Für', text: typed(name) },
      ...(address === undefined
        ? []
        : [{ label: 'Anschrift', text: typed(`${address.street}, ${address.postcode} ${address.town}`) }]),
      { label: 'Stand', text: longDay(day) },
    ],
    subject: [`Jahresaufstellung ${year} über ausgezahlte Aufwandsentschädigungen`],
    opening: [
      prose`Vom 1. Januar bis zum 31. Dezember ${String(year)} wurden Ihnen nach dem Stand vom ${longDay(day)} zusammen ${{ strong: euros(totalCents) }} ausgezahlt. Maßgeblich ist der Wertstellungstag der Belastung auf dem Konto der Kasse, nicht der Tag der Sitzung.`,
    ],
    sections: [
      { heading: 'Ausgezahlte Beträge', blocks: paidLines(facts) },
      {
        heading: 'Hinweise zur Steuer',
        blocks: [list(NOTES), ...(facts.limits.length === 0 ? [] : [limits(facts)])],
      },
    ],
    running: { left: `Jahresaufstellung ${year}`, right: `Stand ${formatDay(day)}` },
  };
};
