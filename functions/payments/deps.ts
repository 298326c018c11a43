import type { Document } from '../../shared/notices/document.ts';
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
  /** Sets the payment order list; only where documents are set is there a page setter. */
  readonly render: (document: Document) => Promise<{ readonly pdf: Uint8Array; readonly sha256: string }>;
}
