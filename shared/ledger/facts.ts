import type { Quarter } from '../compensation/periods.ts';
import type { EntryId } from '../kernel/id.ts';
import type { TextName } from './entry.ts';
import type { ErasureGround } from './erasure.ts';
import type { Suspicion } from './suspicion.ts';

/** What can have happened to the public figures of a quarter. One stream each; it is published once, and late claims are in a later one. */
export type QuarterFact = {
  readonly type: 'quarter.published';
  readonly quarter: Quarter;
  /** The entries that were queued for the log: bodies in the order of the directory, then the total if there is one. */
  readonly entries: readonly EntryId[];
};

/** That an official looked at a row of a loaded file that might tell of a natural person, and how it was published. One stream each. */
export type HeldFact = {
  readonly type: 'held.published';
  readonly as: 'asItStands' | 'withoutName' | 'changed';
  readonly suspicions: readonly Suspicion[];
};

/** What can have happened to a request to erase published words. One stream each. */
export type ErasureFact =
  | {
      readonly type: 'erasure.asked';
      readonly entry: EntryId;
      readonly names: readonly TextName[];
      readonly ground: ErasureGround;
    }
  /** The second person agreed: from here on the sequencer erases, as often as it takes. */
  | { readonly type: 'erasure.confirmed' }
  | { readonly type: 'erasure.declined' };

export type LedgerFact = QuarterFact | HeldFact | ErasureFact;
