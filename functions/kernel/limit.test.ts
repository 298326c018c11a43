import { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import { addSeconds, instant, type Instant } from '../../shared/kernel/day.ts';
import { testCity } from '../../test/support/city.ts';
import { httpApp } from './http.ts';
import type { Journal } from './journal.ts';
import { memoryJournal, type MemoryJournal } from './journal.memory.ts';
import { byAddress, limited, HAND_OVER_LIMIT } from './limit.ts';

const START = instant('2026-11-22T20:00:00Z');
const ANY_LIMIT = { name: 'any', most: 3, seconds: 600 };

let journal: MemoryJournal;
let now: Instant;
let app: Hono;

beforeEach(() => {
  journal = memoryJournal();
  now = START;
  const counter = limited({ journal, clock: { now: () => now } }, ANY_LIMIT, byAddress);
  const portal = httpApp({ publicUrl: 'https://portal.example', log: ({ error }) => expect.fail(String(error.stack)) });
  app = portal.use(counter).get('/', (c) => c.body(null, 204)) as unknown as Hono;
});

const ask = async (address?: string) =>
  app.request('/', { headers: address === undefined ? {} : { 'x-forwarded-for': address } });
const statuses = async (times: number, address?: string) =>
  (await Promise.all(Array.from({ length: times }, () => ask(address)))).map(({ status }) => status);

describe('one source', () => {
  test('may ask so often and no more, also all at once; it is told when to come again', async () => {
    const answers = await statuses(20, '192.0.2.1, 198.51.100.1');
    expect(answers.filter((status) => status === 204)).toHaveLength(3);
    expect(answers.filter((status) => status === 429)).toHaveLength(17);
    now = addSeconds(START, 100);
    const late = await ask('192.0.2.1, 198.51.100.1');
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '500']);
    now = addSeconds(START, 600);
    expect(await statuses(3, '192.0.2.1, 198.51.100.1')).toEqual([204, 204, 204]);
  });

  test('is never turned away while requests are left, also where another request makes the counter meanwhile', async () => {
    const portalOn = (on: Journal) =>
      new Hono()
        .use(limited({ journal: on, clock: { now: () => now } }, ANY_LIMIT, byAddress))
        .get('/', (c) => c.body(null, 204));
    const askOn = async (on: Journal) =>
      (await portalOn(on).request('/', { headers: { 'x-forwarded-for': '192.0.2.7' } })).status;
    let other: Promise<number> | undefined;
    const met: Journal = {
      ...journal,
      read: async (asks) => {
        await (other ??= askOn(journal));
        return journal.read(asks);
      },
    };
    expect([await askOn(met), await other, await askOn(journal)]).toEqual([204, 204, 204]);
  });

  test.each([
    ['de', 0, 'in 10 Minuten'],
    ['de', 541, 'in einer Minute'],
    ['ar', 480, 'دقيقتين'],
    ['ar', 0, '10 دقائق'],
  ])('is told in words how long to wait (%s, %i)', async (language, later, words) => {
    await statuses(3, '192.0.2.1');
    now = addSeconds(START, later);
    const answer = await app.request(`/?lang=${language}`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, String(600 - later)]);
    expect(((await answer.json()) as { detail: string }).detail).toContain(words);
  });

  test('does not count for another, and cannot claim to be one', async () => {
    await statuses(4, '192.0.2.1, 198.51.100.1');
    expect((await ask('192.0.2.2, 198.51.100.1')).status).toBe(204);
    expect((await ask('203.0.113.9, 192.0.2.1, 198.51.100.1')).status).toBe(429);
  });

  test('that nobody can tell is not counted; of the others no address is stored', async () => {
    expect(await statuses(5)).toEqual([204, 204, 204, 204, 204]);
    await ask('192.0.2.1, 198.51.100.1');
    expect(JSON.stringify(journal.rows())).not.toContain('192.0.2');
  });
});

test('somebody who hands over files without end is stopped, and others are not (attack B10)', async () => {
  const city = await testCity(START);
  const upload = (who: string) => city.post(who, '/api/uploads', { id: 'any-upload', type: 'image/png', size: 1 });
  for (let sent = 0; sent < HAND_OVER_LIMIT.most; sent += 1) expect((await upload('member')).status).toBe(200);
  expect((await upload('member')).status).toBe(429);
  expect((await upload('member2')).status).toBe(200);
});

test.each<[string, 'put' | 'post', string, number]>([
  ['editor', 'put', '/api/funding/applications/app-{n}', 60],
  ['member', 'put', '/api/compensation/claims/any-claim/expenses/item-{n}', 120],
  ['case-officer', 'post', '/api/notices/previews/app-any', 120],
  ['case-officer', 'post', '/api/notices/previews/claims/any-claim', 120],
  ['member', 'post', '/api/notices/statements/2026', 120],
  ['orderer', 'post', '/api/payments/statements', 60],
  ['body-office', 'post', '/api/bodies/body-bezirk-03/sittings/any-sitting/documents', 120],
])(
  'what stores or sets a document ends somewhere, also for what is refused: %s %s %s',
  async (who, method, path, most) => {
    const city = await testCity(START);
    const askOnce = async (n: number) =>
      (await city[method](who, path.replace('{n}', String(n)), {}, { 'idempotency-key': `any-key-${n}` })).status;
    for (let n = 0; n < most; n += 1) expect(await askOnce(n)).not.toBe(429);
    expect(await askOnce(most)).toBe(429);
  },
);
