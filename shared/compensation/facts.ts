import type { ExpenseKind } from '../bodies/wire.ts';
import type { SeatRole } from '../bodies/facts.ts';
import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { AuthorityId, BodyId, NoticeId, PaymentId, PersonId, SeatId, SittingId } from '../kernel/id.ts';
import type { WallTime } from '../kernel/wall-time.ts';

/** Why the fee is what it is; also the locale key `compensation.reason.<reason>`. */
export const FEE_REASONS = [
  'one-sitting',
  'over-six-hours',
  'morning-and-afternoon',
  'paid-once-same-half-day',
  'half-days-paid-once',
  'half-day-not-paid',
  'paid-with-other-sitting',
  'public-servant',
  'deputy-beside-member',
  'online-undecided',
  'online-not-paid',
] as const;
export type FeeReason = (typeof FEE_REASONS)[number];

/**
 * Why the list, or the body's standing decision on both halves of a day (§ 1(1) DepEntschGDV „zulässig“), gives no fee. A person
 * decides on it where the claimant asks for that.
 */
export const EXCLUSIONS: ReadonlySet<FeeReason> = new Set([
  'public-servant',
  'deputy-beside-member',
  'online-undecided',
  'online-not-paid',
  'half-day-not-paid',
]);

/** One amount of a claim: `fee`, or an expense by its item id. */
export interface ClaimLineAmount {
  readonly item: string;
  readonly claimedCents: Cents;
  readonly recognisedCents: Cents;
}

interface Fee {
  /** Number of fees for this sitting: 0, 1 or 2. */
  readonly units: number;
  readonly feeCents: Cents;
  readonly reason: FeeReason;
  /** The fact of the sitting (confirmed list or correction) from which it was computed. */
  readonly sittingSeq: number;
}

/**
 * What can have happened to a claim for compensation (Aufwandsentschädigung): one stream for each person and sitting.
 * A statutory entitlement, no grant, and it cannot be waived (domain rules 3.1).
 */
export type ClaimFact =
  | ({
      readonly type: 'claim.drafted';
      readonly sitting: SittingId;
      readonly body: BodyId;
      readonly authority: AuthorityId;
      readonly seat: SeatId;
      readonly as: SeatRole;
      readonly person: PersonId;
      readonly on: Day;
      readonly from: WallTime;
      readonly to: WallTime;
    } & Fee)
  /** Another list of the same day, or a correction, changed the fee before it was ordered; a certification falls with it. */
  | ({
      readonly type: 'claim.recomputed';
      readonly from: WallTime;
      readonly to: WallTime;
      /** Where a correction put the person on another seat, or into the other role. */
      readonly seat?: SeatId;
      readonly as?: SeatRole;
    } & Fee)
  /** The corrected list does not have the person as present any more. */
  | { readonly type: 'claim.voided'; readonly sittingSeq: number }
  | {
      readonly type: 'claim.expenseSet';
      readonly item: string;
      readonly kind: ExpenseKind;
      /** What is claimed: at most what the body reimburses for a sitting. */
      readonly cents: Cents;
      /** What the receipt says, where that is more. */
      readonly paidCents?: Cents;
      /** Tenths of a kilometre, so that 12.5 km are whole. */
      readonly tenthsOfKilometre?: number;
      /** Pages of the receipt by the SHA-256 of their cleaned bytes, hex. */
      readonly receipts: readonly string[];
      /** Salted hash of the reason. */
      readonly textsHash?: string;
    }
  | { readonly type: 'claim.expenseRemoved'; readonly item: string }
  /** The person asks for a decision on a fee that the list does not give: a denial is never automatic (§ 35a VwVfG). */
  | { readonly type: 'claim.feeAsked' }
  | {
      readonly type: 'claim.submitted';
      readonly caseNumber: string;
      readonly feeCents: Cents;
      readonly expensesCents: Cents;
      readonly totalCents: Cents;
    }
  | { readonly type: 'claim.queried'; readonly textsHash: string }
  | { readonly type: 'claim.answered'; readonly textsHash: string }
  | { readonly type: 'claim.certified'; readonly totalCents: Cents }
  | {
      readonly type: 'claim.rejectionProposed';
      readonly lines: readonly ClaimLineAmount[];
      readonly totalCents: Cents;
      readonly textsHash: string;
    }
  | { readonly type: 'claim.rejectionReturned'; readonly textsHash: string }
  | {
      readonly type: 'claim.partlyRejected';
      readonly totalCents: Cents;
      readonly notice: NoticeId;
      readonly noticeSha256: string;
      readonly noticeDay: Day;
    }
  /** Somebody of the office is biased (§§ 20, 21 VwVfG): from now on they take no step in this case. */
  | { readonly type: 'claim.biasDeclared'; readonly textsHash: string }
  /** Above the authority's threshold two persons order. */
  | { readonly type: 'claim.firstOrdered'; readonly totalCents: Cents }
  | {
      readonly type: 'claim.ordered';
      readonly totalCents: Cents;
      /** What is kept back for an earlier overpayment. */
      readonly offsetCents: Cents;
      /** Absent where the offset takes all. */
      readonly payment?: PaymentId;
    }
  | { readonly type: 'claim.paid'; readonly payment?: PaymentId; readonly on: Day }
  | { readonly type: 'claim.paymentFailed'; readonly payment: PaymentId; readonly reason: string }
  | { readonly type: 'claim.bankDataFixed' }
  /** A correction of the list after the order: so much too much was ordered or paid by now, without what was decided on; 0 takes it back. */
  | { readonly type: 'claim.overpaymentFound'; readonly cents: Cents; readonly sittingSeq: number }
  /** A person decided, by a written notice after a hearing, that it is kept back from later claims (Aufrechnung). */
  | {
      readonly type: 'claim.offsetDecided';
      readonly cents: Cents;
      readonly textsHash: string;
      /** When the person was asked to state their view (§ 28 VwVfG), and when the written notice with its remedy reached them. */
      readonly heardOn?: Day;
      readonly noticeOn?: Day;
    };

/**
 * The states of domain rules 10.5; `void` and `rejected` are ends. `excluded`: the list says public servant, so that there is
 * no fee unless a person decides otherwise; expenses can be claimed (§ 1(3) DepEntschGDV).
 */
export type ClaimStage =
  | 'none'
  | 'drafted'
  | 'excluded'
  | 'void'
  | 'submitted'
  | 'queried'
  | 'rejectionProposed'
  | 'rejected'
  | 'certified'
  | 'partlyCertified'
  | 'firstOrdered'
  | 'ordered'
  | 'paid'
  | 'paymentFailed'
  | 'clawback';
