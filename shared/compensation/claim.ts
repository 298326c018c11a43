import { cents, sum, type Cents } from '../kernel/cents.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { NoticeId, PaymentId, PersonId } from '../kernel/id.ts';
import { EXCLUSIONS, type ClaimFact, type ClaimLineAmount, type ClaimStage, type FeeReason } from './facts.ts';

type FactOf<T extends ClaimFact['type']> = Extract<ClaimFact, { type: T }>;

/** What was attended: the sitting as the list that counts tells it. */
export type Attended = Omit<FactOf<'claim.drafted'>, 'type' | 'units' | 'feeCents' | 'reason' | 'sittingSeq'> & {
  readonly draftedAt: Instant;
};

export interface ClaimFee {
  readonly units: number;
  readonly feeCents: Cents;
  readonly reason: FeeReason;
  readonly sittingSeq: number;
}

export type Expense = Omit<FactOf<'claim.expenseSet'>, 'type'>;

/** What officials recognised: all that was claimed, or less after a partial rejection. */
export interface Recognised {
  readonly feeUnits: number;
  readonly feeCents: Cents;
  readonly expensesCents: Cents;
  readonly totalCents: Cents;
  readonly lines?: readonly ClaimLineAmount[];
}

/** A claim (Antrag auf Aufwandsentschädigung) as its facts tell it; `seq` is the number of the last one. */
export interface Claim {
  readonly stage: ClaimStage;
  readonly seq: number;
  readonly since?: Instant;
  readonly of?: Attended;
  readonly fee: ClaimFee;
  /** The person asked for a decision on a fee that list or standing decision do not give. */
  readonly feeAsked?: boolean;
  readonly expenses: readonly Expense[];
  readonly caseNumber?: string;
  readonly proposal?: { readonly seq: number; readonly lines: readonly ClaimLineAmount[]; readonly totalCents: Cents };
  readonly recognised?: Recognised;
  readonly notice?: NoticeId;
  /** What the budget of that year holds for this claim. */
  readonly reserved?: { readonly cents: Cents; readonly year: number };
  /** Persons by what they did in this case, whatever became of it: nobody has two of these parts. */
  readonly examiners: readonly PersonId[];
  readonly releasers: readonly PersonId[];
  readonly orderers: readonly PersonId[];
  /** Who has declared to be biased in this case. */
  readonly biased: readonly PersonId[];
  readonly certifiedBy?: PersonId;
  readonly firstOrderedBy?: PersonId;
  /** Payments that were ordered, the last one last. */
  readonly payments: readonly PaymentId[];
  readonly failedAt?: Instant;
  /** The bank's reason for the last payment that failed (ISO 20022 external code). */
  readonly failedReason?: string;
  /** What was ordered last, with the part of it that is kept back for something earlier. */
  readonly orderedCents: Cents;
  readonly offsetCents: Cents;
  readonly paidOn?: Day;
  /** Too much by a correction and not yet decided on. */
  readonly overpaidCents: Cents;
  /** Too much, and decided that it is kept back from later orders. */
  readonly keptBackCents: Cents;
}

const NOTHING = cents(0);

export const NEW_CLAIM: Claim = {
  stage: 'none',
  seq: 0,
  fee: { units: 0, feeCents: NOTHING, reason: 'one-sitting', sittingSeq: 0 },
  expenses: [],
  examiners: [],
  releasers: [],
  orderers: [],
  biased: [],
  payments: [],
  orderedCents: NOTHING,
  offsetCents: NOTHING,
  overpaidCents: NOTHING,
  keptBackCents: NOTHING,
};

/** The fee among the amounts of a claim. */
export const FEE_ITEM = 'fee';

/**
 * An expense among the amounts of a claim. Its id is made by the client and may have been `fee`, before that was refused; the
 * colon is in no id, so the two never meet.
 */
export const amountItem = (item: string): string => (item === FEE_ITEM ? `expense:${item}` : item);

export const expensesCents = ({ expenses }: Claim): Cents => sum(expenses.map((one) => one.cents));

/** What is claimed now. */
export const claimedCents = (claim: Claim): Cents => cents(claim.fee.feeCents + expensesCents(claim));

/** What counts: as recognised where officials have decided, else as claimed. */
export const totalCents = (claim: Claim): Cents => claim.recognised?.totalCents ?? claimedCents(claim);

/** Whether a fee is claimed that list or standing decision do not give: it is denied by a notice, or they are changed. */
export const claimsExcludedFee = ({ fee }: Claim): boolean => fee.feeCents > 0 && EXCLUSIONS.has(fee.reason);

/** What is still to be ordered: without what was found to be too much, and without what is kept back for something earlier. */
export const orderableCents = (claim: Claim): Cents => cents(Math.max(0, totalCents(claim) - claim.overpaidCents));
