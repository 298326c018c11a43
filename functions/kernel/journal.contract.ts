import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { streamOf, outboxKey, type Commit, type Journal, type Key } from './journal.ts';

const AT = '2026-11-22T09:00:00.000Z' as Instant;
const act = { at: AT, by: 'system' } as const;
const budget: Key = { pk: 'budget#b', sk: 'balance' };
const fact = (n: number) => ({ type: 'thing.happened', n });
const appended = (pk: string, after: number, ...numbers: number[]): Commit => ({
  ...act,
  facts: [{ pk, after, facts: numbers.map(fact) }],
});

/** What every adapter of the journal must do, whatever it is made of. `fresh` gives an empty one. */
export const journalContract = (name: string, fresh: () => Promise<Journal>): void => {
  describe(`the journal in ${name}`, () => {
    let journal: Journal;
    beforeEach(async () => {
      journal = await fresh();
    });
    const rowsOf = async (pk: string, prefix = '') => (await journal.read([{ pk, prefix }]))[0]!;
    const freeCents = async () => (await journal.read([budget]))[0]![0]?.['freeCents'];
    const fill = (freeCents: number) =>
      journal.commit({ ...act, writes: [{ put: { ...budget, freeCents, takenCents: 0 } }] });

    test('facts come back in the order in which they were appended', async () => {
      await journal.commit(appended('case#1', 0, 1, 2));
      await journal.commit(appended('case#1', 2, 3));
      const stream = streamOf(await rowsOf('case#1'));
      expect(stream.map((r) => [r.seq, (r.fact as unknown as { n: number }).n, r.at, r.by])).toEqual(
        [1, 2, 3].map((n) => [n, n, AT, 'system']),
      );
    });

    test('a lost race on a fact changes nothing', async () => {
      await journal.commit(appended('case#1', 0, 1));
      const late: Commit = {
        ...appended('case#1', 0, 9),
        writes: [{ put: { pk: 'list', sk: 'late' } }],
        tasks: [{ id: 't', kind: 'k' }],
      };
      expect(await journal.commit(late)).toEqual({ is: 'refused', refusal: 'changed-meanwhile' });
      expect(await rowsOf('list')).toEqual([]);
      expect(await rowsOf('case#1')).toHaveLength(1);
    });

    test('two streams are appended together or not at all', async () => {
      await journal.commit(appended('case#2', 0, 1));
      const both: Commit = {
        ...act,
        facts: [
          { pk: 'case#1', after: 0, facts: [fact(1)] },
          { pk: 'case#2', after: 0, facts: [fact(2)] },
        ],
      };
      expect((await journal.commit(both)).is).toBe('refused');
      expect(await rowsOf('case#1')).toEqual([]);
    });

    test('money is taken only while it is there, and can be given back', async () => {
      await fill(1000);
      const take = (cents: number) =>
        journal.commit({ ...act, guards: [{ take: budget, cents, refusal: 'budget-exhausted' }] });
      expect(await take(600)).toEqual({ is: 'committed' });
      expect(await take(600)).toEqual({ is: 'refused', refusal: 'budget-exhausted' });
      expect(await freeCents()).toBe(400);
      expect(await take(-600)).toEqual({ is: 'committed' });
      expect(await take(-1)).toEqual({ is: 'refused', refusal: 'budget-exhausted' });
      expect(await freeCents()).toBe(1000);
    });

    test('whether enough is free can be asked without taking it', async () => {
      await fill(1000);
      const ask = (cents: number) =>
        journal.commit({
          ...act,
          guards: [{ enough: budget, cents, refusal: 'budget-exhausted' }],
          writes: [{ put: { pk: 'x', sk: 'y' } }],
        });
      expect(await ask(1000)).toEqual({ is: 'committed' });
      expect(await ask(1001)).toEqual({ is: 'refused', refusal: 'budget-exhausted' });
      expect(await freeCents()).toBe(1000);
    });

    test('nothing is taken from a budget that does not exist', async () => {
      expect(
        await journal.commit({ ...act, guards: [{ take: budget, cents: 1, refusal: 'budget-exhausted' }] }),
      ).toEqual({ is: 'refused', refusal: 'budget-exhausted' });
    });

    test('the last euro goes to one of many', async () => {
      await fill(300);
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          journal.commit({
            ...appended(`case#${i}`, 0, i),
            guards: [{ take: budget, cents: 100, refusal: 'budget-exhausted' }],
          }),
        ),
      );
      expect(outcomes.filter((o) => o.is === 'committed')).toHaveLength(3);
      expect(await freeCents()).toBe(0);
    });

    test('a record is replaced only in the version that was read', async () => {
      const put = (version: number, text: string) =>
        journal.commit({ ...act, writes: [{ put: { pk: 'form#1', sk: 'record', text }, if: { version } }] });
      expect(await put(0, 'a')).toEqual({ is: 'committed' });
      expect(await put(0, 'b')).toEqual({ is: 'refused', refusal: 'changed-meanwhile' });
      expect(await put(1, 'c')).toEqual({ is: 'committed' });
      expect((await rowsOf('form#1'))[0]).toMatchObject({ text: 'c', version: 2 });
    });

    test('a guard on a record holds while its version stays', async () => {
      await journal.commit({ ...act, writes: [{ put: { pk: 'form#1', sk: 'record' }, if: { version: 0 } }] });
      const guarded = (version: number): Commit => ({
        ...act,
        guards: [{ unchanged: { pk: 'form#1', sk: 'record' }, version, refusal: 'form-changed' }],
        writes: [{ put: { pk: 'x', sk: 'y' } }],
      });
      expect(await journal.commit(guarded(2))).toEqual({ is: 'refused', refusal: 'form-changed' });
      expect(await journal.commit(guarded(1))).toEqual({ is: 'committed' });
    });

    test('a unique row is made once', async () => {
      const make = () =>
        journal.commit({ ...act, guards: [{ unique: { pk: 'number#7', sk: 'number' }, refusal: 'number-taken' }] });
      expect(await make()).toEqual({ is: 'committed' });
      expect(await make()).toEqual({ is: 'refused', refusal: 'number-taken' });
    });

    test('an idempotency key gives the first answer again, before anything else is looked at', async () => {
      const key = { pk: 'key#p', sk: 'k1' };
      const once = (body: string): Commit => ({
        ...appended('case#1', 0, 1),
        answered: { key, body, answer: { done: [1, { a: 'ä' }] } },
      });
      expect(await journal.commit(once('A'))).toEqual({ is: 'committed' });
      expect(await journal.commit(once('A'))).toEqual({
        is: 'repeated',
        answer: { done: [1, { a: 'ä' }] },
        sameBody: true,
      });
      expect(await journal.commit(once('B'))).toEqual({
        is: 'repeated',
        answer: { done: [1, { a: 'ä' }] },
        sameBody: false,
      });
      expect(await rowsOf('case#1')).toHaveLength(1);
    });

    test('a task is worked off once', async () => {
      const task = { id: 'case-1-000001', kind: 'notice.deliver' };
      await journal.commit({ ...act, tasks: [task] });
      const work = () => journal.commit({ ...appended('case#1', 0, 1), completes: outboxKey(task) });
      expect(await work()).toEqual({ is: 'committed' });
      expect(await work()).toEqual({ is: 'done' });
      expect(await rowsOf('case#1')).toHaveLength(1);
    });

    test('pages follow each other without gap, in both directions, and end without an empty one', async () => {
      const rows = Array.from({ length: 7 }, (_, i) => ({ pk: 'list', sk: `e#${i}` }));
      await journal.commit({ ...act, writes: [...rows.map((put) => ({ put })), { put: { pk: 'list', sk: 'other' } }] });
      for (const newestFirst of [false, true]) {
        const seen: string[] = [];
        let cursor: string | undefined;
        let pages = 0;
        do {
          const page = await journal.page({ pk: 'list', prefix: 'e#', limit: 3, cursor, newestFirst });
          seen.push(...page.rows.map((row) => row.sk));
          cursor = page.next;
          pages += 1;
        } while (cursor !== undefined);
        expect(seen).toEqual((newestFirst ? rows.toReversed() : rows).map((row) => row.sk));
        expect(pages).toBe(3);
      }
      expect((await journal.page({ pk: 'list', limit: 8 })).next).toBeUndefined();
      expect((await journal.page({ pk: 'list', prefix: '', limit: 9 })).rows).toHaveLength(8);
    });

    test('a foreign cursor never leads out of the partition', async () => {
      await journal.commit({ ...act, writes: [{ put: { pk: 'mine', sk: 'a' } }, { put: { pk: 'yours', sk: 'z' } }] });
      const cursor = Buffer.from('%%%').toString('base64url');
      const page = await journal.page({ pk: 'mine', limit: 5, cursor });
      expect(page.rows.every((row) => row.pk === 'mine')).toBe(true);
    });

    test('a cursor from outside the asked rows is no fault and brings no row of another kind', async () => {
      await journal.commit({ ...act, writes: [{ put: { pk: 'list', sk: 'e#1' } }, { put: { pk: 'list', sk: 'z' } }] });
      for (const sk of ['a', 'z']) {
        const cursor = Buffer.from(sk).toString('base64url');
        const { rows } = await journal.page({ pk: 'list', prefix: 'e#', limit: 5, cursor });
        expect(rows.filter((row) => !row.sk.startsWith('e#'))).toEqual([]);
      }
    });

    test('asks are answered each in its place, missing rows with nothing, double ones twice', async () => {
      await journal.commit({
        ...act,
        writes: [{ put: { pk: 'a', sk: '1' } }, { put: { pk: 'a', sk: '2' } }, { put: { pk: 'b', sk: '1' } }],
      });
      const got = await journal.read([
        { pk: 'b', sk: '1' },
        { pk: 'a', prefix: '' },
        { pk: 'c', sk: '1' },
        { pk: 'b', sk: '1' },
      ]);
      expect(got.map((rows) => rows.map((row) => row.pk + row.sk))).toEqual([['b1'], ['a1', 'a2'], [], ['b1']]);
    });

    test('more single rows may be asked for than the engine answers at once', async () => {
      const keys = Array.from({ length: 130 }, (_, i) => ({ pk: 'many', sk: String(i) }));
      for (const from of [0, 65]) {
        await journal.commit({ ...act, writes: keys.slice(from, from + 65).map((put) => ({ put })) });
      }
      expect((await journal.read(keys)).map((rows) => rows[0]?.sk)).toEqual(keys.map(({ sk }) => sk));
    });

    test('more than 100 items are a fault, not a refusal', async () => {
      const writes = Array.from({ length: 101 }, (_, i) => ({ put: { pk: 'x', sk: String(i) } }));
      await expect((async () => journal.commit({ ...act, writes }))()).rejects.toThrow(RangeError);
    });
  });
};
