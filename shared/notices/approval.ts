import { cents, formatCents, sum } from '../kernel/cents.ts';
import { typed, type Amount, type Item, type Table, type Text } from './content.ts';
import { planName } from './clauses.ts';
import type { DecisionFacts, PlanLine } from './decision.ts';
import { forWhat } from './letter.ts';
import { amountInWords } from './number-words.ts';
import { euros, longDay, percent, prose, sentences } from './wording.ts';

const amountOf = (facts: DecisionFacts): Item => ({
  name: 'Höhe der Zuwendung',
  text: prose`Ihnen wird ${forWhat(facts)} aus Mitteln des Landes Berlin eine Zuwendung ${facts.financingType === 'fixed' ? 'als Festbetrag' : 'bis zur Höhe'} von ${{ strong: euros(facts.grantedCents) }} (in Worten: ${amountInWords(facts.grantedCents)}) bewilligt.`,
});

const purposeOf = ({ purpose }: DecisionFacts): Item => ({
  name: 'Zuwendungszweck',
  text: prose`Die Zuwendung ist zweckgebunden. Sie dient ausschließlich folgendem Zweck: ${typed(purpose)}`,
});

const FINANCING: Record<DecisionFacts['financingType'], (facts: DecisionFacts) => Text> = {
  share: ({ rateBasisPoints = 0 }) =>
    prose`im Wege der Anteilfinanzierung gewährt. Der Anteil beträgt ${percent(rateBasisPoints)} der zuwendungsfähigen Ausgaben und ist auf den Betrag nach Ziffer I.1 begrenzt.`,
  shortfall: () =>
    prose`im Wege der Fehlbedarfsfinanzierung gewährt. Sie deckt den Fehlbedarf, der verbleibt, soweit Sie die zuwendungsfähigen Ausgaben nicht durch Eigenmittel oder Mittel Dritter decken können, höchstens den Betrag nach Ziffer I.1.`,
  fixed: () =>
    prose`im Wege der Festbetragsfinanzierung gewährt. Der Festbetrag bleibt unverändert, wenn die zuwendungsfähigen Ausgaben niedriger ausfallen, ist jedoch auf deren tatsächliche Höhe begrenzt.`,
  full: () =>
    prose`im Wege der Vollfinanzierung gewährt. Sie deckt die zuwendungsfähigen Ausgaben nach Abzug aller Einnahmen, höchstens den Betrag nach Ziffer I.1.`,
};

const financing = (facts: DecisionFacts): Item => ({
  name: 'Art der Förderung und der Finanzierung',
  text: sentences(
    prose`Die Zuwendung wird als ${facts.fundingMode === 'project' ? 'Projektförderung' : 'institutionelle Förderung'} ${FINANCING[facts.financingType](facts)}`,
    facts.isStructural && facts.fundingMode === 'project'
      ? prose`Sie dient der Strukturförderung (insbesondere Personal, Räume und Verwaltung Ihrer Organisation); rechtlich bleibt sie Projektförderung.`
      : undefined,
    prose`Die endgültige Höhe wird nach Prüfung des Verwendungsnachweises durch gesonderten Bescheid festgesetzt.`,
  ),
});

const MINUS = '\u2212';

const table = (first: string, lines: readonly Amount[], sumLabel: string): Table => ({
  kind: 'table',
  head: [first, 'Betrag in Euro'],
  rows: lines.map(({ label, cents }) => ({ label, amount: formatCents(cents).replace('-', MINUS) })),
  sum: { label: sumLabel, amount: formatCents(sum(lines.map(({ cents }) => cents))) },
});

const asTyped = (lines: readonly PlanLine[]): Amount[] =>
  lines.map(({ label, cents }) => ({ label: typed(label), cents }));

const plan = (facts: DecisionFacts): Item => {
  const grant: Amount = { label: 'Zuwendung nach diesem Bescheid', cents: facts.grantedCents };
  return {
    name: planName(facts),
    text: prose`Die zuwendungsfähigen Ausgaben werden auf höchstens ${euros(facts.eligibleCents)} festgesetzt. Der folgende ${planName(facts)} ist hinsichtlich des Gesamtergebnisses verbindlich:`,
    more: [
      table('Ausgaben', asTyped(facts.plan.costs), 'Summe der Ausgaben'),
      table('Deckungsmittel', [...asTyped(facts.plan.cover), grant], 'Summe der Deckungsmittel'),
    ],
  };
};

const period = ({ approvalPeriod: { from, to } }: DecisionFacts): Item => ({
  name: 'Bewilligungszeitraum (Befristung)',
  text: prose`Der Bewilligungszeitraum beginnt am ${longDay(from)} und endet am ${longDay(to)}. Zuwendungsfähig sind nur Ausgaben, die in diesem Zeitraum für den Zuwendungszweck entstehen.`,
});

const COVER_FIRST: Partial<Record<DecisionFacts['financingType'], Text>> = {
  share: prose`Eigenmittel und Mittel Dritter sind jeweils anteilig einzusetzen.`,
  shortfall: prose`Eigenmittel und Mittel Dritter sind jeweils zuerst einzusetzen.`,
};

const payout = ({ payoutInstalments = [], financingType }: DecisionFacts): Item => {
  const lines = payoutInstalments.map(({ day, cents }): Amount => ({ label: longDay(day), cents }));
  const isSplit = lines.length > 0;
  return {
    name: 'Auszahlung (Bedingung)',
    text: sentences(
      prose`Die Zuwendung wird ausgezahlt, sobald dieser Bescheid bestandskräftig ist und soweit Sie die Mittel abrufen. Abgerufen werden dürfen sie nur so weit und nicht eher, als sie innerhalb von zwei Monaten nach der Gutschrift für fällige Zahlungen benötigt werden.`,
      COVER_FIRST[financingType],
      isSplit ? prose`Die Teilbeträge stehen frühestens zu folgenden Tagen bereit:` : undefined,
    ),
    ...(isSplit ? { more: [table('Frühestens am', lines, 'Zusammen')] } : {}),
  };
};

/** What was asked for beyond the grant is refused in the operative part itself, so that it can be attacked. */
const remainder = ({ requestedCents, grantedCents }: DecisionFacts): Item[] =>
  requestedCents <= grantedCents
    ? []
    : [
        {
          name: 'Ablehnung im Übrigen',
          text: prose`Soweit Sie eine höhere Zuwendung beantragt haben (weitere ${euros(cents(requestedCents - grantedCents))}), wird der Antrag abgelehnt.`,
        },
      ];

/** The operative part (Tenor) of a grant, in the numbers that the rest of the notice quotes (I.1 to I.6). */
export const operativePart = (facts: DecisionFacts): readonly Item[] => [
  amountOf(facts),
  purposeOf(facts),
  financing(facts),
  plan(facts),
  period(facts),
  payout(facts),
  ...remainder(facts),
];
