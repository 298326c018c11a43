import type { Clock } from '../kernel/clock.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';
import type { Uploads } from '../kernel/uploads.ts';

/** What reactions and the daily work stand on. */
export interface CompensationDeps {
  readonly journal: Journal;
  readonly clock: Clock;
}

/** What the routes stand on. */
export interface ClaimDeps extends CompensationDeps {
  readonly files: Files;
  readonly uploads: Uploads;
}
