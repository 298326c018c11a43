import type { Cents } from '../../kernel/cents.ts';
import type { PaymentFact, RunStage } from '../facts.ts';
import type { Payment } from '../payment.ts';
import { UNREADABLE, type StatementEntry } from '../statement-entry.ts';

/** Why a movement needs a person; also the locale key `payments.why.<reason>`. */
export const UNCLEAR = [
  ...UNREADABLE,
  'unknown-return',
  'unknown-debit',
  'unknown-credit',
  'amount-differs',
  'not-released',
  'booked-before',
  'returned-before',
  'cancelled-before',
  'return-after-booking',
  'rejected-before',
] as const;
export type Unclear = (typeof UNCLEAR)[number];

export type Match =
  | { readonly is: 'booked' | 'returned'; readonly fact: PaymentFact }
  | { readonly is: 'unclear'; readonly why: Unclear };

const unclear = (why: Unclear): Match => ({ is: 'unclear', why });

type Read = Omit<Extract<PaymentFact, { type: 'payment.booked' }>, 'type' | 'on'>;

/** `second`: a person who did not hand the statement over says that it is so. */
export type Look = 'first' | 'second';

/** Without a payment that it belongs to, a movement says only which way the money went. */
const unknown = ({ returned, direction }: StatementEntry): Unclear =>
  returned !== undefined ? 'unknown-return' : direction === 'debit' ? 'unknown-debit' : 'unknown-credit';

/**
 * What a movement means for the payment that bears its end-to-end id. Only the bank books; what does not fit in amount,
 * direction or state is for a person to clear up, and never counts as money. Money that was booked and comes back could be
 * paid a second time on the word of whoever handed the statement over: another person looks first. In whatever order
 * booking and return are told, the payment ends in the same state.
 */
export const matched = (
  entry: StatementEntry,
  found: { readonly payment: Payment; readonly cents: Cents; readonly run: RunStage } | undefined,
  read: Read,
  look: Look = 'first',
): Match => {
  if (entry.unreadable !== undefined) return unclear(entry.unreadable);
  if (found === undefined) return unclear(unknown(entry));
  const { payment, cents, run } = found;
  if (entry.cents !== cents) return unclear('amount-differs');
  if (payment.isCancelled) return unclear('cancelled-before');
  if (run !== 'released' && run !== 'sent') return unclear('not-released');
  if (entry.direction === 'credit') {
    if (entry.returned === undefined) return unclear('unknown-credit');
    if (payment.returned !== undefined) return unclear('returned-before');
    if (payment.bookedOn !== undefined && look === 'first') return unclear('return-after-booking');
    return { is: 'returned', fact: { type: 'payment.returned', on: entry.on, reason: entry.returned, ...read } };
  }
  if (entry.returned !== undefined) return unclear('unknown-debit');
  if (payment.bookedOn !== undefined) return unclear('booked-before');
  return { is: 'booked', fact: { type: 'payment.booked', on: entry.on, ...read } };
};
