import type { Finding } from '../../shared/ledger/finding.ts';
import type { PublicEntry } from '../../shared/ledger/wire.ts';

/** What the page asks of the worker: the whole log, or one entry of it. */
export type VerifyAsk =
  | { readonly what: 'log'; readonly earlier: string | undefined }
  /** With what the page shows of it: every field must be what the signed log says. */
  | { readonly what: 'entry'; readonly shown: PublicEntry };

/** What was checked and holds, as far as the page says it. */
export interface LogHolds {
  readonly is: 'log-holds';
  readonly origin: string;
  readonly size: number;
  readonly texts: number;
  readonly erased: number;
  readonly since: number | undefined;
  /** The signed note: kept by the page, so that the next check proves that nothing before it was changed. */
  readonly note: string;
  readonly vkey: string;
}

export type VerifyTold =
  | { readonly is: 'progress'; readonly checked: number; readonly size: number }
  | LogHolds
  | { readonly is: 'entry-holds'; readonly index: number; readonly size: number; readonly vkey: string }
  | {
      readonly is: 'fails';
      readonly finding: Pick<Finding, 'at'> & { readonly problem: string };
      /** Where the page shows something else: what the signed log says. */
      readonly signed?: PublicEntry;
    }
  /** The files could not be fetched; nothing is said about the log. */
  | { readonly is: 'unreachable' };
