import type { Instant } from '../../shared/kernel/day.ts';
import { counted, emptyReport, uncounted } from '../../shared/ledger/totals.ts';
import type { PublicEntry, YearReport } from '../../shared/ledger/wire.ts';
import { publicEntryOf } from '../../shared/ledger/public-entry.ts';
import type { Journal, Key, Row, Write } from '../kernel/journal.ts';
import { entryKey, readRows, type EntryRow } from './rows.ts';
import { listRows, publicKey, reportKey, type PublicRow } from './views.ts';

/** Items of one transaction; DynamoDB takes 100. */
const ITEMS = 95;
const ATTEMPTS = 8;

interface ReportRow extends Row {
  readonly report: YearReport;
}

/** An entry of the log that is to be shown, with the one it corrects. */
interface Shown {
  readonly item: PublicEntry;
  readonly old: PublicRow | undefined;
}

/** The entry's own row, only if its page is still in this version (0: none yet), and its rows in all lists. */
const writesOf = (item: PublicEntry, version: number): Write[] => [
  { put: { ...publicKey(item.id), item }, if: { version } },
  ...listRows(item).map((put) => ({ put })),
];

/** Rows of the lists in which `before` stood and `after` does not. */
export const goneRows = (before: PublicEntry, after: PublicEntry): Write[] => {
  const kept = new Set(listRows(after).map(({ pk, sk }) => `${pk} ${sk}`));
  return listRows(before)
    .filter(({ pk, sk }) => !kept.has(`${pk} ${sk}`))
    .map(({ pk, sk }) => ({ remove: { pk, sk } }));
};

export const rewrite = (row: PublicRow, item: PublicEntry): Write[] => [
  ...writesOf(item, row.version ?? 0),
  ...goneRows(row.item, item),
];

/** Payments may name the grant that they belong to; only an amendment or a correction takes its place. */
const TAKES_PLACE: readonly PublicEntry['kind'][] = ['amended', 'corrected'];

const supersedes = ({ item, old }: Shown): boolean =>
  TAKES_PLACE.includes(item.kind) &&
  old !== undefined &&
  old.item.supersededBy === undefined &&
  old.item.id !== item.id;

const entryWrites = (shown: Shown): Write[] => {
  const { item, old } = shown;
  const own = writesOf(item, 0);
  return old !== undefined && supersedes(shown)
    ? [...own, ...rewrite(old, { ...old.item, supersededBy: item.id })]
    : own;
};

const yearsOf = (shown: readonly Shown[]): number[] => [
  ...new Set(shown.flatMap(({ item, old }) => [item.year, ...(old === undefined ? [] : [old.item.year])])),
];

const totalWrites = (shown: readonly Shown[], rows: ReadonlyMap<number, ReportRow | undefined>): Write[] =>
  [...rows].map(([year, row]) => {
    let report = row?.report ?? emptyReport(year);
    for (const one of shown) {
      if (one.old !== undefined && supersedes(one) && one.old.item.year === year)
        report = uncounted(report, one.old.item);
      if (one.item.year === year) report = counted(report, one.item);
    }
    return { put: { ...reportKey(year), report }, if: { version: row?.version ?? 0 } };
  });

/** What is in the log and not shown yet. */
const openAmong = async (journal: Journal, ids: readonly string[]): Promise<Shown[]> => {
  const keys: Key[] = ids.flatMap((id) => [publicKey(id), entryKey(id)]);
  const rows = await readRows(journal, keys);
  const open = ids.flatMap((_, at) => (rows[2 * at] === undefined ? [rows[2 * at + 1] as EntryRow] : []));
  const olds = await readRows<PublicRow>(
    journal,
    open.map(({ entry }) => publicKey(entry.corrects ?? entry.id)),
  );
  return open.map(({ entry, disclosures, index, erased }, at) => {
    if (index === undefined) throw new Error(`Entry ${entry.id} is not in the log`);
    const item = publicEntryOf(entry, disclosures, index, olds[at]?.item);
    return { item: erased === undefined ? item : { ...item, erased }, old: olds[at] };
  });
};

/** As many as one transaction holds; a correction goes alone, since it changes another entry's rows. */
const firstPart = (open: readonly Shown[]): Shown[] => {
  const part: Shown[] = [];
  let items = 0;
  for (const shown of open) {
    items += entryWrites(shown).length;
    const alone = shown.item.corrects !== undefined;
    if (part.length > 0 && (alone || items + yearsOf([...part, shown]).length > ITEMS)) break;
    part.push(shown);
    if (alone) break;
  }
  return part;
};

/**
 * Writes the pages, lists and totals of these entries, each once however often it is called: an entry's own row is made
 * in the same transaction as its part of the totals.
 */
export const showEntries = async (journal: Journal, ids: readonly string[], at: Instant): Promise<void> => {
  let open = await openAmong(journal, ids);
  for (let attempt = 0; open.length > 0;) {
    const part = firstPart(open);
    const years = yearsOf(part);
    const rows = await readRows<ReportRow>(journal, years.map(reportKey));
    const totals = totalWrites(part, new Map(years.map((year, index) => [year, rows[index]])));
    const outcome = await journal.commit({ at, by: 'system', writes: [...part.flatMap(entryWrites), ...totals] });
    const next = open[part.length];
    if (outcome.is === 'committed' && next?.item.corrects === undefined) {
      open = open.slice(part.length);
      continue;
    }
    // Another sequencer shows the same entries, or what comes next corrects what was shown just now: look again.
    if (outcome.is !== 'committed' && (attempt += 1) > ATTEMPTS) throw new Error('The public lists stayed busy');
    open = await openAmong(
      journal,
      open.map(({ item }) => item.id),
    );
  }
};
