import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';

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
  /** Why it cannot be read as one transfer. */
  readonly unreadable?: 'amounts-differ' | 'batch-without-details';
}

/** A statement (Kontoauszug, camt.053) as far as payments need it. */
export interface Statement {
  readonly iban: string;
  readonly entries: readonly StatementEntry[];
  /** Announced or for information, not booked: no money moved yet. */
  readonly pending: number;
}
