import { equalBytes } from '../../shared/ledger/bytes.ts';
import { disclosuresBytes, readEntry, type Disclosures, type DisclosuresFile } from '../../shared/ledger/entry.ts';
import { bundlesForGrowth, disclosuresPath, TILE_WIDTH } from '../../shared/ledger/tiles.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';
import type { Batch } from './batch.ts';
import { entryKey, logPath, readRows, type EntryRow } from './rows.ts';

/** @throws Error if the log holds something else than an entry. */
export const idIn = (bytes: Uint8Array): string => {
  const entry = readEntry(bytes);
  if (!entry.ok) throw new Error('The log holds something that is no entry');
  return entry.value.id;
};

/** The words as they are now in the table: the one place where they are erased. */
export const wordsOfEntries = async (journal: Journal, ids: readonly string[]): Promise<DisclosuresFile> => {
  const rows = await readRows<EntryRow>(journal, ids.map(entryKey));
  return Object.fromEntries(ids.map((id, index): [string, Disclosures] => [id, rows[index]?.disclosures ?? {}]));
};

export const putWords = (files: Files, path: string, words: DisclosuresFile): Promise<void> =>
  files.put(logPath(path), disclosuresBytes(words), { type: 'application/json' });

/** Writes the disclosure file beside each bundle that the batch adds or widens. */
export const discloseBatch = async (journal: Journal, files: Files, { edge, added }: Batch): Promise<void> => {
  const first = edge.size - edge.entries.length;
  const ids = [...edge.entries, ...added].map(idIn);
  for (const { index, width } of bundlesForGrowth(edge.size, edge.size + added.length)) {
    const from = index * TILE_WIDTH - first;
    const bundle = ids.slice(from, from + width);
    const path = disclosuresPath(index, width);
    // Words may be erased between reading and writing them: what was written is what still stands in the table.
    for (let words = await wordsOfEntries(journal, bundle); ;) {
      await putWords(files, path, words);
      const now = await wordsOfEntries(journal, bundle);
      if (equalBytes(disclosuresBytes(now), disclosuresBytes(words))) break;
      words = now;
    }
  }
};
