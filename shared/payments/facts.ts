import type { AccountOwner } from '../accounts/facts.ts';
import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { AuthorityId, PersonId, RunId, StatementId } from '../kernel/id.ts';

/** The case that ordered a payment: a room and its id there. What the room is plays no part in paying. */
export interface PaymentSource {
  readonly room: string;
  readonly id: string;
}

/** What verification of payee answered (Reg. (EU) 2024/886). */
export const PAYEE_CHECKS = ['match', 'closeMatch', 'noMatch', 'notPossible'] as const;
export type PayeeCheck = (typeof PAYEE_CHECKS)[number];

/** Why a payment waits instead of going into a run. */
export const HOLD_GROUNDS = [
  'account-missing',
  'account-changing',
  'possible-duplicate',
  'payee-check',
  'manual',
  'return-unconfirmed',
] as const;
export type HoldGround = (typeof HOLD_GROUNDS)[number];

/** What can have happened to one ordered payment (Auszahlung). One stream each; its end-to-end id is used once. */
export type PaymentFact =
  | {
      readonly type: 'payment.opened';
      readonly source: PaymentSource;
      readonly payee: AccountOwner;
      readonly authority: AuthorityId;
      readonly cents: Cents;
      readonly endToEndId: string;
      readonly certifiedBy: PersonId;
      readonly orderedBy: readonly PersonId[];
    }
  | {
      readonly type: 'payment.held';
      readonly ground: HoldGround;
      readonly textsHash?: string;
      /** On whose word alone it rests that this may be paid: somebody else must look before it is. */
      readonly notBy?: PersonId;
    }
  | { readonly type: 'payment.freed'; readonly ground: HoldGround; readonly textsHash?: string }
  | { readonly type: 'payment.collected'; readonly run: RunId }
  /** Left the run before its release. */
  | { readonly type: 'payment.dropped'; readonly run: RunId }
  | { readonly type: 'payment.payeeChecked'; readonly result: PayeeCheck; readonly run: RunId }
  | { readonly type: 'payment.cancelled'; readonly run?: RunId; readonly textsHash?: string }
  | {
      readonly type: 'payment.booked';
      readonly on: Day;
      readonly statement: StatementId;
      readonly entry: string;
      /** Salted hash of the note, where a person assigned the entry. */
      readonly textsHash?: string;
    }
  | {
      readonly type: 'payment.returned';
      readonly on: Day;
      readonly reason: string;
      readonly statement: StatementId;
      readonly entry: string;
      /** Salted hash of the note, where another person than whoever handed the statement over confirmed it. */
      readonly textsHash?: string;
    }
  | { readonly type: 'payment.rejected'; readonly reason: string }
  /** The bank refused its run as a whole: it is free for another one, under an end-to-end id that no file has named yet. */
  | { readonly type: 'payment.renumbered'; readonly run: RunId; readonly endToEndId: string };

export type PaymentStage = 'none' | 'ready' | 'held' | 'inRun' | 'booked' | 'returned' | 'rejected' | 'cancelled';

/** What can have happened to a payment run (Zahllauf); domain rules 10.6. */
export type RunFact =
  | {
      readonly type: 'run.opened';
      readonly authority: AuthorityId;
      readonly executionDay: Day;
      readonly channel: RunChannel;
    }
  | {
      readonly type: 'run.closed';
      readonly count: number;
      readonly sumCents: Cents;
      /** SHA-256 over the canonical list of frozen items, hex. */
      readonly listSha256: string;
      readonly fileSha256: string;
      readonly messageId: string;
    }
  | { readonly type: 'run.reopened' }
  | { readonly type: 'run.released'; readonly fileSha256: string }
  | { readonly type: 'run.transmitted'; readonly on: Day }
  | { readonly type: 'run.cancelled' }
  /** A person says that the bank did not take the file; another one must say so too. */
  | { readonly type: 'run.rejectionNoted'; readonly textsHash: string }
  | { readonly type: 'run.rejected' };

/** `optOut`: a batch without verification of payee, at least two items. `orderList`: paid through the city's own budget system. */
export const RUN_CHANNELS = ['verified', 'optOut', 'orderList'] as const;
export type RunChannel = (typeof RUN_CHANNELS)[number];

/** `partlyBooked` and `booked` follow from its items. */
export type RunStage =
  | 'none'
  | 'open'
  | 'closed'
  | 'released'
  | 'sent'
  | 'partlyBooked'
  | 'booked'
  | 'cancelled'
  | 'rejected';

/** What can have happened to a bank statement that was read in (camt.053). */
export type StatementFact =
  | {
      readonly type: 'statement.received';
      readonly authority: AuthorityId;
      readonly fileSha256: string;
      readonly entries: number;
    }
  | {
      readonly type: 'statement.reconciled';
      readonly booked: number;
      readonly returned: number;
      readonly unclear: number;
    };
