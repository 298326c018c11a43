import { beforeAll, describe, expect, test } from 'vitest';
import { memoryJournal } from '../functions/kernel/journal.memory.ts';
import type { Instant } from '../shared/kernel/day.ts';
import { itemSize } from '../test/support/item-size.ts';
import { measuredJournal } from '../test/support/measured-journal.ts';
import { measuredUseCases, type UseCase } from '../test/support/use-cases.ts';
import { figuresTable, writtenTable } from './kernel-figures.ts';

const AT = { at: '2026-11-23T11:00:00.000Z' as Instant, by: 'system' } as const;

/** These look at the recipient's record as it stands on the day, which only the case or the notice leads to (decision 0014). */
const RECIPIENT_OF_TODAY = [
  'propose to grant',
  'propose to refuse',
  'preview the notice',
  'approve and release the notice',
  'refuse and release the notice',
  'open a notice',
];

describe('what a use case asks of the table', () => {
  let cases: UseCase[] = [];
  beforeAll(async () => {
    cases = await measuredUseCases();
  });
  const namesOf = (kind: UseCase['kind'], breaks: (one: UseCase) => boolean): string[] => {
    const chosen = cases.filter((one) => one.kind === kind);
    expect(chosen.length).toBeGreaterThan(3);
    return chosen.filter(breaks).map(({ name }) => name);
  };

  test('a command reads at most twice in sequence and commits at most once, beside the counter of its limit', () => {
    // The first request of a window makes the counter: one read and two transactions; all others cost one transaction.
    const limited = ['begin a draft', 'preview the notice'];
    const counter = (name: string) =>
      limited.includes(name) ? { reads: 1, transactions: 2 } : { reads: 0, transactions: 0 };
    const most = (name: string): number => (RECIPIENT_OF_TODAY.includes(name) ? 3 : 2);
    const breaks = ({ name, cost }: UseCase): boolean =>
      cost.reads - counter(name).reads > most(name) || cost.transactions - counter(name).transactions > 1;
    expect(namesOf('command', breaks)).toEqual([]);
  });

  test('a page is at most one query after the session, and writes nothing', () => {
    const most = (name: string): number => (name === 'a notice' ? 3 : 2);
    expect(namesOf('page', ({ name, cost }) => cost.reads > most(name) || cost.transactions > 0)).toEqual([]);
    expect(namesOf('public page', ({ cost }) => cost.reads > 1 || cost.transactions > 0)).toEqual([]);
  });

  test('a reaction commits once', () => {
    expect(namesOf('reaction', ({ cost }) => cost.transactions !== 1)).toEqual([]);
  });

  test("the table in the kernel's README is what the code does (else: node scripts/kernel-figures.ts)", () => {
    expect(writtenTable()).toBe(figuresTable(cases));
  });
});

describe('how it is counted', () => {
  test('names and values by their bytes, numbers by two digits a byte, lists and maps with 3 of their own', () => {
    expect(itemSize({ pk: 'ab', sk: 'ü' })).toBe(4 + 4);
    expect(itemSize({ n: 12_345, yes: true, none: null, gone: undefined })).toBe(1 + 4 + (3 + 1) + (4 + 1));
    expect(itemSize({ list: ['a', 'bc'], map: { k: 'v' } })).toBe(4 + 3 + 2 + 3 + (3 + 3 + 1 + 2));
  });

  test('reads that wait for one another count each, reads asked together count once', async () => {
    const journal = measuredJournal(memoryJournal());
    const ask = [{ pk: 'a', sk: 'b' }];
    await journal.read(ask);
    await journal.read(ask);
    expect(journal.takeCost()).toMatchObject({ reads: 2, readUnits: 2 });
    await Promise.all([journal.read(ask), journal.page({ pk: 'a', limit: 1 })]);
    expect(journal.takeCost()).toMatchObject({ reads: 1, readUnits: 1.5 });
  });

  test('a written item costs 2 for each started kB of its larger self, also where it is removed', async () => {
    const journal = measuredJournal(memoryJournal());
    const put = { pk: 'a', sk: 'b', text: 'x'.repeat(1500) };
    await journal.commit({ ...AT, writes: [{ put }] });
    expect(journal.takeCost()).toMatchObject({ transactions: 1, items: 1, writeUnits: 4 });
    await journal.commit({ ...AT, writes: [{ put: { pk: 'a', sk: 'b' } }] });
    expect(journal.takeCost().writeUnits).toBe(4);
    await journal.commit({ ...AT, writes: [{ remove: put }] });
    expect(journal.takeCost().writeUnits).toBe(2);
  });
});
