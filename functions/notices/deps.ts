import type { Document } from '../../shared/notices/document.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';

export interface NoticeDeps {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly files: Files;
  readonly publicUrl: string;
}

/** Sets a document as PDF; same facts, same bytes. `sha256` in hex. Only the notices function carries the page setter. */
export type RenderDocument = (document: Document) => Promise<{ readonly pdf: Uint8Array; readonly sha256: string }>;
