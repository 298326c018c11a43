import { day, type Day } from '../kernel/day.ts';
import { RULE_SET_IDS, type GrantRules, type RuleName, type RuleSet } from '../law/rule-set.ts';
import { ruleIn, ruleSet } from '../law/rule-sets.ts';
import { countInWords } from './number-words.ts';
import { longDay } from './wording.ts';

/** The rule set that a notice names; undefined for one that is not known. */
export const rulesNamed = (ruleSetId: string): RuleSet | undefined => {
  const known = RULE_SET_IDS.find((id) => id === ruleSetId);
  return known === undefined ? undefined : ruleSet(known);
};

/** The rules that clauses and periods of a notice are written from. Where one of them is not known, no grant is composed. */
export const NOTICE_RULES = [
  'spendWithin',
  'finalProofDue',
  'institutionalProofDue',
  'interimProofDue',
  'lastDrawdownOfYear',
  'vouchersKept',
] as const satisfies readonly RuleName[];

type NoticeRule = (typeof NOTICE_RULES)[number];

export const areKnown = (rules: RuleSet): boolean => NOTICE_RULES.every((name) => ruleIn(rules, name).ok);

/** What the rule set of the notice says. @throws Error for a rule that is not known, which the checklist has ruled out. */
export const ruleOf = <N extends NoticeRule>(rules: RuleSet, name: N): GrantRules[N] => {
  const found = ruleIn(rules, name);
  if (!found.ok) throw new Error(`The rule ${name} of ${rules.id} is not known`);
  return found.value.value;
};

/** In the dative, after `innerhalb von` and `mindestens`: `zwei Monaten`, `einem Monat`, `fünf Jahren`. */
export const monthsInWords = (months: number): string => {
  const [count, one, many] =
    months >= 12 && months % 12 === 0 ? [months / 12, 'einem Jahr', 'Jahren'] : [months, 'einem Monat', 'Monaten'];
  return count === 1 ? one : `${countInWords(count)}\u00A0${many}`;
};

/** In the accusative: `fünf Jahre`, `sechs Monate`. */
export const monthsLong = (months: number): string => {
  const [count, one, many] =
    months >= 12 && months % 12 === 0 ? [months / 12, 'ein Jahr', 'Jahre'] : [months, 'einen Monat', 'Monate'];
  return count === 1 ? one : `${countInWords(count)}\u00A0${many}`;
};

/** A day of any year, from `03-31`: `31. März`. */
export const yearsDay = (monthAndDay: string): string =>
  longDay(day(`2000-${monthAndDay}`) satisfies Day).replace(/.2000$/, '');
