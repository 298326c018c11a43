import type { EntryFields, Texts } from '../../shared/ledger/entry.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Journal } from '../kernel/journal.ts';
import { queueEntry } from './queue.ts';
import { entryKey, readRows } from './rows.ts';

/** Entries of one transaction: two items each. */
export const PART = 48;
const ATTEMPTS = 5;

/** An entry before it is sealed. */
export interface Queued {
  readonly fields: EntryFields;
  readonly texts: Texts;
}

/** Queues those of at most `PART` entries that are not known by their id yet, and answers with their number. */
export const queueMissing = async (
  { journal, clock }: { readonly journal: Journal; readonly clock: Clock },
  part: readonly Queued[],
): Promise<number> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const known = await readRows(
      journal,
      part.map(({ fields }) => entryKey(fields.id)),
    );
    const fresh = part.filter((_, at) => known[at] === undefined);
    if (fresh.length === 0) return 0;
    const at = clock.now();
    const rows = fresh.map(({ fields, texts }) => queueEntry(fields, texts, at));
    const outcome = await journal.commit({
      at,
      by: 'system',
      guards: rows.flatMap(({ guards }) => guards),
      writes: rows.flatMap(({ writes }) => writes),
    });
    if (outcome.is === 'committed') return fresh.length;
  }
  throw new Error('The same entries are being queued elsewhere');
};
