import { entryBytes, falseText, readEntry } from '../../shared/ledger/entry.ts';
import { joinBundle } from '../../shared/ledger/tiles.ts';
import { counted, emptyReport } from '../../shared/ledger/totals.ts';
import { publicEntryOf } from '../../shared/ledger/public-entry.ts';
import type { Journal, Key, Row, Write } from '../kernel/journal.ts';
import type { LedgerDeps } from './publish.ts';
import { ASIDE, asideKey, entryKey, queueKey, readRows, type EntryRow } from './rows.ts';
import { showEntries } from './show.ts';
import { listRows } from './views.ts';

/** Where an entry stopped: before the log took it, or on its way from the log into the public lists. */
export type Step = 'queue' | 'lists';

export interface AsideRow extends Row {
  readonly step: Step;
  readonly at: string;
  /** Name of the error; its text may hold words. */
  readonly why: string;
}

const MOST = 100;

export const asideEntries = async (journal: Journal): Promise<readonly AsideRow[]> =>
  (await journal.page({ pk: ASIDE, limit: MOST })).rows as readonly AsideRow[];

/** Why this row cannot go into the log or could never be shown from there; undefined where it can. */
export const flawOf = (id: string, row: EntryRow): Error | undefined => {
  try {
    const bytes = entryBytes(row.entry);
    const read = readEntry(bytes);
    if (!read.ok || read.value.id !== id) return new TypeError('The queued entry is not well formed');
    if (falseText(row.entry, row.disclosures) !== undefined) return new TypeError('Words are not those committed to');
    joinBundle([bytes]);
    const item = publicEntryOf(row.entry, row.disclosures, 0);
    counted(emptyReport(item.year), item);
    listRows(item);
    return undefined;
  } catch (error) {
    return error as Error;
  }
};

/**
 * Writes down that the entry was set aside, and raises the alarm once.
 * @throws whatever the storage throws: then it was the storage that failed, not the entry, and all is tried again.
 */
export const setAside = async (
  { journal, clock, log }: Pick<LedgerDeps, 'journal' | 'clock' | 'log'>,
  { id, step, error, removes = [] }: { id: string; step: Step; error: Error; removes?: readonly Key[] },
): Promise<void> => {
  const [known] = await readRows(journal, [asideKey(id)]);
  const at = clock.now();
  const row: AsideRow = { ...asideKey(id), step, at, why: error.name };
  const writes: Write[] = [...(known === undefined ? [{ put: row }] : []), ...removes.map((remove) => ({ remove }))];
  if (writes.length > 0) await journal.commit({ at, by: 'system', writes });
  if (known === undefined) log({ what: `An entry of the ledger was set aside (${step})`, entry: id, error });
};

/** Shows these entries together; where that fails each by itself, so that one that cannot be shown stops no other. */
export const showAll = async (deps: LedgerDeps, ids: readonly string[]): Promise<void> => {
  const { journal, clock } = deps;
  try {
    await showEntries(journal, ids, clock.now());
    return;
  } catch {
    // Which one it was, and whether it was an entry at all, shows below.
  }
  for (const id of ids) {
    try {
      await showEntries(journal, [id], clock.now());
    } catch (error) {
      await setAside(deps, { id, step: 'lists', error: error as Error });
    }
  }
};

const takenUp = async (deps: LedgerDeps, { sk: id, step }: AsideRow): Promise<readonly Write[] | undefined> => {
  const [row] = await readRows<EntryRow>(deps.journal, [entryKey(id)]);
  if (step === 'lists') {
    await showEntries(deps.journal, [id], deps.clock.now());
    return [];
  }
  if (row === undefined || flawOf(id, row) !== undefined) return undefined;
  return row.index === undefined ? [{ put: { ...queueKey(row.queuedAt, id), id } }] : [];
};

/** Tries what was set aside once more: a new version of the portal may be able to read it. */
export const takeUpAside = async (deps: LedgerDeps): Promise<void> => {
  for (const row of await asideEntries(deps.journal)) {
    const writes = await takenUp(deps, row).catch(() => undefined);
    if (writes === undefined) continue;
    const remove: Write = { remove: asideKey(row.sk) };
    await deps.journal.commit({ at: deps.clock.now(), by: 'system', writes: [...writes, remove] });
  }
};
