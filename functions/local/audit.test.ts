import { beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { volunteersYear } from '../../test/support/volunteers-year.ts';
import type { Row } from '../kernel/journal.ts';
import { auditPortal } from './audit.ts';

const AT = instant('2027-03-01T10:00:00Z');

let year: Awaited<ReturnType<typeof volunteersYear>>;
beforeAll(async () => {
  year = await volunteersYear();
}, 120_000);

const changed = (match: (row: Row) => boolean, change: object): Row[] => {
  const found = year.rows.find(match);
  expect(found).toBeDefined();
  return year.rows.map((row) => (row === found ? { ...row, ...change } : row));
};

describe('the audit of a whole portal', () => {
  test('finds nothing wrong after a year of volunteers, and looked at budgets, documents and log', async () => {
    const { held, wrong } = await auditPortal(year.rows, year.city.deps.files, AT);
    expect(wrong).toEqual([]);
    expect(held.join('\n')).toMatch(/balances: [1-9].*\ndocuments: [1-9].*\n.*\nlog: [1-9]\d* entries/);
  });

  test('finds a budget that the claims do not explain', async () => {
    const rows = changed(({ pk, takenCents }) => pk.startsWith('compensation-budget#') && takenCents !== 0, {
      takenCents: 1,
    });
    expect((await auditPortal(rows, year.city.deps.files, AT)).wrong).toEqual([
      expect.stringMatching(/^balances: compensation-budget#.* says that 1 cents are taken, the facts say \d{4,}$/),
    ]);
  });

  test('finds documents that are gone or were changed, and a log of which a tile is gone', async () => {
    const { all } = year.city.deps.files;
    const kept = new Map(all);
    const [gone, altered] = [...all.keys()].filter((path) => path.startsWith('notices/'));
    const notice = new Set(year.rows.map(({ fact }) => (fact as { sha256?: string } | undefined)?.sha256));
    const isNamed = (path: string | undefined) => notice.has(/([0-9a-f]{64})/.exec(path ?? '')?.[1]);
    all.delete('ledger/log/tile/0/000.p/1');
    for (const path of all.keys()) if (path.startsWith('ledger/log/tile/entries/')) all.delete(path);
    if (isNamed(gone)) all.delete(gone!);
    if (isNamed(altered)) all.set(altered!, new Uint8Array([1]));
    for (const path of kept.keys()) if (path.startsWith('receipts/')) all.set(path, new Uint8Array([1]));
    const { wrong } = await auditPortal(year.rows, year.city.deps.files, AT);
    for (const [path, bytes] of kept) all.set(path, bytes);
    expect(wrong).toContainEqual(expect.stringMatching(/^documents: receipts\/.* is not what its name says$/));
    expect(wrong).toContainEqual(expect.stringMatching(/^log: /));
  });
});
