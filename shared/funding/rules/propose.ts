import type { Actor } from '../../kernel/actor.ts';
import type { Cents } from '../../kernel/cents.ts';
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
  readonly from: Day;
  readonly to: Day;
  readonly textsHash: string;
}

/** What the rule looks at beside the application itself. */
export interface ProposalEvidence {
  readonly call: Call;
  readonly organisation: Organisation;
  readonly plan: FinancingPlan;
}

export type ProposeRefusal =
  | PermitRefusal
  | 'transparency-number-missing'
  | 'above-requested'
  | 'above-eligible-costs'
  | 'above-share'
  | 'plan-unbalanced'
  | 'outside-funding-period';

/** Percentage of the eligible costs in basis points, rounded half up: what the notice states beside the highest amount. */
const shareOf = (amount: Cents, eligible: Cents): number => Math.floor((amount * 20_000 + eligible) / (eligible * 2));

const moneyRefusal = (proposal: ProposeApproval, { call, plan }: ProposalEvidence): ProposeRefusal | undefined => {
  const { amountCents, eligibleCents } = proposal;
  const most = call.programme.maxShareBasisPoints ?? 10_000;
  if (amountCents > plan.requestedCents || amountCents > call.maxCents) return 'above-requested';
  if (eligibleCents > plan.totalCents) return 'above-eligible-costs';
  if (BigInt(amountCents) * 10_000n > BigInt(eligibleCents) * BigInt(most)) return 'above-share';
  // The total financing must be secured, and the grant never covers what others pay (AV § 44 LHO no. 1).
  return amountCents + plan.coverCents === eligibleCents ? undefined : 'plan-unbalanced';
};

/**
 * Bewilligung vorschlagen. Checks what must stand before an approval (rules 1.3): transparency number for legal persons,
 * secured financing. A guard of the same commit checks that the budget has so much free; the approval charges it.
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
