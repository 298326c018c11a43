import type { Actor } from '../../kernel/actor.ts';
import { cents, type Cents } from '../../kernel/cents.ts';
import { addDays, dayOf, type Day, type Instant } from '../../kernel/day.ts';
import type { ClaimId, PaymentId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { orderableCents, type Claim } from '../claim.ts';
import { paymentIdOf } from '../claim-ids.ts';
import type { ClaimFact } from '../facts.ts';
import { permit, type PermitRefusal } from './permit.ts';

export interface OrderEvidence {
  readonly claim: ClaimId;
  readonly seq: number;
  /** Above this amount two persons order; undefined where the authority has not said. */
  readonly secondOrderAboveCents: Cents | undefined;
  /** What the person still owes to this authority from earlier overpayments. */
  readonly owedCents: Cents;
}

export type OrderRefusal = PermitRefusal | 'changed-meanwhile' | 'settings-missing';

/** What is kept back: what an earlier round kept back already, then as much of the rest as the person owes. Never below zero. */
const offsetIn = (claim: Claim, owedCents: Cents): Cents => {
  const kept = Math.min(claim.offsetCents, orderableCents(claim));
  return cents(kept + Math.min(owedCents, orderableCents(claim) - kept));
};

const orderedFacts = (claim: Claim, evidence: OrderEvidence, at: Instant): ClaimFact[] => {
  const totalCents = orderableCents(claim);
  const offsetCents = offsetIn(claim, evidence.owedCents);
  if (totalCents === offsetCents)
    return [
      { type: 'claim.ordered', totalCents, offsetCents },
      { type: 'claim.paid', on: dayOf(at) },
    ];
  return [
    { type: 'claim.ordered', totalCents, offsetCents, payment: paymentIdOf(evidence.claim, claim.payments.length + 1) },
  ];
};

/**
 * Anordnen (§ 70 LHO): by another person than whoever certified or released, and never by whose claim it is. Above the
 * authority's threshold a first order waits for a second one by yet another person.
 */
export const order = (
  claim: Claim,
  evidence: OrderEvidence,
  actor: Actor,
  at: Instant,
): Result<ClaimFact[], OrderRefusal> => {
  const isSecond = claim.stage === 'firstOrdered';
  const permitted = permit(isSecond ? 'secondOrder' : 'order', claim, actor);
  if (!permitted.ok) return permitted;
  if (claim.seq !== evidence.seq) return refuse('changed-meanwhile');
  const { secondOrderAboveCents } = evidence;
  if (secondOrderAboveCents === undefined) return refuse('settings-missing');
  const totalCents = orderableCents(claim);
  if (!isSecond && totalCents > secondOrderAboveCents) return ok([{ type: 'claim.firstOrdered', totalCents }]);
  return ok(orderedFacts(claim, evidence, at));
};

/** What a person's account is, as far as the rule looks at it. */
export interface AccountEvidence {
  readonly isUsable: boolean;
}

/** After a return: the bank details are right by now, or were looked at and stand. The claim must be ordered again. */
export const fixBankData = (
  claim: Claim,
  seq: number,
  { isUsable }: AccountEvidence,
  actor: Actor,
): Result<ClaimFact[], PermitRefusal | 'changed-meanwhile' | 'account-not-usable'> => {
  const permitted = permit('fixBankData', claim, actor);
  if (!permitted.ok) return permitted;
  if (claim.seq !== seq) return refuse('changed-meanwhile');
  return isUsable ? ok([{ type: 'claim.bankDataFixed' }]) : refuse('account-not-usable');
};

/** So many days has the person to state their view. */
const HEARING_DAYS = 14;

export interface Offset {
  readonly seq: number;
  readonly heardOn: Day;
  readonly noticeOn: Day;
  readonly textsHash: string;
}

/**
 * Aufrechnung: what was paid too much is kept back from later orders of the same person. Only after a hearing on this very
 * overpayment and by a written notice with its remedy that has reached them (§§ 28, 49a(1) s. 2 VwVfG, domain rules 3.1).
 */
export const decideOffset = (
  claim: Claim,
  { seq, heardOn, noticeOn, textsHash }: Offset,
  actor: Actor,
  at: Instant,
): Result<ClaimFact[], PermitRefusal | 'changed-meanwhile' | 'hearing-missing' | 'notice-not-delivered'> => {
  const permitted = permit('decideOffset', claim, actor);
  if (!permitted.ok) return permitted;
  if (claim.seq !== seq) return refuse('changed-meanwhile');
  const foundOn = dayOf(claim.since ?? at);
  if (heardOn < foundOn || addDays(heardOn, HEARING_DAYS) > noticeOn) return refuse('hearing-missing');
  if (noticeOn > dayOf(at)) return refuse('notice-not-delivered');
  return ok([{ type: 'claim.offsetDecided', cents: claim.overpaidCents, textsHash, heardOn, noticeOn }]);
};

export interface PaymentOutcome {
  readonly payment: PaymentId;
  readonly outcome: 'booked' | 'returned' | 'rejected' | 'cancelled';
  readonly on: Day;
  readonly reason?: string;
}

/**
 * What the bank said of a payment. Told twice, late or in another order it changes nothing: only the last payment counts, it is
 * paid once, and after a return it stays failed.
 */
export const settle = (claim: Claim, { payment, outcome, on, reason }: PaymentOutcome): ClaimFact[] => {
  if (claim.payments.at(-1) !== payment) return [];
  if (outcome === 'booked') return claim.stage === 'ordered' ? [{ type: 'claim.paid', payment, on }] : [];
  const isOpen = claim.stage === 'ordered' || claim.stage === 'paid' || claim.stage === 'clawback';
  return isOpen ? [{ type: 'claim.paymentFailed', payment, reason: reason ?? outcome }] : [];
};
