import * as z from 'zod/mini';
import type { AccountOwner } from '../accounts/facts.ts';
import type { Cents } from '../kernel/cents.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { AuthorityId, PaymentId, RunId, StatementId, UploadId } from '../kernel/id.ts';
import { cursorText, dayText, filledProse, idText } from '../kernel/text.ts';
import {
  PAYEE_CHECKS,
  RUN_CHANNELS,
  type HoldGround,
  type PayeeCheck,
  type PaymentSource,
  type PaymentStage,
  type RunChannel,
  type RunStage,
} from './facts.ts';

const language = z.optional(z.string().check(z.maxLength(10)));
const sha256 = z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/));

export const paymentParam = z.strictObject({ payment: idText<PaymentId>() });
export const runParam = z.strictObject({ run: idText<RunId>() });
export const runItemParam = z.strictObject({ run: idText<RunId>(), payment: idText<PaymentId>() });
export const statementParam = z.strictObject({ statement: idText<StatementId>() });
export const clarificationParam = z.strictObject({ clarification: idText() });

export const PAYMENT_QUEUES = ['ready', 'held'] as const;
export type PaymentQueue = (typeof PAYMENT_QUEUES)[number];

export const paymentsQuery = z.strictObject({
  queue: z.enum(PAYMENT_QUEUES),
  authority: z.optional(idText<AuthorityId>()),
  cursor: z.optional(cursorText()),
  lang: language,
});
export const authorityQuery = z.strictObject({
  authority: z.optional(idText<AuthorityId>()),
  cursor: z.optional(cursorText()),
  lang: language,
});
export const pageQuery = z.strictObject({ cursor: z.optional(cursorText()), lang: language });

/** Opening a run collects what is ready; items come in one by one. */
export const openRunBody = z.strictObject({
  authority: idText<AuthorityId>(),
  executionDay: dayText(),
  channel: z.enum(RUN_CHANNELS),
});
/** The totals that the person saw before closing; others by now are refused. */
export const closeBody = z.strictObject({ count: z.int().check(z.minimum(1)), sumCents: z.int().check(z.minimum(1)) });
export const releaseBody = z.strictObject({ fileSha256: sha256 });
export const transmittedBody = z.strictObject({ on: dayText() });
/** No order lies further ahead: nobody means a day in the next century. */
export const LONGEST_AHEAD_DAYS = 366;
export const payeeCheckBody = z.strictObject({ result: z.enum(PAYEE_CHECKS) });
export const reasonBody = z.strictObject({ reason: filledProse(1000) });
/** What becomes of an item whose payee the bank does not know by that name. */
export const decideBody = z.strictObject({ decision: z.enum(['proceed', 'cancel']), reason: filledProse(1000) });
export const orderListBody = z.strictObject({ format: z.enum(['pdf', 'csv']) });
export const statementBody = z.strictObject({ authority: idText<AuthorityId>(), upload: idText<UploadId>() });
/** How a person settled an entry that nobody could assign; `payment` assigns it. */
export const settleBody = z.strictObject({ payment: z.optional(idText<PaymentId>()), note: filledProse(1000) });

/** For payers: certifiers and orderers of the authority. */
export interface PaymentLine {
  readonly payment: PaymentId;
  readonly source: PaymentSource;
  readonly payee: AccountOwner;
  readonly payeeName: string;
  readonly cents: Cents;
  readonly endToEndId: string;
  readonly stage: PaymentStage;
  readonly since: Instant;
  readonly holds: readonly HoldGround[];
}

export interface PaymentLines {
  readonly items: readonly PaymentLine[];
  readonly next?: string;
}

export const RUN_ACTS = [
  'close',
  'reopen',
  'release',
  'download',
  'transmitted',
  'cancel',
  'noteRejection',
  'reject',
  'checkPayee',
  'decideHeld',
] as const;
export type RunAct = (typeof RUN_ACTS)[number];

export interface RunLine {
  readonly run: RunId;
  readonly authority: AuthorityId;
  readonly stage: RunStage;
  readonly channel: RunChannel;
  readonly executionDay: Day;
  readonly openedAt: Instant;
  readonly count: number;
  readonly sumCents: Cents;
  /** While collecting: how many were looked at and whether more will come. */
  readonly collected: number;
  readonly isCollecting: boolean;
  readonly booked: number;
  readonly returned: number;
}

export interface RunLines {
  readonly items: readonly RunLine[];
  readonly next?: string;
}

export interface RunView extends RunLine {
  readonly seq: number;
  readonly acts: readonly RunAct[];
  readonly fileSha256?: string;
  readonly messageId?: string;
  readonly steps: readonly { readonly act: string; readonly at: Instant; readonly by: string }[];
  /** What stands against closing, with the payments concerned. */
  readonly findings: readonly { readonly finding: string; readonly payments: readonly PaymentId[] }[];
  readonly payer: { readonly name: string; readonly iban: string };
  /** That the bank did not take the file, as somebody noted; another person must confirm it. */
  readonly rejection?: { readonly by: string; readonly at: Instant; readonly reason: string };
}

export interface RunItem {
  readonly payment: PaymentId;
  readonly endToEndId: string;
  readonly holder: string;
  readonly iban: string;
  readonly cents: Cents;
  readonly remittance: string;
  readonly stage: PaymentStage;
  readonly payeeCheck?: PayeeCheck;
  readonly holds: readonly HoldGround[];
  readonly reason?: string;
}

export interface RunItems {
  readonly items: readonly RunItem[];
  readonly next?: string;
}

export interface StatementLine {
  readonly statement: StatementId;
  readonly receivedAt: Instant;
  readonly entries: number;
  readonly done: number;
  readonly booked: number;
  readonly returned: number;
  readonly unclear: number;
  readonly isDone: boolean;
  /** Statements of other accounts in the same file, which were passed over. */
  readonly others?: number;
  /** Announced, not booked. */
  readonly pending?: number;
  /** Whether opening balance and movements made the closing balance; false where the bank named no two balances. */
  readonly isBalanced?: boolean;
  /** By how much its opening balance differs from the closing balance of the statement before: movements may be missing. */
  readonly gapCents?: number;
}

export interface StatementLines {
  readonly items: readonly StatementLine[];
  readonly next?: string;
}

/** The account from which an authority pays. */
export interface PayerView {
  readonly authority: AuthorityId;
  readonly name: string;
  readonly iban: string;
  readonly bic?: string;
  readonly channels: readonly RunChannel[];
}

/** An entry of a statement that no payment could be found for. */
export interface Clarification {
  readonly clarification: string;
  readonly statement: StatementId;
  readonly cents: Cents;
  readonly direction: 'credit' | 'debit';
  readonly on: Day;
  readonly endToEndId?: string;
  readonly remittance: string;
  readonly why: string;
  /** How the bank wrote an amount that cannot count as cents; then `cents` is 0. */
  readonly amountText?: string;
  /** Of a return after the booking: the payment that it would undo. */
  readonly payment?: PaymentId;
}

export interface Clarifications {
  readonly items: readonly Clarification[];
  readonly next?: string;
}
