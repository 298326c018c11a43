import type { Actor } from '../../kernel/actor.ts';
import type { Cents } from '../../kernel/cents.ts';
import { dayOf, type Instant } from '../../kernel/day.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { claimedCents, claimsExcludedFee, expensesCents, type Claim } from '../claim.ts';
import { EXCLUSIONS, type ClaimFact } from '../facts.ts';
import { lapsesOn, TRAVEL_KINDS, travelUntil } from '../periods.ts';
import { mayDeclareBias, permit, type PermitRefusal } from './permit.ts';

export interface Submit {
  readonly seq: number;
  readonly totalCents: Cents;
  readonly caseNumber: string;
}

export type SubmitRefusal = PermitRefusal | 'changed-meanwhile' | 'nothing-to-claim' | 'travel-lapsed' | 'claim-lapsed';

/** Whether something claimed is late: travel after six months (Ausschlussfrist), everything after the limitation. */
const lateness = ({ of, expenses }: Claim, at: Instant): 'travel-lapsed' | 'claim-lapsed' | undefined => {
  const today = dayOf(at);
  if (today > lapsesOn(of!.on)) return 'claim-lapsed';
  const hasTravel = expenses.some(({ kind }) => TRAVEL_KINDS.has(kind));
  return hasTravel && today > travelUntil(of!.on) ? 'travel-lapsed' : undefined;
};

/** Geltend machen: the member confirms exactly the figures that were shown. There is no waiver (§ 8(2) with § 9(2) of the Act). */
export const submit = (
  claim: Claim,
  command: Submit,
  actor: Actor,
  at: Instant,
): Result<ClaimFact[], SubmitRefusal> => {
  const permitted = permit('submit', claim, actor);
  if (!permitted.ok) return permitted;
  const total = claimedCents(claim);
  if (claim.seq !== command.seq || total !== command.totalCents) return refuse('changed-meanwhile');
  if (total === 0) return refuse('nothing-to-claim');
  const late = lateness(claim, at);
  if (late !== undefined) return refuse(late);
  return ok([
    {
      type: 'claim.submitted',
      caseNumber: command.caseNumber,
      feeCents: claim.fee.feeCents,
      expensesCents: expensesCents(claim),
      totalCents: total,
    },
  ]);
};

/**
 * Einen Bescheid verlangen: the person claims a fee that the list does not give, or that fell away by the body's standing
 * decision. A person then denies it by a notice with its remedy, or the list is corrected (§ 35a VwVfG; domain rules 3.1).
 */
export const askFee = (
  claim: Claim,
  actor: Actor,
): Result<ClaimFact[], PermitRefusal | 'fee-given' | 'asked-already'> => {
  const permitted = permit('askFee', claim, actor);
  if (!permitted.ok) return permitted;
  if (claim.feeAsked === true) return refuse('asked-already');
  return EXCLUSIONS.has(claim.fee.reason) ? ok([{ type: 'claim.feeAsked' }]) : refuse('fee-given');
};

/** Befangenheit anzeigen: a simple act with a reason that the file keeps; the person is excluded from here on. */
export const declareBias = (claim: Claim, actor: Actor, textsHash: string): Result<ClaimFact[], PermitRefusal> =>
  mayDeclareBias(claim, actor) ? ok([{ type: 'claim.biasDeclared', textsHash }]) : refuse('not-permitted');

/** Rückfrage, answered in place: the claim keeps its age. */
export const query = (claim: Claim, actor: Actor, textsHash: string): Result<ClaimFact[], PermitRefusal> => {
  const permitted = permit('query', claim, actor);
  return permitted.ok ? ok([{ type: 'claim.queried', textsHash }]) : permitted;
};

export const answer = (
  claim: Claim,
  actor: Actor,
  textsHash: string,
): Result<ClaimFact[], PermitRefusal | 'nothing-to-claim'> => {
  const permitted = permit('answer', claim, actor);
  if (!permitted.ok) return permitted;
  return claimedCents(claim) === 0 ? refuse('nothing-to-claim') : ok([{ type: 'claim.answered', textsHash }]);
};

/** Sachlich und rechnerisch richtig: the figures that the person saw (`seq`). A guard of the same commit takes them from the budget. */
export const certify = (
  claim: Claim,
  seq: number,
  actor: Actor,
): Result<ClaimFact[], PermitRefusal | 'changed-meanwhile' | 'fee-excluded'> => {
  const permitted = permit('certify', claim, actor);
  if (!permitted.ok) return permitted;
  if (claim.seq !== seq) return refuse('changed-meanwhile');
  if (claimsExcludedFee(claim)) return refuse('fee-excluded');
  return ok([{ type: 'claim.certified', totalCents: claimedCents(claim) }]);
};
