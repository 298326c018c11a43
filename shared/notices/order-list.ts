import { formatCents, sum, type Cents } from '../kernel/cents.ts';
import { formatDay, type Day } from '../kernel/day.ts';
import type { RunId } from '../kernel/id.ts';
import { list, paragraph, typed, type Block, type Grid, type Item, type SheetContent, type Text } from './content.ts';
import type { IssuingAuthority } from './decision.ts';
import { amountInWords } from './number-words.ts';
import { euros, longDay, prose } from './wording.ts';

/** Who vouches for what: sachlich und rechnerisch richtig, Anordnung, Abschluss und Freigabe des Zahllaufs. */
export const ORDER_STEPS = ['certified', 'ordered', 'closed', 'released'] as const;

export interface OrderStep {
  readonly step: (typeof ORDER_STEPS)[number];
  readonly name: string;
  readonly on: Day;
}

/** Auszahlungsanordnung for a city that pays through its own budget system (§ 70 LHO): a run as a list for the cash office. */
export interface OrderListFacts {
  readonly run: RunId;
  /** The day on which the list was made. */
  readonly day: Day;
  /** Payment is due on this day. */
  readonly executionDay: Day;
  readonly authority: Pick<IssuingAuthority, 'name' | 'unit' | 'street' | 'postcode' | 'town' | 'mail'>;
  /** Haushaltsstelle; several where the run pays from several. */
  readonly budgets: readonly { readonly chapter: string; readonly title: string; readonly year: number }[];
  /** From which account it is paid; without spaces. */
  readonly payer?: { readonly name: string; readonly iban: string };
  readonly items: readonly OrderedItem[];
  /** As the run says; the list is not made where its lines say otherwise. */
  readonly count: number;
  readonly sumCents: Cents;
  readonly steps: readonly OrderStep[];
}

export interface OrderedItem {
  /** Account holder as the bank prints it. */
  readonly holder: string;
  /** Without spaces. */
  readonly iban: string;
  readonly cents: Cents;
  /** Remittance information (Verwendungszweck). */
  readonly purpose: string;
  /** The end-to-end id, from which the case follows. */
  readonly caseNumber: string;
  /** Who found it right in substance and figures, and who ordered it, by name (§ 70 LHO). */
  readonly certifiedBy?: string;
  readonly orderedBy?: readonly string[];
}

/** Why no list is made: an order to pay whose lines and totals differ could not be carried out. */
export const missingInOrderList = ({ items, count, sumCents }: OrderListFacts): readonly number[] =>
  items.length > 0 && items.length === count && sum(items.map(({ cents }) => cents)) === sumCents ? [] : [3];

const grouped = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00A0');

const items = ({ items: all, sumCents }: OrderListFacts): Grid => ({
  kind: 'grid',
  size: 8.5,
  columns: [
    { head: 'Nr.', align: 'right', width: 'auto' },
    { head: 'Empfänger (Kontoinhaber)', align: 'left', width: 3 },
    { head: 'IBAN', align: 'left', width: 'auto' },
    { head: 'Verwendungszweck', align: 'left', width: 4 },
    { head: 'Geschäftszeichen', align: 'left', width: 'auto' },
    { head: 'Betrag (Euro)', align: 'right', width: 'auto' },
  ],
  rows: all.map(({ holder, iban, purpose, caseNumber, cents }, index) => [
    String(index + 1),
    typed(holder),
    grouped(iban),
    typed(purpose),
    caseNumber,
    formatCents(cents),
  ]),
  sum: ['', 'Summe', '', '', '', formatCents(sumCents)],
});

/** `1–40, 42`, of numbers in rising order. */
const ranges = (numbers: readonly number[]): string => {
  const runs: { readonly from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
};

interface Vouched {
  readonly certifiedBy: string;
  readonly orderedBy: string;
}

const vouchedItems = ({ items: all }: OrderListFacts): (Vouched | undefined)[] =>
  all.map(({ certifiedBy, orderedBy = [] }) =>
    certifiedBy === undefined || orderedBy.length === 0 ? undefined : { certifiedBy, orderedBy: orderedBy.join('; ') },
  );

/** Of each payment its budget place and who certified and ordered it; payments of the same hands in one line. */
const byHands = (facts: OrderListFacts): Grid[] => {
  const groups = new Map<string, { readonly hands: Vouched; readonly numbers: number[] }>();
  for (const [index, hands] of vouchedItems(facts).entries()) {
    if (hands === undefined) continue;
    const key = JSON.stringify(hands);
    const group = groups.get(key) ?? { hands, numbers: [] };
    group.numbers.push(index + 1);
    groups.set(key, group);
  }
  const [budget] = facts.budgets;
  const place = facts.budgets.length === 1 ? `${budget!.chapter} ${budget!.title}, ${budget!.year}` : '';
  return groups.size === 0
    ? []
    : [
        {
          kind: 'grid',
          size: 8.5,
          columns: [
            { head: 'Nr.', align: 'left', width: 3 },
            { head: 'Haushaltsstelle, Jahr', align: 'left', width: 3 },
            { head: 'Sachlich und rechnerisch richtig', align: 'left', width: 4 },
            { head: 'Angeordnet', align: 'left', width: 4 },
          ],
          rows: [...groups.values()].map(({ hands, numbers }) => [
            ranges(numbers),
            typed(place),
            typed(hands.certifiedBy),
            typed(hands.orderedBy),
          ]),
        },
      ];
};

const VOUCHED: Readonly<Record<OrderStep['step'], { readonly name: string; readonly text: string }>> = {
  certified: { name: 'Sachlich und rechnerisch richtig', text: 'Festgestellt von' },
  ordered: { name: 'Angeordnet', text: 'Zur Auszahlung angeordnet von' },
  closed: { name: 'Zahllauf abgeschlossen', text: 'Liste und Summen geprüft und abgeschlossen von' },
  released: { name: 'Zahllauf freigegeben', text: 'Zur Ausführung freigegeben von' },
};

const vouched = ({ steps }: OrderListFacts): Item[] =>
  ORDER_STEPS.flatMap((step) => {
    const done = steps.filter((one) => one.step === step);
    if (done.length === 0) return [];
    const people = done.flatMap(({ name, on }, index): Text => [
      ...(index === 0 ? [] : ['; ']),
      ...prose`${typed(name)} am ${longDay(on)}`,
    ]);
    return [{ name: VOUCHED[step].name, text: [`${VOUCHED[step].text} `, ...people, '.'] }];
  });

/** Cases are certified and ordered one by one; a list that does not repeat it says where it stands. */
const elsewhere = (facts: OrderListFacts): Block[] => {
  const { steps } = facts;
  const isNamed = vouchedItems(facts).every((one) => one !== undefined);
  return isNamed || (steps.some(({ step }) => step === 'certified') && steps.some(({ step }) => step === 'ordered'))
    ? []
    : [
        paragraph(
          prose`Jeder Betrag wurde in seinem Vorgang von einer Person als sachlich und rechnerisch richtig festgestellt und von einer anderen zur Auszahlung angeordnet; Namen und Tage stehen dort unter dem Geschäftszeichen.`,
        ),
      ];
};

const isReleased = ({ steps }: OrderListFacts): boolean => steps.some(({ step }) => step === 'released');

const order = (facts: OrderListFacts): Text => {
  const amounts =
    facts.count === 1
      ? { ordered: 'den nachstehenden Betrag von', listed: 'einen Betrag von' }
      : {
          ordered: `die nachstehend aufgeführten ${facts.count} Beträge von zusammen`,
          listed: `${facts.count} Beträge von zusammen`,
        };
  return isReleased(facts)
    ? prose`Die Kasse wird angewiesen, ${amounts.ordered} ${{ strong: euros(facts.sumCents) }} (in Worten: ${amountInWords(facts.sumCents)}) zum ${longDay(facts.executionDay)} auszuzahlen.`
    : prose`${{ strong: 'Noch nicht freigegeben.' }} Diese Liste ist zur Prüfung bestimmt; nach ihr darf nicht ausgezahlt werden. Sie führt ${amounts.listed} ${{ strong: euros(facts.sumCents) }} (in Worten: ${amountInWords(facts.sumCents)}) zum ${longDay(facts.executionDay)} auf.`;
};

const budgetsOf = ({ budgets }: OrderListFacts): string =>
  budgets.map(({ chapter, title, year }) => `Kapitel ${chapter}, Titel ${title}, Haushaltsjahr ${year}`).join('; ');

/** Auszahlungsanordnung as a list: the head, the order in figures and words, who vouches, every payment. */
export const orderListSheet = (facts: OrderListFacts): SheetContent => {
  const { authority, run, day, payer } = facts;
  return {
    title: `Auszahlungsanordnung, Zahllauf ${run}`,
    issuer: [
      authority.name,
      ...(authority.unit === undefined ? [] : [authority.unit]),
      `${authority.street}, ${authority.postcode} ${authority.town}`,
    ],
    details: [
      { label: 'Zahllauf', text: run },
      { label: 'Erstellt am', text: longDay(day) },
      { label: 'Auszahlung zum', text: longDay(facts.executionDay) },
      ...(facts.budgets.length === 0 ? [] : [{ label: 'Haushaltsstelle', text: typed(budgetsOf(facts)) }]),
      ...(payer === undefined ? [] : [{ label: 'Zahlstelle', text: typed(`${payer.name}, ${grouped(payer.iban)}`) }]),
    ],
    subject: [isReleased(facts) ? 'Auszahlungsanordnung (Sammelanordnung)' : 'Entwurf einer Auszahlungsanordnung'],
    opening: [order(facts)],
    sections: [
      {
        heading: 'Feststellung und Anordnung (§ 70 LHO)',
        blocks: [
          ...(facts.steps.length === 0 ? [] : [list(vouched(facts))]),
          ...byHands(facts),
          ...elsewhere(facts),
          paragraph(
            prose`Die Namen geben die Personen wieder, die im Portal angemeldet gehandelt haben. Ob die Kasse daneben eine Unterschrift oder Signatur verlangt, richtet sich nach ihren Vorschriften.`,
          ),
        ],
      },
      { heading: 'Zahlungen', blocks: [items(facts)] },
    ],
    running: { left: `Zahllauf ${run}`, right: `Auszahlungsanordnung vom ${formatDay(day)}` },
  };
};
