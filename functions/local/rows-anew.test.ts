import { beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { loaded } from '../../test/support/fault-cases.ts';
import { brittlePortal, cityRows, journey } from '../../test/support/fault-journey.ts';
import { strikingCalls } from '../../test/support/fault-ports.ts';
import { volunteersYear } from '../../test/support/volunteers-year.ts';
import { ledgerDeps } from '../ledger/ledger.fixture.ts';
import { sequence } from '../ledger/sequence.ts';
import type { Row } from '../kernel/journal.ts';
import { differences } from './rows-anew.ts';

const AT = instant('2027-03-01T10:00:00Z');
const LISTS =
  /^((cases|worklist|claims|claim-queue|sittings|payments|runs|notices)#|public#(entry|all|funder|recipient|field|word|report))/;

const funding = async (): Promise<readonly Row[]> => {
  const journal = await loaded(await cityRows());
  const { send, settle, files } = await brittlePortal(journal, strikingCalls());
  await journey(send, settle);
  await sequence(ledgerDeps(journal, files));
  return journal.rows();
};

const after = (rows: readonly Row[], found: Awaited<ReturnType<typeof differences>>): Row[] => {
  const table = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]));
  for (const { write } of found)
    if ('put' in write) table.set(`${write.put.pk} ${write.put.sk}`, write.put);
    else table.delete(`${write.remove.pk} ${write.remove.sk}`);
  return [...table.values()];
};

const unversioned = (rows: readonly Row[]): unknown[] =>
  rows
    .map(({ version: _, ...row }) => JSON.parse(JSON.stringify(row)) as Row)
    .sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));

describe.each([
  ['from applications to the public ledger', funding],
  ['a year of volunteers with claims, runs and notices', async () => (await volunteersYear()).rows],
] as const)('the rows of lists, after %s', (_, lived) => {
  let rows: readonly Row[] = [];
  beforeAll(async () => {
    rows = await lived();
  }, 120_000);

  test('say what the facts and records say', async () => {
    expect(await differences(rows, AT)).toEqual([]);
  });

  test('come back as they were when all are gone', async () => {
    const rest = rows.filter(({ pk }) => !LISTS.test(pk));
    expect(rows.length - rest.length).toBeGreaterThan(10);
    const found = await differences(rest, AT);
    expect(unversioned(after(rest, found))).toEqual(unversioned(rows));
  });

  test('are put right where one was changed and one has nothing behind it', async () => {
    const changed = rows.find(({ pk, line }) => LISTS.test(pk) && line !== undefined);
    const broken = rows.map((row) => (row === changed ? { ...row, line: { wrong: true } } : row));
    const extra: Row = { pk: changed!.pk, sk: 'nothing-behind-it', line: {} };
    const found = await differences([...broken, extra], AT);
    expect(found.map(({ what, key }) => [what, key.sk])).toEqual([
      ['changed', changed!.sk],
      ['extra', 'nothing-behind-it'],
    ]);
    expect(unversioned(after([...broken, extra], found))).toEqual(unversioned(rows));
  });
});
