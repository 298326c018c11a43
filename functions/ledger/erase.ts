import { disclosuresBytes, readDisclosures, type Disclosures, type TextName } from '../../shared/ledger/entry.ts';
import { disclosuresPath, TILE_WIDTH } from '../../shared/ledger/tiles.ts';
import type { Files } from '../kernel/files.ts';
import { OPEN_DATA } from './open-data.ts';
import type { LedgerDeps } from './publish.ts';
import { entryKey, logPath, type EntryRow } from './rows.ts';
import { rewrite } from './show.ts';
import { publicEntryOf, publicKey, type PublicRow } from './views.ts';

const without = (disclosures: Disclosures, names: readonly TextName[]): Disclosures =>
  Object.fromEntries(Object.entries(disclosures).filter(([name]) => !names.includes(name as TextName)));

/** Takes the words out of every disclosure file of the entry's bundle, full or partial. */
const rewriteFiles = async (files: Files, id: string, index: number, names: readonly TextName[]): Promise<void> => {
  const full = logPath(disclosuresPath(Math.floor(index / TILE_WIDTH), TILE_WIDTH));
  for (const path of [full, ...(await files.list(`${full}.p/`))]) {
    const words = readDisclosures((await files.get(path)) ?? new Uint8Array());
    const shown = words.ok ? words.value[id] : undefined;
    if (!words.ok || shown === undefined) continue;
    const rest = disclosuresBytes({ ...words.value, [id]: without(shown, names) });
    await files.put(path, rest, { type: 'application/json' });
  }
};

/**
 * Erases words of an entry wherever they are public: their source in the table first, so that whatever is written from
 * now on lacks them, then pages, lists, files and open data. The log keeps the salted hash, without the salt, and still verifies.
 * May be repeated. Undefined entries have nothing to erase.
 */
export const eraseTexts = async (deps: LedgerDeps, id: string, names: readonly TextName[]): Promise<void> => {
  const { journal, files, clock } = deps;
  const act = { at: clock.now(), by: 'system' } as const;
  const [[row], [shown]] = (await journal.read([entryKey(id), publicKey(id)])) as [EntryRow[], PublicRow[]];
  if (row === undefined) return;
  const disclosures = without(row.disclosures, names);
  const source = { put: { ...row, disclosures }, if: { version: row.version ?? 0 } };
  const views =
    shown === undefined
      ? []
      : rewrite(shown, {
          ...publicEntryOf(row.entry, disclosures, shown.item.index),
          money: shown.item.money,
          ...(shown.item.supersededBy !== undefined && { supersededBy: shown.item.supersededBy }),
        });
  const outcome = await journal.commit({ ...act, writes: [source, ...views, { remove: OPEN_DATA }] });
  if (outcome.is !== 'committed') return eraseTexts(deps, id, names);
  if (row.index !== undefined) await rewriteFiles(files, id, row.index, names);
};
