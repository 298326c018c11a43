import { describe, expect, test } from 'vitest';
import { asId } from '../../shared/kernel/id.ts';
import type { YearReport } from '../../shared/ledger/wire.ts';
import { memoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal, type MemoryJournal } from '../kernel/journal.memory.ts';
import type { Row } from '../kernel/journal.ts';
import { importGrants } from './import-grants.ts';
import { ANY_INSTANT, auditFiles, grant, ledgerDeps, queue, queueMany, words } from './ledger.fixture.ts';
import { entryKey } from './rows.ts';
import { sequence } from './sequence.ts';

const INHERITED = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'];

const place = () => {
  const [journal, files] = [memoryJournal(), memoryFiles()];
  const faults: string[] = [];
  const deps = { ...ledgerDeps(journal, files), log: ({ entry }: { entry: string }) => void faults.push(entry) };
  return { journal, files, deps, faults };
};

const reportOf = (journal: MemoryJournal, year: number): YearReport =>
  journal.rows().find(({ pk, sk }) => pk === 'public#report' && sk === String(year))!['report'] as YearReport;

const edit = async (journal: MemoryJournal, id: string, change: (row: Row) => object): Promise<void> => {
  const [[row]] = (await journal.read([entryKey(id)])) as [[Row]];
  const put = { ...row, ...change(row) };
  await journal.commit({ at: ANY_INSTANT, by: 'system', writes: [{ put }] });
};

const asideIn = (journal: MemoryJournal) => journal.rows().filter(({ pk }) => pk === 'ledger#aside');

describe('words that every object knows', () => {
  test.each(INHERITED)('%s is a policy field, a funder and an entry like any other', async (name) => {
    const { journal, files, deps, faults } = place();
    const funder = name.toLowerCase();
    await queue(journal, grant(1, { id: asId(funder), year: 2026, policyField: name, funder }), words(1));
    await queue(journal, grant(2, { year: 2026, policyField: name, funder }), words(2));
    await queueMany(journal, 3, 6);
    expect(await sequence(deps)).toEqual({ size: 5, added: 5 });
    expect(faults).toEqual([]);
    const report = reportOf(journal, 2026);
    expect(Object.entries(report.policyFields)).toContainEqual([name, { entries: 2, cents: 200_003 }]);
    expect(Object.entries(report.funders)).toContainEqual([
      funder,
      { name: 'Senatsverwaltung', entries: 2, cents: 200_003 },
    ]);
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 5 });
  });

  test('the row of an imported file that names one is published', async () => {
    const { journal, deps } = place();
    const row = { name: 'A e. V.', funder: 'constructor', year: 2020, purpose: 'x', policyField: 'constructor' };
    await importGrants(deps, [{ ...row, cents: 100 as never }]);
    await sequence(deps);
    expect(Object.keys(reportOf(journal, 2020).funders)).toEqual(['constructor']);
  });
});

describe('an entry that cannot be read', () => {
  test.each([
    ['is no entry', (row: Row) => ({ entry: { ...(row['entry'] as object), cents: 'much' } })],
    ['bears another id', (row: Row) => ({ entry: { ...(row['entry'] as object), id: 'somebody-else' } })],
    ['has other words than it commits to', () => ({ disclosures: { recipient: ['AAAA', 'Anders'] } })],
    ['is nothing', () => ({ entry: undefined })],
  ])('%s: it is set aside, alarmed once, and the rest is published', async (_, change) => {
    const { journal, files, deps, faults } = place();
    await queueMany(journal, 0, 3);
    await edit(journal, 'entry-1', change);
    expect(await sequence(deps)).toEqual({ size: 2, added: 2 });
    expect(await sequence(deps)).toEqual({ size: 2, added: 0 });
    await queueMany(journal, 3, 4);
    expect(await sequence(deps)).toEqual({ size: 3, added: 1 });
    expect(faults).toEqual(['entry-1']);
    expect(asideIn(journal)).toMatchObject([{ sk: 'entry-1', step: 'queue' }]);
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 3 });
  });

  test('is taken up once it can be read', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 2);
    const [[sound]] = (await journal.read([entryKey('entry-1')])) as [[Row]];
    await edit(journal, 'entry-1', () => ({ entry: undefined }));
    await sequence(deps);
    await edit(journal, 'entry-1', () => ({ entry: sound['entry'] }));
    expect(await sequence(deps)).toEqual({ size: 2, added: 1 });
    expect(asideIn(journal)).toEqual([]);
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 2 });
  });
});

test('an entry that cannot be shown stops neither the log nor the lists of the others, and is shown later', async () => {
  const { journal, files, deps, faults } = place();
  await queueMany(journal, 0, 4);
  const refuses = { now: true };
  const commit: typeof journal.commit = (asked) => journal.commit(asked);
  const picky: typeof journal.commit = async (asked) => {
    const isShown = asked.writes?.some((write) => 'put' in write && write.put.pk === 'public#entry#entry-2');
    if (refuses.now && isShown === true) throw new TypeError('Unsupported type');
    return commit(asked);
  };
  const through = { ...deps, journal: { ...journal, commit: picky } };
  expect(await sequence(through)).toEqual({ size: 4, added: 4 });
  await queueMany(journal, 4, 6);
  expect(await sequence(through)).toEqual({ size: 6, added: 2 });
  expect(faults).toEqual(['entry-2']);
  const shown = () => journal.rows().filter(({ pk }) => pk.startsWith('public#entry#')).length;
  expect(shown()).toBe(5);
  expect(asideIn(journal)).toMatchObject([{ sk: 'entry-2', step: 'lists' }]);
  refuses.now = false;
  await sequence(through);
  expect(shown()).toBe(6);
  expect(asideIn(journal)).toEqual([]);
  expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 6 });
});
