import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';

/** Why an entry cannot be read as one transfer; also the locale key `payments.why.<reason>`. */
export const UNREADABLE = [
  'amounts-differ',
  'batch-without-details',
  'amount-unreadable',
  'amount-too-large',
  'other-currency',
  'day-missing',
  'direction-unknown',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

/** One movement of the account as the bank tells it; of a batch booking, each of its transfers. */
export interface StatementEntry {
  /** The same for the same movement, however often and in whichever file it comes. */
  readonly id: string;
  readonly direction: 'credit' | 'debit';
  readonly cents: Cents;
  /** Money that came back, with the bank's reason (ISO 20022 external code; `MS03` where none is given). */
  readonly returned?: string;
  /** Value date (Wertstellung); where the bank gives none, the booking date. */
  readonly on: Day;
  readonly endToEndId?: string;
  /** Account and name of the other side. */
  readonly iban?: string;
  readonly name?: string;
  readonly remittance: string;
  readonly unreadable?: Unreadable;
  /** How the bank wrote an amount that cannot count as cents; then `cents` is 0. */
  readonly amountText?: string;
}

/** What the account held before or after, where the bank says so. */
export interface Balance {
  readonly cents: number;
  readonly on: Day;
}

/** A statement (Kontoauszug, camt.053) as far as payments need it. */
export interface Statement {
  readonly iban: string;
  readonly entries: readonly StatementEntry[];
  /** Announced or for information, not booked: no money moved yet. */
  readonly pending: number;
  /** Statements of other accounts in the same file, which were passed over. */
  readonly others: number;
  /** The first and the last balance of the file. */
  readonly opening?: Balance;
  readonly closing?: Balance;
  /** Whether opening balance and movements made the closing balance; false where the file does not name both. */
  readonly isBalanced: boolean;
}
