import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textOf } from '../../shared/ledger/bytes.ts';
import { memoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { listHeld } from './held.ts';
import { importGrants } from './import-grants.ts';
import { auditFiles, ledgerDeps, MANAGER } from './ledger.fixture.ts';
import { readGrants, type Grant } from './read-grants.ts';
import { sequence } from './sequence.ts';

/** What waits: two project numbers of the city that could be telephone numbers, and "Verschiedene natürliche Personen". */
const WAITING = ['contact', 'contact', 'person'];

const FILE = '../shared/data/grants/berlin-zuwendungen-integration.csv';
const present = existsSync(FILE);
if (!present && process.env['CI'] !== undefined) throw new Error(`${FILE} is missing: the import cannot be checked`);

/** The sum of the file, read by nothing of ours: the amount is the third cell from the end, in whole euros. */
const inFile = (): number =>
  readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .reduce((total, line) => total + Math.round(Number(/,([\d.]+),[^,]*,[^,]*$/.exec(line)![1]) * 100), 0);

test.skipIf(!present)(
  'of the 1,660 published grants of Berlin, refused + waiting + published are the file, to the cent (skipped without shared/data)',
  async () => {
    const { grants, refused } = readGrants(readFileSync(FILE, 'utf8'))!;
    expect(refused).toEqual([]);
    expect(grants).toHaveLength(1660);
    const [journal, files] = [memoryJournal(), memoryFiles()];
    const deps = ledgerDeps(journal, files);
    expect(await importGrants(deps, grants)).toEqual({ added: 1657, waiting: 3, known: 0 });
    await sequence(deps);
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 1657 });
    const held = await listHeld(deps, MANAGER);
    const waiting = held.ok ? held.value.items : [];
    expect(waiting.map(({ suspicions }) => suspicions.join()).toSorted()).toEqual(WAITING);
    const published = readGrants(textOf(files.all.get('open-data/zuwendungen.csv')!)!)!.grants;
    expect([published.length, waiting.length]).toEqual([1657, 3]);
    const sum = (all: readonly Grant[]) => all.reduce((total, { cents }) => total + cents, 0);
    const waits = waiting.reduce((total, { amountCents }) => total + amountCents, 0);
    const out = refused.reduce((total, { cents }) => total + cents, 0);
    expect([sum(published), waits, out]).toEqual([11_683_240_000, 23_613_300, 0]);
    expect(sum(published) + waits + out).toBe(inFile());
  },
  60_000,
);
