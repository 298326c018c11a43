import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import type { Commit, Journal, Row } from '../kernel/journal.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { FLOOR_BYTES, roomIn } from './disk.ts';
import { keptJournal } from './kept-journal.ts';

const AT = instant('2026-11-28T10:00:00Z');
const by = 'system' as const;
const ROOM = { hasRoom: async () => true, mustHaveRoom: async () => undefined };

/** Agrees to everything and keeps nothing, as a database does that dies right after it answered. */
const forgetful = (kept: Journal): Journal => ({ ...kept, commit: async () => ({ is: 'committed' }) });

const ANY_COMMITS: Readonly<Record<string, Commit>> = {
  facts: { at: AT, by, facts: [{ pk: 'case#1', after: 0, facts: [{ type: 'application.begun' }] }] },
  'a kept answer': { at: AT, by, answered: { key: { pk: 'key#a', sk: 'k' }, body: 'b', answer: { ok: 1 } } },
  'a unique row': { at: AT, by, guards: [{ unique: { pk: 'u', sk: 'u', owner: 1 }, refusal: 'taken' }] },
  'a new record': { at: AT, by, writes: [{ put: { pk: 'r', sk: 'r', text: 'new' }, if: { version: 0 } }] },
};

let stored: Journal;
beforeEach(() => {
  stored = memoryJournal();
});

describe('a commit is acknowledged', () => {
  test.each(Object.entries(ANY_COMMITS))('only if its row is found afterwards: %s', async (_, commit) => {
    await expect(keptJournal(forgetful(stored), ROOM).commit(commit)).rejects.toMatchObject({
      name: 'Unavailable',
      refusal: 'storage-unsure',
    });
    expect(await keptJournal(stored, ROOM).commit(commit)).toEqual({ is: 'committed' });
  });

  test('not if an older version of the record stands there', async () => {
    const put: Row = { pk: 'r', sk: 'r', text: 'old' };
    await stored.commit({ at: AT, by, writes: [{ put, if: { version: 0 } }] });
    const edit: Commit = { at: AT, by, writes: [{ put: { ...put, text: 'new' }, if: { version: 1 } }] };
    await expect(keptJournal(forgetful(stored), ROOM).commit(edit)).rejects.toThrow(/did not keep/);
    expect(await keptJournal(stored, ROOM).commit(edit)).toEqual({ is: 'committed' });
  });

  test('also if somebody has gone on from it already', async () => {
    const put: Row = { pk: 'r', sk: 'r', text: 'mine' };
    const overtaken: Journal = {
      ...stored,
      commit: async (commit) => {
        const outcome = await stored.commit(commit);
        await stored.commit({ at: AT, by, writes: [{ put: { ...put, text: 'theirs' }, if: { version: 1 } }] });
        return outcome;
      },
    };
    const mine: Commit = { at: AT, by, writes: [{ put, if: { version: 0 } }] };
    expect(await keptJournal(overtaken, ROOM).commit(mine)).toEqual({ is: 'committed' });
  });

  test('after the database was asked for something, where the commit leaves no row of its own', async () => {
    const asked: unknown[] = [];
    const listening: Journal = { ...stored, read: async (asks) => (asked.push(...asks), stored.read(asks)) };
    await keptJournal(listening, ROOM).commit({ at: AT, by, writes: [{ remove: { pk: 'gone', sk: 'gone' } }] });
    expect(asked).toEqual([{ pk: 'gone', sk: 'gone' }]);
  });
});

test('below the floor of free disk nothing is committed, and nothing is written', async () => {
  const full = roomIn('/anywhere', async () => FLOOR_BYTES - 1);
  const commit = ANY_COMMITS['facts']!;
  await expect(keptJournal(stored, full).commit(commit)).rejects.toMatchObject({ refusal: 'storage-full' });
  expect(await stored.read([{ pk: 'case#1', prefix: '' }])).toEqual([[]]);
  expect([await full.hasRoom(), await roomIn('/anywhere', async () => FLOOR_BYTES).hasRoom()]).toEqual([false, true]);
});
