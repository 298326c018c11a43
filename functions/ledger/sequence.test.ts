import { describe, expect, test } from 'vitest';
import { cents } from '../../shared/kernel/cents.ts';
import { asId } from '../../shared/kernel/id.ts';
import { textOf, utf8 } from '../../shared/ledger/bytes.ts';
import type { YearReport } from '../../shared/ledger/wire.ts';
import { memoryFiles, type MemoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal, type MemoryJournal } from '../kernel/journal.memory.ts';
import { eraseTexts } from './erase.ts';
import { auditFiles, grant, ledgerDeps, queue, queueMany, words } from './ledger.fixture.ts';
import { sequence } from './sequence.ts';

const place = () => {
  const [journal, files] = [memoryJournal(), memoryFiles()];
  return { journal, files, deps: ledgerDeps(journal, files) };
};

/** Everything public that a table holds, but for versions: they count attempts. */
export const publicRows = (journal: MemoryJournal) =>
  journal
    .rows()
    .filter(({ pk }) => pk.startsWith('public#'))
    .map(({ version: _, ...row }) => row);

const reports = (journal: MemoryJournal) =>
  journal
    .rows()
    .filter(({ pk }) => pk === 'public#report')
    .map((row) => row['report'] as YearReport);

const checkpointIn = (files: MemoryFiles): string => textOf(files.all.get('ledger/log/checkpoint')!)!;

describe('the sequencer', () => {
  test('an empty log is signed and verifies', async () => {
    const { files, deps } = place();
    expect(await sequence(deps)).toEqual({ size: 0, added: 0 });
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 0 });
  });

  test('what was queued is in the log once, in its order, with its words; each log continues the one before', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 120);
    expect(await sequence(deps)).toEqual({ size: 120, added: 120 });
    const kept = checkpointIn(files);
    await queueMany(journal, 120, 260);
    expect(await sequence(deps, { steps: 2 })).toEqual({ size: 216, added: 96 });
    expect(await sequence(deps)).toEqual({ size: 260, added: 44 });
    expect(await auditFiles(files, kept)).toMatchObject({ ok: true, entries: 260, texts: 1300, since: 120 });
    expect(journal.rows().filter(({ pk }) => pk === 'ledger#queue')).toEqual([]);
  });

  test('an entry id is queued once', async () => {
    const { journal, deps } = place();
    expect(await queue(journal, grant(1), words(1))).toEqual({ is: 'committed' });
    expect(await queue(journal, grant(1), words(2))).toEqual({ is: 'refused', refusal: 'entry-queued-before' });
    await sequence(deps);
    expect((await queue(journal, grant(1), words(1))).is).toBe('refused');
  });

  test('totals are stored, and a correction moves them', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 4);
    await sequence(deps);
    const [before] = reports(journal);
    expect(before).toMatchObject({
      year: 2025,
      granted: { entries: 2, cents: 200_002 },
      funders: { 'bezirksamt-mitte': { name: 'Bezirksamt Mitte', entries: 1 } },
      districts: { unknown: { entries: 2 } },
    });
    const correction = grant(9, { kind: 'corrected', year: 2025, cents: cents(5), corrects: asId('entry-0') });
    await queue(journal, correction, words(0));
    const payment = grant(10, { kind: 'paid', year: 2025, cents: cents(7), corrects: asId('entry-2') });
    await queue(journal, payment, words(0));
    await sequence(deps);
    const [after] = reports(journal);
    expect(after).toMatchObject({ granted: { entries: 2, cents: 100_007 }, paid: { entries: 1, cents: 7 } });
    const old = journal.rows().filter((row) => (row['item'] as { id?: string } | undefined)?.id === 'entry-0');
    expect(old.length).toBeGreaterThan(4);
    expect(old.every((row) => (row['item'] as { supersededBy: string }).supersededBy === 'entry-9')).toBe(true);
    expect(textOf(files.all.get('open-data/zuwendungen.csv')!)!.split('\r\n')).toHaveLength(4 + 2);
  });

  test('a correction in the same step as the entry it corrects counts once', async () => {
    const { journal, deps } = place();
    await queue(journal, grant(0), words(0));
    await queue(
      journal,
      grant(1, { year: 2025, kind: 'amended', cents: cents(30), corrects: asId('entry-0') }),
      words(0),
    );
    await queue(
      journal,
      grant(2, { year: 2025, kind: 'amended', cents: cents(40), corrects: asId('entry-1') }),
      words(0),
    );
    await sequence(deps);
    expect(reports(journal)).toMatchObject([{ year: 2025, granted: { entries: 1, cents: 40 } }]);
  });

  test('erased words are nowhere, and the log verifies', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 60);
    await queue(journal, grant(99), { ...words(99), recipient: 'Kanarienvogel Verein', purpose: 'Kanarienvogel' });
    await sequence(deps);
    const everything = () =>
      JSON.stringify(journal.rows()) + [...files.all.values()].map((bytes) => textOf(bytes)).join();
    expect(everything()).toContain('Kanarienvogel');
    const [kept, before] = [checkpointIn(files), reports(journal)];
    await eraseTexts(deps, 'entry-99', ['recipient', 'registerId', 'purpose']);
    await sequence(deps);
    expect(everything().toLowerCase()).not.toContain('kanarienvogel');
    expect(await auditFiles(files, kept)).toMatchObject({ ok: true, entries: 61, erased: 3 });
    expect(reports(journal)).toEqual(before);
    await queueMany(journal, 60, 70);
    await sequence(deps);
    expect(everything().toLowerCase()).not.toContain('kanarienvogel');
    expect(await auditFiles(files, kept)).toMatchObject({ ok: true, erased: 3 });
  });

  test('a recipient whose name is withheld appears nowhere by name', async () => {
    const { journal, files, deps } = place();
    await queue(journal, grant(1, { nameWithheld: 'not-a-legal-person' }), { purpose: 'Beratung', funder: 'Bezirk' });
    await sequence(deps);
    expect(textOf(files.all.get('open-data/zuwendungen.csv')!)).toContain('"Empfänger ohne Namensnennung"');
    expect(
      publicRows(journal).every((row) => (row['item'] as { recipient?: object } | undefined)?.recipient === undefined),
    ).toBe(true);
  });

  test('a staged batch that was changed stops the log before anything is signed', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 3);
    await sequence(deps);
    const staged = [...files.all.keys()].find((path) => path.startsWith('ledger-staging/'))!;
    files.all.set(staged, utf8('{}'));
    await queueMany(journal, 3, 5);
    await expect(sequence(deps)).rejects.toThrow('was changed');
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 3 });
  });

  test('a signer with another name signs nothing', async () => {
    const { deps } = place();
    await expect(sequence({ ...deps, origin: 'other.example/ledger' })).rejects.toThrow('not the one of');
  });
});
