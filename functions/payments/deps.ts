import type { Clock } from '../kernel/clock.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';
import type { Uploads } from '../kernel/uploads.ts';

export interface PaymentDeps {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly files: Files;
}

/** What the routes stand on beside it. */
export interface PaymentRouteDeps extends PaymentDeps {
  readonly uploads: Uploads;
}
