/**
 * How far a rule can be trusted. `verified`: read in the norm or an official text of it. `verified-older`: read in an older edition.
 * `secondary`: read in a summary, in a programme's practice or in the text of another Land, not in the norm itself: it computes, and
 * officials see that beside the value. `general`: common knowledge, no source read. `unknown`: uncertain or contradictory, nothing is computed with it.
 */
export const STATUSES = ['verified', 'verified-older', 'secondary', 'general', 'unknown'] as const;

export type Status = (typeof STATUSES)[number];

/** Where a rule comes from. The norm is cited as a German letter cites it; the source says where it was read. */
export interface Sourced {
  readonly norm: string;
  readonly source: string;
  readonly status: Status;
}
