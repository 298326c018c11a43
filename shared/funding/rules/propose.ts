import type { Actor } from '../../kernel/actor.ts';
import { sum, type Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { isUnregistered, type Organisation } from '../../organisations/organisation.ts';
import type { Call } from '../../programmes/programme.ts';
import type { Application, FundingFact } from '../facts.ts';
import type { FinancingPlan } from '../plan.ts';
import { permit, type Parties, type PermitRefusal } from './permit.ts';

export interface ProposeApproval {
  readonly amountCents: Cents;
  readonly eligibleCents: Cents;
  readonly costsCents?: readonly Cents[];
  readonly coverCents?: readonly Cents[];
  readonly additionalCoverCents?: Cents;
  readonly from: Day;
  readonly to: Day;
  readonly textsHash: string;
}

/** What the rule looks at beside the application itself. */
export interface ProposalEvidence {
  readonly call: Call;
  readonly organisation: Organisation;
  readonly plan: FinancingPlan;
  /** On which day it is proposed. */
  readonly today: Day;
  /** Special clauses need reasons of their own (§ 39 with § 36 VwVfG). */
  readonly hasUnreasonedClauses?: boolean;
}

export type ProposeRefusal =
  | PermitRefusal
  | 'transparency-number-missing'
  | 'above-requested'
  | 'above-eligible-costs'
  | 'above-share'
  | 'plan-unbalanced'
  | 'plan-lines'
  | 'cut-without-lines'
  | 'cover-changed'
  | 'clauses-unreasoned'
  | 'begins-before-decision'
  | 'outside-funding-period';

/** Percentage of the eligible costs in basis points, rounded half up: what the notice states beside the highest amount. */
const shareOf = (amount: Cents, eligible: Cents): number => Math.floor((amount * 20_000 + eligible) / (eligible * 2));

/** Costs are cut line by line, so that each item has a limit by which its proof is checked later. */
const costsRefusal = ({ eligibleCents, costsCents }: ProposeApproval, { costs, totalCents }: FinancingPlan) => {
  if (costsCents === undefined) return eligibleCents === totalCents ? undefined : ('cut-without-lines' as const);
  if (costsCents.length !== costs.length) return 'plan-lines';
  if (costsCents.some((cents, index) => cents > costs[index]!.cents)) return 'above-eligible-costs';
  return sum(costsCents) === eligibleCents ? undefined : ('plan-unbalanced' as const);
};

/** Own funds may fall with the costs in share financing; what others pay stays, for the grant never takes their place (AV § 44 LHO no. 1). */
const coverRefusal = (
  { coverCents }: ProposeApproval,
  { call, plan: { cover } }: Pick<ProposalEvidence, 'call' | 'plan'>,
) => {
  if (coverCents === undefined) return undefined;
  if (coverCents.length !== cover.length) return 'plan-lines';
  const mayFall = (category: string): boolean => category === 'ownFunds' && call.programme.financingType === 'share';
  const isLeft = cover.every(
    ({ category, cents }, index) => coverCents[index] === cents || (coverCents[index]! < cents && mayFall(category)),
  );
  return isLeft ? undefined : ('cover-changed' as const);
};

/** The total financing must be secured: the grant, the cover and what the applicant adds are the eligible costs (AV § 44 LHO no. 1). */
const linesRefusal = (
  proposal: ProposeApproval,
  evidence: Pick<ProposalEvidence, 'call' | 'plan'>,
): ProposeRefusal | undefined => {
  const { amountCents, eligibleCents, additionalCoverCents = 0 } = proposal;
  const changed = costsRefusal(proposal, evidence.plan) ?? coverRefusal(proposal, evidence);
  if (changed !== undefined) return changed;
  const coverCents = proposal.coverCents === undefined ? evidence.plan.coverCents : sum(proposal.coverCents);
  return amountCents + coverCents + additionalCoverCents === eligibleCents ? undefined : 'plan-unbalanced';
};

/** Costs before the decision count only with consent to an early start, and only from its day on (AV § 44 LHO no. 1.3). */
export const beginsTooEarly = ({ earlyStart }: Application, from: Day, decidedOn: Day): boolean =>
  from < decidedOn && (earlyStart === undefined || from < earlyStart.from);

const moneyRefusal = (proposal: ProposeApproval, { call, plan }: ProposalEvidence): ProposeRefusal | undefined => {
  const { amountCents, eligibleCents } = proposal;
  const most = call.programme.maxShareBasisPoints ?? 10_000;
  if (amountCents > plan.requestedCents || amountCents > call.maxCents) return 'above-requested';
  if (eligibleCents > plan.totalCents) return 'above-eligible-costs';
  if (BigInt(amountCents) * 10_000n > BigInt(eligibleCents) * BigInt(most)) return 'above-share';
  return linesRefusal(proposal, { call, plan });
};

/**
 * Bewilligung vorschlagen. Checks what must stand before an approval (rules 1.3): transparency number for legal persons,
 * secured financing, no start before the decision. A guard of the same commit checks that the budget has so much free; the approval charges it.
 */
export const proposeApproval = (
  application: Application,
  parties: Parties,
  proposal: ProposeApproval,
  evidence: ProposalEvidence,
  actor: Actor,
): Result<FundingFact[], ProposeRefusal> => {
  const permitted = permit('proposeApproval', application, parties, actor);
  if (!permitted.ok) return permitted;
  const { call, organisation } = evidence;
  if (isUnregistered(organisation)) return refuse('transparency-number-missing');
  const money = moneyRefusal(proposal, evidence);
  if (money !== undefined) return refuse(money);
  if (proposal.from < call.fundingFrom || proposal.to > call.fundingTo || proposal.to < proposal.from)
    return refuse('outside-funding-period');
  if (beginsTooEarly(application, proposal.from, evidence.today)) return refuse('begins-before-decision');
  if (evidence.hasUnreasonedClauses === true) return refuse('clauses-unreasoned');
  return ok([
    {
      type: 'application.approvalProposed',
      ...proposal,
      shareBasisPoints: shareOf(proposal.amountCents, proposal.eligibleCents),
      ruleSetId: call.ruleSetId,
    },
  ]);
};

/** Ablehnung vorschlagen, with reasons that state the considerations of discretion (§ 39(1) VwVfG). */
export const proposeRefusal = (
  application: Application,
  parties: Parties,
  call: Call,
  textsHash: string,
  actor: Actor,
): Result<FundingFact[], PermitRefusal> => {
  const permitted = permit('proposeRefusal', application, parties, actor);
  return permitted.ok ? ok([{ type: 'application.refusalProposed', ruleSetId: call.ruleSetId, textsHash }]) : permitted;
};
