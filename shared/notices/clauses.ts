import { formatCents } from '../kernel/cents.ts';
import { addDays, addMonths, day, yearOf, type Day } from '../kernel/day.ts';
import type { RuleSet } from '../law/rule-set.ts';
import { typed, type Item, type Text } from './content.ts';
import type { DecisionFacts } from './decision.ts';
import { generalClauses, nameOf } from './general-clauses.ts';
import { monthsInWords, monthsLong, ruleOf, yearsDay } from './rules-of.ts';
import { longDay, prose, sentences } from './wording.ts';

const lastOfMonth = (of: Day): Day => addDays(addMonths(day(`${of.slice(0, 7)}-01`), 1), -1);

/** The day named in the facts, or the last day of the month in which the rule set's period after the approval period ends. */
export const proofOfUseDue = ({ proofDue, approvalPeriod, fundingMode }: DecisionFacts, rules: RuleSet): Day => {
  const months = ruleOf(rules, fundingMode === 'project' ? 'finalProofDue' : 'institutionalProofDue');
  return proofDue ?? lastOfMonth(addMonths(lastOfMonth(approvalPeriod.to), months));
};

export const planName = ({ fundingMode }: DecisionFacts): string =>
  fundingMode === 'project' ? 'Finanzierungsplan' : 'Wirtschaftsplan';

const attached = ({ ruleSetId, fundingMode }: DecisionFacts): Item => {
  const { title, edition } = nameOf(generalClauses(ruleSetId, fundingMode)!);
  return {
    name: 'Allgemeine Nebenbestimmungen',
    text: prose`Die als Anlage beigefügten „${title}“ ${edition} sind Bestandteil dieses Bescheids.`,
  };
};

const promptUse = (rules: RuleSet): Item => ({
  name: 'Alsbaldige Verwendung (Auflage)',
  text: prose`Ausgezahlte Beträge sind innerhalb von ${monthsInWords(ruleOf(rules, 'spendWithin'))} nach der Gutschrift auf Ihrem Konto für fällige Zahlungen im Rahmen des Zuwendungszwecks zu verwenden. Können Beträge nicht innerhalb dieser Frist verwendet werden, ist dies der Bewilligungsbehörde unverzüglich mitzuteilen; für die Zwischenzeit können Zinsen verlangt werden (§ 49a Abs. 4 VwVfG).`,
});

const interimProof = ({ approvalPeriod: { from, to } }: DecisionFacts, rules: RuleSet): Text | undefined =>
  yearOf(from) === yearOf(to)
    ? undefined
    : prose`Für jedes abgelaufene Haushaltsjahr ist außerdem bis zum ${yearsDay(ruleOf(rules, 'interimProofDue'))} des Folgejahres ein Zwischennachweis vorzulegen.`;

const proofOfUse = (facts: DecisionFacts, rules: RuleSet): Item => ({
  name: 'Verwendungsnachweis (Auflage)',
  text: sentences(
    prose`Die Verwendung der Zuwendung ist bis zum ${longDay(proofOfUseDue(facts, rules))} nachzuweisen. Der Verwendungsnachweis besteht aus einem Sachbericht und einem zahlenmäßigen Nachweis in der Gliederung des Plans nach Ziffer I.4 mit einer Belegliste.`,
    interimProof(facts, rules),
    prose`Die Belege sind im Original mindestens ${monthsLong(ruleOf(rules, 'vouchersKept'))} nach Vorlage des Verwendungsnachweises aufzubewahren.`,
  ),
});

const dutyToInform: Item = {
  name: 'Mitteilungspflichten (Auflage)',
  text: prose`Sie haben der Bewilligungsbehörde unverzüglich mitzuteilen, wenn Sie weitere Zuwendungen für denselben Zweck beantragen oder erhalten, wenn sich der Zuwendungszweck oder andere für die Bewilligung maßgebliche Umstände ändern oder wegfallen, wenn der Zuwendungszweck nicht oder nicht mit der bewilligten Zuwendung zu erreichen ist, wenn Gegenstände nicht mehr dem Zweck entsprechend verwendet werden oder wenn ein Insolvenzverfahren beantragt oder eröffnet wird.`,
};

const wageAmounts = ({ stateMinimumWage = [], day }: DecisionFacts): Text | undefined => {
  if (stateMinimumWage.length === 0) return undefined;
  const steps = stateMinimumWage.map(({ cents, from }) => {
    const amount = `${formatCents(cents)}\u00A0Euro`;
    return from <= day ? `am Tag dieses Bescheids ${amount}` : `ab dem ${longDay(from)} ${amount}`;
  });
  return prose`Der Landesmindestlohn beträgt je Zeitstunde (brutto) ${steps.join(', ')}.`;
};

const minimumWage = (facts: DecisionFacts): Item => ({
  name: 'Landesmindestlohn (Auflage)',
  text: sentences(
    prose`Ihren Arbeitnehmerinnen und Arbeitnehmern ist mindestens das Entgelt nach dem Landesmindestlohngesetz in der jeweils geltenden Höhe zu zahlen.`,
    wageAmounts(facts),
  ),
});

const publicity = ({ authority }: DecisionFacts): Item => ({
  name: 'Öffentlichkeitsarbeit (Auflage)',
  text: prose`In Veröffentlichungen und bei Veranstaltungen ist in geeigneter Form auf die Förderung aus Mitteln des Landes Berlin durch folgende Stelle hinzuweisen: ${typed(authority.name)}.`,
});

const reservations: Item = {
  name: 'Vorbehalte',
  text: prose`Der Widerruf dieses Bescheids mit Wirkung für die Zukunft aus zwingenden haushaltswirtschaftlichen Gründen sowie die nachträgliche Aufnahme, Änderung oder Ergänzung von Auflagen bleiben vorbehalten (§ 36 Abs. 2 Nr. 3 und 5 VwVfG).`,
};

/** Nebenbestimmungen (§ 36(2) VwVfG), numbered in the order in which the notice quotes them. */
export const collateralClauses = (facts: DecisionFacts, rules: RuleSet): readonly Item[] => [
  attached(facts),
  promptUse(rules),
  proofOfUse(facts, rules),
  dutyToInform,
  minimumWage(facts),
  publicity(facts),
  ...facts.specialClauses.map((clause): Item => ({ name: 'Besondere Auflage', text: [typed(clause)] })),
  reservations,
];
