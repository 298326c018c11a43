import type { Quarter } from '../compensation/periods.ts';
import type { EntryId } from '../kernel/id.ts';

/** What can have happened to the public figures of a quarter. One stream each; it is published once, and late claims are in a later one. */
export type QuarterFact = {
  readonly type: 'quarter.published';
  readonly quarter: Quarter;
  /** The entries that were queued for the log: bodies in the order of the directory, then the total if there is one. */
  readonly entries: readonly EntryId[];
};
