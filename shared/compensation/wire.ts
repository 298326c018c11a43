import type { Status } from '../law/status.ts';
import * as z from 'zod/mini';
import { EXPENSE_KINDS, type ExpenseKind, type ExpenseRule } from '../bodies/wire.ts';
import type { SeatRole } from '../bodies/facts.ts';
import type { Cents } from '../kernel/cents.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { AuthorityId, BodyId, ClaimId, NoticeId, PersonId, SittingId, UploadId } from '../kernel/id.ts';
import { centsFrom, cursorText, dayText, filledProse, idText, printedProse } from '../kernel/text.ts';
import type { WallTime } from '../kernel/wall-time.ts';
import { FEE_ITEM } from './claim.ts';
import type { ClaimStage, FeeReason } from './facts.ts';

const language = z.optional(z.string().check(z.maxLength(10)));
const seq = z.int().check(z.minimum(1), z.maximum(100_000));

export const claimParam = z.strictObject({ claim: idText<ClaimId>() });
export const expenseParam = z.strictObject({ claim: idText<ClaimId>(), item: idText() });
/** An expense that is entered or changed: `fee` is what the fee is called among the amounts of a claim. */
export const newExpenseParam = z.strictObject({
  claim: idText<ClaimId>(),
  item: idText().check(z.refine((item) => item !== FEE_ITEM, { error: 'wrong-form' })),
});
export const pageParam = z.strictObject({
  claim: idText<ClaimId>(),
  item: idText(),
  sha256: z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/)),
});
export const yearParam = z.strictObject({ year: z.string().check(z.maxLength(4), z.regex(/^20\d\d$/)) });

export const claimsQuery = z.strictObject({ cursor: z.optional(cursorText()), lang: language });

/** Who has to do something: the body office, the authority, the orderers, or who mends bank details. */
export const CLAIM_QUEUES = ['certify', 'decide', 'order', 'secondOrder', 'failed', 'overpaid', 'done'] as const;
export type ClaimQueue = (typeof CLAIM_QUEUES)[number];

/** `scope` is a body for `certify` and an authority for all others. */
export const workListQuery = z.strictObject({
  queue: z.enum(CLAIM_QUEUES),
  scope: z.optional(idText()),
  cursor: z.optional(cursorText()),
  lang: language,
});

export const expenseBody = z.strictObject({
  kind: z.enum(EXPENSE_KINDS),
  /** What was spent; for mileage it is computed and must not be sent. */
  cents: z.optional(centsFrom(1, 1_000_00)),
  tenthsOfKilometre: z.optional(z.int().check(z.minimum(1), z.maximum(20_000))),
  reason: z.optional(filledProse(600)),
  /** New pages, in order; pages that are there already stay by their SHA-256. */
  pages: z
    .array(
      z.union([
        z.strictObject({ upload: idText<UploadId>() }),
        z.strictObject({ sha256: z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/)) }),
      ]),
    )
    .check(z.maxLength(6)),
});

/** What the member saw and confirms; other figures by now are refused. */
export const submitBody = z.strictObject({ seq, totalCents: centsFrom(1) });
export const textBody = z.strictObject({ text: filledProse(2000) });
export const seqBody = z.strictObject({ seq });

/** A batch with the totals by body that the person saw; refused where they are others. */
export const batchBody = z.strictObject({
  claims: z.array(z.strictObject({ claim: idText<ClaimId>(), seq })).check(z.minLength(1), z.maxLength(50)),
  totals: z
    .array(z.strictObject({ body: idText<BodyId>(), count: z.int().check(z.minimum(1)), cents: centsFrom(0) }))
    .check(z.minLength(1), z.maxLength(50)),
});

export const proposeRejectionBody = z.strictObject({
  seq,
  /** Every amount of the claim, with what is recognised of it; 0 rejects it. */
  recognised: z
    .array(z.strictObject({ item: z.string().check(z.maxLength(80)), cents: centsFrom(0) }))
    .check(z.minLength(1), z.maxLength(20)),
  /** Printed in the notice; a blank line begins a new paragraph. */
  reasons: printedProse(4000),
});
export const releaseBody = z.strictObject({
  noticeSha256: z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/)),
});
/** `sameStands`: a person looked at the bank details, and they were right. */
export const fixBankDataBody = z.strictObject({ seq, sameStands: z.optional(z.boolean()) });
/** The notice goes by post, outside the portal: repayment wants paper or a qualified seal (§§ 3a, 49a(1) VwVfG). */
export const offsetBody = z.strictObject({
  seq,
  heardOn: dayText(),
  noticeOn: dayText(),
  reason: filledProse(1000),
});

export const reportableQuery = z.strictObject({
  year: z.string().check(z.regex(/^20\d\d$/)),
  authority: z.optional(idText<AuthorityId>()),
  lang: language,
});

/** One line of "my compensation" or of a work list. */
export interface ClaimLine {
  readonly claim: ClaimId;
  readonly caseNumber?: string;
  readonly body: BodyId;
  readonly bodyName: string;
  readonly sitting: SittingId;
  readonly on: Day;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly as: SeatRole;
  readonly stage: ClaimStage;
  readonly since: Instant;
  readonly seq: number;
  readonly feeCents: Cents;
  readonly expensesCents: Cents;
  readonly totalCents: Cents;
  /** What an order would pay, where it is less: something was found to be too much. */
  readonly payableCents?: Cents;
  readonly reason: FeeReason;
  /** For officials. */
  readonly person?: { readonly id: PersonId; readonly name: string };
  readonly paidOn?: Day;
  readonly hasObjection?: boolean;
}

export interface ClaimLines {
  readonly items: readonly ClaimLine[];
  readonly next?: string;
}

export interface ExpenseView {
  readonly item: string;
  readonly kind: ExpenseKind;
  readonly cents: Cents;
  /** What the receipt says, where the body reimburses less. */
  readonly paidCents?: Cents;
  readonly tenthsOfKilometre?: number;
  readonly reason?: string;
  readonly pages: readonly { readonly sha256: string; readonly type: 'image/jpeg' | 'image/png' | 'application/pdf' }[];
  /** After a partial rejection. */
  readonly recognisedCents?: Cents;
}

export const CLAIM_ACTS = [
  'setExpense',
  'askFee',
  'submit',
  'query',
  'answer',
  'certify',
  'proposeRejection',
  'returnRejection',
  'partlyReject',
  'order',
  'secondOrder',
  'fixBankData',
  'decideOffset',
] as const;
export type ClaimAct = (typeof CLAIM_ACTS)[number];

export interface ClaimView extends ClaimLine {
  readonly acts: readonly ClaimAct[];
  /** Whether the reader works on the claim for the office and may say that they are biased. */
  readonly mayDeclareBias?: boolean;
  readonly expenses: readonly ExpenseView[];
  /** The kinds that the body pays, with what is needed for each. */
  readonly kinds: readonly ExpenseRule[];
  readonly rate: { readonly cents: Cents; readonly norm: string; readonly status: string; readonly question?: string };
  /** Other sittings of the same day that were looked at. */
  readonly sameDay: readonly {
    readonly bodyName: string;
    readonly from: WallTime;
    readonly to: WallTime;
    readonly units: number;
  }[];
  /** For officials: the open question of the law on which the day's fees depend. */
  readonly dayQuestion?: string;
  readonly travelUntil: Day;
  readonly lapsesOn: Day;
  readonly accountState: 'missing' | 'changing' | 'usable';
  readonly messages: readonly {
    readonly kind: 'query' | 'answer' | 'return';
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
  }[];
  readonly rejection?: { readonly reasons: string; readonly notice?: NoticeId; readonly feeRecognisedCents: Cents };
  readonly overpaidCents?: Cents;
  readonly offsetCents?: Cents;
  /** Of a payment that failed: the bank's reason (ISO 20022 external code). */
  readonly failedReason?: string;
  readonly steps: readonly { readonly act: string; readonly at: Instant; readonly by?: string }[];
}

/** The answer to an act on one claim. */
export interface ClaimStep {
  readonly claim: ClaimId;
  readonly stage: ClaimStage;
  readonly seq: number;
}

export interface BatchAnswer {
  readonly done: readonly ClaimStep[];
  readonly refused: readonly { readonly claim: ClaimId; readonly refusal: string; readonly detail: string }[];
}

/** What was paid to one person in one calendar year. */
export interface StatementView {
  readonly year: number;
  readonly name: string;
  readonly lines: readonly StatementLine[];
  readonly feesCents: Cents;
  readonly expensesCents: Cents;
  readonly totalCents: Cents;
  /** Amounts of the law against which the running total is shown; never a promise. */
  readonly limits: readonly {
    readonly key: string;
    readonly cents?: Cents;
    readonly norm: string;
    readonly status: Status;
    readonly question?: string;
    readonly state: 'below' | 'near' | 'above' | 'unknown';
  }[];
}

export interface StatementLine {
  readonly claim: ClaimId;
  readonly caseNumber: string;
  readonly body: BodyId;
  readonly bodyName: string;
  readonly on: Day;
  readonly paidOn: Day;
  readonly feeCents: Cents;
  readonly expensesCents: Cents;
  readonly legalBasis: string;
}

/** Yearly totals by person for the office; refused while the threshold of § 7(2) MV is not known. */
export interface ReportableView {
  readonly year: number;
  readonly thresholdCents: Cents;
  readonly items: readonly {
    readonly person: PersonId;
    readonly name: string;
    readonly totalCents: Cents;
    readonly isReportable: boolean;
  }[];
}
