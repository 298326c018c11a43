import { ownOf } from '../../shared/kernel/own.ts';
import { isDeepStrictEqual } from 'node:util';
import { asId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { sittingRowWrites } from '../bodies/sitting-rows.ts';
import { sittingOf } from '../bodies/views.ts';
import { lineWrites as claimLines } from '../compensation/lines.ts';
import { claimOf } from '../compensation/views.ts';
import { lineWrites as caseLines } from '../funding/lines.ts';
import { caseOf } from '../funding/views.ts';
import type { Key, Row, Write } from '../kernel/journal.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import type { EntryRow } from '../ledger/rows.ts';
import { showEntries } from '../ledger/show.ts';
import { COMPENSATION } from '../ledger/views.ts';
import { noticeOf, noticeWrites } from '../notices/views.ts';
import { paymentOf, queueWrites } from '../payments/payment-view.ts';
import { headWrites, runOf } from '../payments/run-view.ts';

/** The rows by which lists show one thing, from the rows of its own partition: made by the room that made them first. */
type Maker = (id: string, rows: readonly Row[]) => readonly Write[];

/** Without what a step came from, nothing is taken out and everything is put. */
const from =
  <T>(read: (id: string, rows: readonly Row[]) => T | undefined, write: (found: T) => readonly Write[]): Maker =>
  (id, rows) => {
    const found = read(id, rows);
    return found === undefined ? [] : write(found);
  };

const MAKERS: Readonly<Record<string, Maker>> = {
  application: from(
    (id, rows) => caseOf(asId(id), rows),
    (found) => caseLines(undefined, found),
  ),
  claim: from(
    (id, rows) => claimOf(asId(id), rows),
    (found) => claimLines(undefined, found),
  ),
  sitting: from(
    (id, rows) => sittingOf(asId(id), rows),
    (found) => sittingRowWrites(undefined, found),
  ),
  payment: from(
    (id, rows) => paymentOf(asId(id), rows),
    (found) => queueWrites(undefined, found),
  ),
  run: from(
    (id, rows) => runOf(asId(id), rows),
    ({ id, run, head, version }) => headWrites(id, run, head, version),
  ),
  notice: from(
    (_, rows) => noticeOf(rows),
    ({ line }) => noticeWrites(line),
  ),
};

const LISTS = ['cases#', 'worklist#', 'claims#', 'claim-queue#', 'sittings#', 'payments#', 'runs#', 'notices#'];

/** Whether everything in the partition is made from facts and records that lie elsewhere. */
export const isDerived = (pk: string): boolean =>
  LISTS.some((prefix) => pk.startsWith(prefix)) || (pk.startsWith('public#') && pk !== COMPENSATION);

const partitionsOf = (rows: readonly Row[]): Map<string, Row[]> => {
  const partitions = new Map<string, Row[]>();
  for (const row of rows) {
    const partition = partitions.get(row.pk);
    if (partition === undefined) partitions.set(row.pk, [row]);
    else partition.push(row);
  }
  return partitions;
};

const listRows = (partitions: ReadonlyMap<string, Row[]>): Row[] =>
  [...partitions].flatMap(([pk, rows]) => {
    const cut = pk.indexOf('#');
    const make = ownOf(MAKERS, pk.slice(0, cut));
    const writes = make?.(pk.slice(cut + 1), rows) ?? [];
    return writes.flatMap((write) => ('put' in write && isDerived(write.put.pk) ? [write.put] : []));
  });

/** Pages, lists and yearly totals of the public ledger, shown once more in the order of the log. */
const publicRows = async (rows: readonly Row[], at: Instant): Promise<Row[]> => {
  const entries = (rows as EntryRow[]).filter(({ pk, index }) => pk.startsWith('ledger#entry#') && index !== undefined);
  const journal = memoryJournal();
  const ordered = entries.sort((a, b) => a.index! - b.index!);
  for (const put of ordered) await journal.commit({ at, by: 'system', writes: [{ put }] });
  for (const { entry } of ordered) await showEntries(journal, [entry.id], at);
  return journal.rows().filter(({ pk }) => isDerived(pk));
};

export interface Difference {
  readonly what: 'missing' | 'changed' | 'extra';
  readonly key: Key;
  /** What puts it right. */
  readonly write: Write;
}

const idOf = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

/** As the table keeps it; which version of itself a row is says nothing about what it shows. */
const shown = ({ version: _, ...row }: Row): unknown => JSON.parse(JSON.stringify(row));

/**
 * Makes the rows of lists and the public totals anew from facts and records, and says where those that are stored differ. `rows`
 * is the whole table. Not made anew are rows that depend on the hour (whose bank details wait for a second person) and the
 * statements of what persons were paid, whose rows are records.
 */
export const differences = async (rows: readonly Row[], at: Instant): Promise<Difference[]> => {
  const expected = new Map(
    [...listRows(partitionsOf(rows)), ...(await publicRows(rows, at))].map((row) => [idOf(row), row]),
  );
  const stored = new Map(rows.filter(({ pk }) => isDerived(pk)).map((row) => [idOf(row), row]));
  const put = (row: Row, before: Row | undefined): Write => ({
    put: row.version === undefined ? row : { ...row, version: Math.max(row.version, (before?.version ?? 0) + 1) },
  });
  const wrong = [...expected].flatMap(([id, row]): Difference[] => {
    const before = stored.get(id);
    if (before !== undefined && isDeepStrictEqual(shown(before), shown(row))) return [];
    return [
      { what: before === undefined ? 'missing' : 'changed', key: { pk: row.pk, sk: row.sk }, write: put(row, before) },
    ];
  });
  const extra = [...stored]
    .filter(([id]) => !expected.has(id))
    .map(([, { pk, sk }]): Difference => ({ what: 'extra', key: { pk, sk }, write: { remove: { pk, sk } } }));
  return [...wrong, ...extra];
};
