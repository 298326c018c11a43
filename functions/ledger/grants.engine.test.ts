import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textOf } from '../../shared/ledger/bytes.ts';
import { memoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { importGrants } from './import-grants.ts';
import { auditFiles, ledgerDeps } from './ledger.fixture.ts';
import { readGrants, type Grant } from './read-grants.ts';
import { sequence } from './sequence.ts';

const FILE = '../shared/data/grants/berlin-zuwendungen-integration.csv';
const present = existsSync(FILE);
if (!present && process.env['CI'] !== undefined) throw new Error(`${FILE} is missing: the import cannot be checked`);

test.skipIf(!present)(
  'the 1,660 published grants of Berlin are read whole (skipped without shared/data)',
  async () => {
    const { grants, refused } = readGrants(readFileSync(FILE, 'utf8'))!;
    expect(refused).toEqual([]);
    expect(grants).toHaveLength(1660);
    const [journal, files] = [memoryJournal(), memoryFiles()];
    const deps = ledgerDeps(journal, files);
    expect(await importGrants(deps, grants)).toEqual({ added: 1657, waiting: 3, known: 0 });
    await sequence(deps);
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 1657 });
    const again = readGrants(textOf(files.all.get('open-data/zuwendungen.csv')!)!)!.grants;
    const sum = (all: readonly Grant[]) => all.reduce((total, { cents }) => total + cents, 0);
    expect([again.length, sum(again)]).toEqual([1660, sum(grants)]);
  },
  60_000,
);
