import { disclosuresBytes, readDisclosures, type Disclosures, type TextName } from '../../shared/ledger/entry.ts';
import { disclosuresPath, TILE_WIDTH } from '../../shared/ledger/tiles.ts';
import { publicEntryOf } from '../../shared/ledger/public-entry.ts';
import type { Erased } from '../../shared/ledger/wire.ts';
import type { Files } from '../kernel/files.ts';
import { OPEN_DATA } from './open-data.ts';
import type { LedgerDeps } from './publish.ts';
import { entryKey, logPath, type EntryRow } from './rows.ts';
import { rewrite } from './show.ts';
import { publicKey, type PublicRow } from './views.ts';
import { ownOf } from '../../shared/kernel/own.ts';

const without = (disclosures: Disclosures, names: readonly TextName[]): Disclosures =>
  Object.fromEntries(Object.entries(disclosures).filter(([name]) => !names.includes(name as TextName)));

/** Takes the words out of every disclosure file of the entry's bundle, full or partial. */
const rewriteFiles = async (files: Files, id: string, index: number, names: readonly TextName[]): Promise<void> => {
  const full = logPath(disclosuresPath(Math.floor(index / TILE_WIDTH), TILE_WIDTH));
  for (const path of [full, ...(await files.list(`${full}.p/`))]) {
    const words = readDisclosures((await files.get(path)) ?? new Uint8Array());
    const shown = words.ok ? ownOf(words.value, id) : undefined;
    if (!words.ok || shown === undefined) continue;
    const rest = disclosuresBytes({ ...words.value, [id]: without(shown, names) });
    await files.put(path, rest, { type: 'application/json' });
  }
};

/** The trace that stays, once for each erasure however often it is done. */
const tracedIn = (row: EntryRow, names: readonly TextName[], trace: Omit<Erased, 'names'> | undefined) => {
  const gone = names.filter((name) => row.disclosures[name] !== undefined);
  if (trace === undefined || gone.length === 0) return row.erased;
  return [...(row.erased ?? []), { names: gone, ...trace }];
};

/** Takes the words out of their source in the table, so that whatever is written from now on lacks them, and out of pages and lists. */
export const eraseRows = async (
  deps: Pick<LedgerDeps, 'journal' | 'clock'>,
  id: string,
  names: readonly TextName[],
  trace?: Omit<Erased, 'names'>,
): Promise<EntryRow | undefined> => {
  const { journal, clock } = deps;
  const [[row], [shown]] = (await journal.read([entryKey(id), publicKey(id)])) as [EntryRow[], PublicRow[]];
  if (row === undefined) return undefined;
  const disclosures = without(row.disclosures, names);
  const erased = tracedIn(row, names, trace);
  const source = { put: { ...row, disclosures, ...(erased && { erased }) }, if: { version: row.version ?? 0 } };
  const views =
    shown === undefined
      ? []
      : rewrite(shown, {
          ...publicEntryOf(row.entry, disclosures, shown.item.index),
          money: shown.item.money,
          ...(erased && { erased }),
          ...(shown.item.supersededBy !== undefined && { supersededBy: shown.item.supersededBy }),
        });
  const act = { at: clock.now(), by: 'system' } as const;
  const outcome = await journal.commit({ ...act, writes: [source, ...views, { remove: OPEN_DATA }] });
  return outcome.is === 'committed' ? row : eraseRows(deps, id, names, trace);
};

/**
 * Erases words of an entry wherever they are public. The log keeps the salted hash, without the salt, and still verifies.
 * May be repeated. Undefined entries have nothing to erase.
 */
export const eraseTexts = async (
  deps: LedgerDeps,
  id: string,
  names: readonly TextName[],
  trace?: Omit<Erased, 'names'>,
): Promise<void> => {
  const row = await eraseRows(deps, id, names, trace);
  if (row?.index !== undefined) await rewriteFiles(deps.files, id, row.index, names);
};
