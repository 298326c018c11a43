import type { Instant } from '../../shared/kernel/day.ts';
import type { Disclosures, Entry } from '../../shared/ledger/entry.ts';
import type { Erased } from '../../shared/ledger/wire.ts';
import type { Journal, Key, Row } from '../kernel/journal.ts';

/** The log's head: one item, moved by compare-and-swap on its version. Trusted; who changes it can fork the log. */
export interface Head {
  readonly version: number;
  readonly size: number;
  /** base64 */
  readonly root: string;
  /** The signed checkpoint. */
  readonly note: string;
  /** Content hash of the batch that led here; undefined before the first one. */
  readonly batch: string | undefined;
  /** The batch before, which may go once this one is published. */
  readonly before: string | undefined;
  /** The entries that the last step added: with them its batch is made again if the staged one is lost. */
  readonly ids?: readonly string[];
}

/** The source of an entry and of its words. `index` is set when it is in the log. */
export interface EntryRow extends Row {
  readonly entry: Entry;
  readonly disclosures: Disclosures;
  readonly queuedAt: Instant;
  readonly index?: number;
  /** What was erased of its words, when and why. */
  readonly erased?: readonly Erased[];
}

export const HEAD: Key = { pk: 'ledger#head', sk: 'head' };

export const QUEUE = 'ledger#queue';

export const queueKey = (at: Instant, id: string): Key => ({ pk: QUEUE, sk: `${at}#${id}` });

export const entryKey = (id: string): Key => ({ pk: `ledger#entry#${id}`, sk: 'entry' });

/** What could not be read or shown and was set aside, so that the rest goes on; an operator looks at it. */
export const ASIDE = 'ledger#aside';

/** Erasures that two officials decided on, until they are done. */
export const ERASE = 'ledger#erase';

export const eraseKey = (id: string): Key => ({ pk: ERASE, sk: id });

export const asideKey = (id: string): Key => ({ pk: ASIDE, sk: id });

/** DynamoDB gives 100 items in one batch. */
const ASKS = 90;

/** Reads single rows, as many as there are, each in its place. */
export const readRows = async <R extends Row>(journal: Journal, keys: readonly Key[]): Promise<(R | undefined)[]> => {
  const rows: (R | undefined)[] = [];
  for (let at = 0; at < keys.length; at += ASKS) {
    const found = await journal.read(keys.slice(at, at + ASKS));
    rows.push(...found.map(([row]) => row as R | undefined));
  }
  return rows;
};

/** Where the parts of the ledger lie among the files. Batches are not public. */
export const logPath = (path: string): string => `ledger/log/${path}`;
export const batchPath = (hash: string): string => `ledger-staging/${hash}`;
export const openDataPath = (name: string): string => `open-data/${name}`;
