/**
 * How far a rule can be trusted. `verified`: read in a source. `verified-older`: read in an older edition.
 * `general`: common knowledge, no source read. `unknown`: uncertain or contradictory, nothing is computed with it.
 */
export const STATUSES = ['verified', 'verified-older', 'general', 'unknown'] as const;

export type Status = (typeof STATUSES)[number];

/** Where a rule comes from. The norm is cited as a German letter cites it; the source says where it was read. */
export interface Sourced {
  readonly norm: string;
  readonly source: string;
  readonly status: Status;
}
