import { cents, formatCents, sum, type Cents } from '../kernel/cents.ts';
import type { RuleSet } from '../law/rule-set.ts';
import { typed, type Amount, type Block, type Grid, type Inline, type Item, type Table, type Text } from './content.ts';
import { planName } from './clauses.ts';
import { isPlanChanged, isShortened } from './granted.ts';
import { percentOf } from './rate.ts';
import { monthsInWords, ruleOf, yearsDay } from './rules-of.ts';
import type { DecisionFacts, PlanLine } from './decision.ts';
import { forWhat } from './letter.ts';
import { amountInWords } from './number-words.ts';
import { euros, longDay, prose, sentences } from './wording.ts';

const amountOf = (facts: DecisionFacts): Item => ({
  name: 'Höhe der Zuwendung',
  text: prose`Ihnen wird ${forWhat(facts)} aus Mitteln des Landes Berlin eine Zuwendung ${facts.financingType === 'fixed' ? 'als Festbetrag' : 'bis zur Höhe'} von ${{ strong: euros(facts.grantedCents) }} (in Worten: ${amountInWords(facts.grantedCents)}) bewilligt.`,
});

const purposeOf = ({ purpose }: DecisionFacts): Item => ({
  name: 'Zuwendungszweck',
  text: prose`Die Zuwendung ist zweckgebunden. Sie dient ausschließlich folgendem Zweck: ${typed(purpose)}`,
});

const FINANCING: Record<DecisionFacts['financingType'], (facts: DecisionFacts) => Text> = {
  share: ({ rate, grantedCents, eligibleCents }) => {
    const of = rate ?? { grantCents: grantedCents, eligibleCents };
    return prose`im Wege der Anteilfinanzierung gewährt. Der Anteil beträgt ${percentOf(of)}\u00A0Prozent der zuwendungsfähigen Ausgaben (${euros(of.grantCents)} von ${euros(of.eligibleCents)}) und ist auf den Betrag nach Ziffer I.1 begrenzt.`;
  },
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

const table = (first: string, lines: readonly Amount[], sumLabel: string): Table => ({
  kind: 'table',
  head: [first, 'Betrag in Euro'],
  rows: lines.map(({ label, cents }) => ({ label, amount: formatCents(cents) })),
  sum: { label: sumLabel, amount: formatCents(sum(lines.map(({ cents }) => cents))) },
});

const asTyped = (lines: readonly PlanLine[]): Amount[] =>
  lines.map(({ label, cents }) => ({ label: typed(label), cents }));

const figures = (label: Inline, applied: Cents, approved: Cents): readonly Inline[] => [
  label,
  formatCents(applied),
  formatCents(approved),
];

/** A side of the plan in which lines were cut or changed: each with what was applied for and what is approved. */
const compared = (first: string, lines: readonly PlanLine[], last: readonly PlanLine[], sumLabel: string): Grid => {
  const all = [...lines, ...last];
  const applied = ({ cents: of, appliedCents = of }: PlanLine): Cents => appliedCents;
  return {
    kind: 'grid',
    size: 9.5,
    columns: [
      { head: first, align: 'left', width: 1 },
      { head: 'Beantragt (Euro)', align: 'right', width: 'auto' },
      { head: 'Anerkannt (Euro)', align: 'right', width: 'auto' },
    ],
    rows: [
      ...lines.map((line) => figures(typed(line.label), applied(line), line.cents)),
      ...last.map((line) => figures(line.label, applied(line), line.cents)),
    ],
    sum: figures(sumLabel, sum(all.map(applied)), sum(all.map((line) => line.cents))),
  };
};

const sides = (facts: DecisionFacts): readonly Block[] => {
  const { plan, grantedCents, requestedCents } = facts;
  const label = 'Zuwendung nach diesem Bescheid';
  if (isPlanChanged(facts)) {
    const grant: PlanLine = { label, cents: grantedCents, appliedCents: requestedCents };
    return [
      compared('Ausgaben', plan.costs, [], 'Summe der Ausgaben'),
      compared('Deckungsmittel', plan.cover, [grant], 'Summe der Deckungsmittel'),
    ];
  }
  return [
    table('Ausgaben', asTyped(plan.costs), 'Summe der Ausgaben'),
    table('Deckungsmittel', [...asTyped(plan.cover), { label, cents: grantedCents }], 'Summe der Deckungsmittel'),
  ];
};

/** What the applicant has to bring up beyond the plan that was applied for. */
const raised = ({ plan: { cover } }: DecisionFacts): Cents =>
  sum(cover.map(({ cents: of, appliedCents = of }) => cents(Math.max(0, of - appliedCents))));

const plan = (facts: DecisionFacts): Item => ({
  name: planName(facts),
  text: sentences(
    prose`Die zuwendungsfähigen Ausgaben werden auf höchstens ${euros(facts.eligibleCents)} festgesetzt.`,
    raised(facts) === 0
      ? undefined
      : prose`Weitere ${euros(raised(facts))} haben Sie selbst aufzubringen; dass die Gesamtfinanzierung damit gesichert ist, ist vor der ersten Auszahlung nachzuweisen.`,
    prose`Der folgende ${planName(facts)} ist hinsichtlich des Gesamtergebnisses verbindlich:`,
  ),
  more: sides(facts),
});

const period = ({ approvalPeriod: { from, to }, earlyStart }: DecisionFacts): Item => ({
  name: 'Bewilligungszeitraum (Befristung)',
  text: sentences(
    prose`Der Bewilligungszeitraum beginnt am ${longDay(from)} und endet am ${longDay(to)}. Zuwendungsfähig sind nur Ausgaben, die in diesem Zeitraum für den Zuwendungszweck entstehen.`,
    earlyStart === undefined
      ? undefined
      : prose`Dem vorzeitigen Beginn des Vorhabens ab dem ${longDay(earlyStart.from)} wurde am ${longDay(earlyStart.consentedOn)} zugestimmt.`,
  ),
});

const COVER_FIRST: Partial<Record<DecisionFacts['financingType'], Text>> = {
  share: prose`Eigenmittel und Mittel Dritter sind jeweils anteilig einzusetzen.`,
  shortfall: prose`Eigenmittel und Mittel Dritter sind jeweils zuerst einzusetzen.`,
};

const payout = (facts: DecisionFacts, rules: RuleSet): Item => {
  const { payoutInstalments = [], financingType } = facts;
  const lines = payoutInstalments.map(({ day, cents }): Amount => ({ label: longDay(day), cents }));
  const isSplit = lines.length > 0;
  return {
    name: 'Auszahlung (Bedingung)',
    text: sentences(
      prose`Die Zuwendung wird ausgezahlt, sobald dieser Bescheid bestandskräftig ist und soweit Sie die Mittel abrufen. Abgerufen werden dürfen sie nur so weit und nicht eher, als sie innerhalb von ${monthsInWords(ruleOf(rules, 'spendWithin'))} nach der Gutschrift für fällige Zahlungen benötigt werden. Für ein Haushaltsjahr können Mittel bis zum ${yearsDay(ruleOf(rules, 'lastDrawdownOfYear'))} dieses Jahres abgerufen werden.`,
      COVER_FIRST[financingType],
      isSplit ? prose`Die Teilbeträge stehen frühestens zu folgenden Tagen bereit:` : undefined,
    ),
    ...(isSplit ? { more: [table('Frühestens am', lines, 'Zusammen')] } : {}),
  };
};

const refusedMoney = ({ requestedCents, grantedCents }: DecisionFacts): Text | undefined =>
  requestedCents <= grantedCents
    ? undefined
    : prose`Soweit Sie eine höhere Zuwendung beantragt haben (weitere ${euros(cents(requestedCents - grantedCents))}), wird der Antrag abgelehnt.`;

const refusedTime = (facts: DecisionFacts): Text | undefined => {
  const { requestedPeriod } = facts;
  return requestedPeriod === undefined || !isShortened(facts)
    ? undefined
    : prose`Soweit Sie die Förderung für den Zeitraum vom ${longDay(requestedPeriod.from)} bis zum ${longDay(requestedPeriod.to)} beantragt haben, wird der Antrag für die Zeit außerhalb des Bewilligungszeitraums abgelehnt.`;
};

/** What was asked for beyond the grant, in money or time, is refused in the operative part itself, so that it can be attacked. */
const remainder = (facts: DecisionFacts): Item[] => {
  const text = sentences(refusedMoney(facts), refusedTime(facts));
  return text.length === 0 ? [] : [{ name: 'Ablehnung im Übrigen', text }];
};

/** The operative part (Tenor) of a grant, in the numbers that the rest of the notice quotes (I.1 to I.6). */
export const operativePart = (facts: DecisionFacts, rules: RuleSet): readonly Item[] => [
  amountOf(facts),
  purposeOf(facts),
  financing(facts),
  plan(facts),
  period(facts),
  payout(facts, rules),
  ...remainder(facts),
];
