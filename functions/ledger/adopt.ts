import { base64, equalBytes, fromBase64 } from '../../shared/ledger/bytes.ts';
import {
  falseText,
  readDisclosures,
  readEntry,
  type Disclosures,
  type DisclosuresFile,
} from '../../shared/ledger/entry.ts';
import { growLog, rootOfEdge, type Edge } from '../../shared/ledger/growth.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { disclosuresPath, TILE_WIDTH, widthIn } from '../../shared/ledger/tiles.ts';
import type { Files } from '../kernel/files.ts';
import type { Write } from '../kernel/journal.ts';
import { showAll } from './aside.ts';
import { stage } from './batch.ts';
import { eraseRows } from './erase.ts';
import { edgeIn, entriesIn, type Published } from './published.ts';
import { moveHead } from './head.ts';
import type { LedgerDeps } from './publish.ts';
import { entryKey, logPath, queueKey, readRows, type EntryRow, type Head } from './rows.ts';

/** Entries of one transaction: two items each. */
const PART = 40;

const wordsIn = async (files: Files, within: number, index: number): Promise<DisclosuresFile | undefined> => {
  const path = logPath(disclosuresPath(index, widthIn(within, 0, index)));
  const read = readDisclosures((await files.get(path)) ?? new Uint8Array());
  return read.ok ? read.value : undefined;
};

/** Writes entries that the table has lost, or holds as still queued, as they stand in the published log. */
const putBack = async (deps: LedgerDeps, added: readonly EntryRow[]): Promise<void> => {
  const { journal, clock } = deps;
  for (let at = 0; at < added.length; at += PART) {
    const part = added.slice(at, at + PART);
    const known = await readRows<EntryRow>(
      journal,
      part.map(({ entry }) => entryKey(entry.id)),
    );
    const writes = part.flatMap((row, n): Write[] => {
      const before = known[n];
      const put: Write = {
        put: { ...row, queuedAt: before?.queuedAt ?? row.queuedAt },
        if: { version: before?.version ?? 0 },
      };
      const waits = before !== undefined && before.index === undefined;
      return [put, ...(waits ? [{ remove: queueKey(before.queuedAt, row.entry.id) }] : [])];
    });
    const outcome = await journal.commit({ at: clock.now(), by: 'system', writes });
    if (outcome.is !== 'committed') throw new Error('The entries of the published ledger changed while they were read');
    await showAll(
      deps,
      part.map(({ entry }) => entry.id),
    );
  }
};

const trueWords = (entry: EntryRow['entry'], words: Disclosures | undefined): Disclosures =>
  words === undefined || falseText(entry, words) !== undefined ? {} : words;

const rowOf = (deps: LedgerDeps, bytes: Uint8Array, index: number, words: DisclosuresFile | undefined): EntryRow => {
  const entry = readEntry(bytes);
  if (!entry.ok) throw new Error('The published ledger holds something that is no entry');
  const disclosures = trueWords(entry.value, ownOf(words, entry.value.id));
  return { ...entryKey(entry.value.id), entry: entry.value, disclosures, queuedAt: deps.clock.now(), index };
};

/** Words that the files no longer show were erased after the table's state: they go from the table again. */
const eraseAgain = async (deps: LedgerDeps, rows: readonly EntryRow[]): Promise<void> => {
  const known = await readRows<EntryRow>(
    deps.journal,
    rows.map(({ entry }) => entryKey(entry.id)),
  );
  for (const [n, { entry, disclosures }] of rows.entries()) {
    const names = (Object.keys(known[n]?.disclosures ?? {}) as (keyof Disclosures)[]).filter(
      (name) => disclosures[name] === undefined,
    );
    if (names.length > 0) await eraseRows(deps, entry.id, names);
  }
};

const grownOver = (edge: Edge, entries: readonly Uint8Array[]): Edge => growLog(edge, entries).edge;

/**
 * The table was put back to a state before the last entries of the published log: takes these over as they are published, so
 * that the log goes on and is never forked, and erases again what was erased since.
 * @throws Error if the published log does not continue what the table knows.
 */
export const adopt = async (deps: LedgerDeps, head: Head, published: Published): Promise<Head> => {
  const { files } = deps;
  const { size, root } = published.checkpoint;
  const old = { size: head.size, root: fromBase64(head.root) ?? new Uint8Array() };
  let edge = await edgeIn(files, old, size);
  const added: EntryRow[] = [];
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const [entries, words] = [await entriesIn(files, size, index), await wordsIn(files, size, index)];
    const first = index * TILE_WIDTH;
    const rows = entries.map((bytes, n) => rowOf(deps, bytes, first + n, words));
    if (words !== undefined)
      await eraseAgain(
        deps,
        rows.filter((row) => Number(row.index) < head.size),
      );
    added.push(...rows.filter((row) => Number(row.index) >= head.size));
    edge = grownOver(edge, entries.slice(Math.max(0, head.size - first)));
  }
  if (edge.size !== size || !equalBytes(rootOfEdge(edge), root)) {
    throw new Error(`The published ledger of ${size} entries does not continue the ${head.size} that the table knows`);
  }
  await putBack(deps, added);
  const batch = await stage(files, { edge, added: [] });
  const next = { version: head.version, size, root: base64(root), note: published.note, batch, before: undefined };
  const moved = await moveHead(deps, next, []);
  if (moved === undefined) throw new Error('The head of the ledger moved while the published log was taken over');
  return moved;
};
