import { authorityOn } from '../authorities/directory.ts';
import { remedyInstruction, type Remedy } from '../authorities/remedy.ts';
import type { Day } from '../kernel/day.ts';
import type { AuthorityId } from '../kernel/id.ts';
import { assumedParameterOn, type ParameterKey } from '../law/parameters.ts';
import { RULE_SET_IDS, type FundingMode, type RuleName } from '../law/rule-set.ts';
import { assumedRuleIn, ruleSet } from '../law/rule-sets.ts';
import type { Sourced } from '../law/status.ts';

/** As the law counts it; `yearDay` is `MM-DD`. */
export type LawValue =
  | { readonly months: number }
  | { readonly days: number }
  | { readonly cents: number }
  | { readonly yearDay: string }
  | { readonly remedy: Remedy };

/** One period, rate or remedy that a notice states or lives by, with where it was read and how far it can be trusted. */
export interface LawLine extends Sourced {
  readonly name: string;
  readonly value: LawValue;
  readonly question?: string;
}

type Held = Sourced & { readonly question: string | undefined };

const lineOf = (name: string, value: LawValue, { norm, source, status, question }: Held): LawLine => ({
  name,
  value,
  norm,
  source,
  status,
  ...(question !== undefined && { question }),
});

const RULES: Readonly<Record<FundingMode, readonly RuleName[]>> = {
  project: ['spendWithin', 'finalProofDue', 'interimProofDue', 'lastDrawdownOfYear', 'vouchersKept'],
  institutional: ['spendWithin', 'institutionalProofDue', 'interimProofDue', 'lastDrawdownOfYear', 'vouchersKept'],
};

const PARAMETERS = {
  'wages.stateMinimumPerHour': 'cents',
  'delivery.post': 'days',
  'delivery.portal': 'days',
  'delivery.portalProvision': 'days',
  'remedy.period': 'months',
} as const satisfies Partial<Record<ParameterKey, string>>;

const rulesOf = (ruleSetId: string, mode: FundingMode): LawLine[] => {
  const id = RULE_SET_IDS.find((known) => known === ruleSetId);
  if (id === undefined) return [];
  return RULES[mode].flatMap((name) => {
    const rule = assumedRuleIn(ruleSet(id), name);
    if (!rule.ok) return [];
    const { value } = rule.value;
    return [lineOf(name, typeof value === 'string' ? { yearDay: value } : { months: Number(value) }, rule.value)];
  });
};

const parametersOn = (today: Day): LawLine[] =>
  (Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[]).flatMap((key) => {
    const found = assumedParameterOn(key, today);
    return found.ok
      ? [lineOf(key.replace('.', '-'), { [PARAMETERS[key]]: found.value.value } as LawValue, found.value)]
      : [];
  });

const remedyOn = (authority: AuthorityId, today: Day): LawLine[] => {
  const issuing = authorityOn(authority, today);
  const found = issuing && remedyInstruction(issuing, today);
  return found?.ok ? [lineOf('remedy', { remedy: found.value.remedy }, found.value)] : [];
};

/**
 * The law that a decision of this day rests on, for those who propose and decide it: whoever signs must see which value was read
 * in the norm and which was not (domain rules, confidence marks). What is only assumed is shown too, as `unknown`.
 */
export const lawBeside = (of: {
  readonly authority: AuthorityId;
  readonly ruleSetId: string;
  readonly mode: FundingMode;
  readonly today: Day;
}): LawLine[] => [...rulesOf(of.ruleSetId, of.mode), ...parametersOn(of.today), ...remedyOn(of.authority, of.today)];
