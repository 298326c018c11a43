import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { isKnown, type Known, type Unknown } from './parameter.ts';
import type { GrantRules, ProcurementProcedure, ProcurementTier, RuleName, RuleSet, RuleSetId } from './rule-set.ts';
import { BE_2025_07 } from './rule-sets/be-2025-07.ts';
import { BE_PRE_2025 } from './rule-sets/be-pre-2025.ts';
import type { Sourced } from './status.ts';

const RULE_SETS: Readonly<Record<RuleSetId, RuleSet>> = { 'BE-PRE-2025': BE_PRE_2025, 'BE-2025-07': BE_2025_07 };

export const ruleSet = (id: RuleSetId): RuleSet => RULE_SETS[id];

/**
 * The rule set that a *new* notice attaches by default on its day. It is only this default that follows the calendar: a
 * notice keeps the rule set it names for good, so read that from the notice and never from the day of a later step.
 */
export const ruleSetFor = (noticeDay: Day): RuleSet => (noticeDay >= BE_2025_07.defaultFrom ? BE_2025_07 : BE_PRE_2025);

/** One rule of a set. `question` is what is still to be asked about it; officials see it beside the value. */
export interface Rule<N extends RuleName = RuleName> extends Sourced {
  readonly name: N;
  readonly value: GrantRules[N];
  readonly question: string | undefined;
}

const read = <N extends RuleName>(name: N, held: Sourced & { question?: string }, value: unknown): Rule<N> => ({
  name,
  value: value as GrantRules[N],
  norm: held.norm,
  source: held.source,
  status: held.status,
  question: held.question,
});

/** What the set says. Refused where its text was not read: nothing is computed with a guess. */
export const ruleIn = <N extends RuleName>(set: RuleSet, name: N): Result<Rule<N>, 'rule-unknown'> => {
  const held: Known<unknown> | Unknown<unknown> = set.rules[name];
  return isKnown(held) ? ok(read(name, held, held.value)) : refuse('rule-unknown');
};

/**
 * Like `ruleIn`, but gives what was heard where the text was not read; the status is then `unknown`. Only for drafts that
 * a person decides on with the attached general clauses in hand, and only with the status shown beside the value.
 */
export const assumedRuleIn = <N extends RuleName>(set: RuleSet, name: N): Result<Rule<N>, 'rule-unknown'> => {
  const held: Known<unknown> | Unknown<unknown> = set.rules[name];
  const value = isKnown(held) ? held.value : held.assumed;
  return value === undefined ? refuse('rule-unknown') : ok(read(name, held, value));
};

/**
 * How an order of this value is to be placed; a value at the edge belongs to the lower tier.
 * @throws RangeError if the last tier has an upper end and the value is above it.
 */
export const procurementProcedure = (tiers: readonly ProcurementTier[], order: Cents): ProcurementProcedure => {
  const tier = tiers.find(({ upTo }) => upTo === undefined || order <= upTo);
  if (tier === undefined) throw new RangeError(`No procurement tier for ${order} cents`);
  return tier.procedure;
};
