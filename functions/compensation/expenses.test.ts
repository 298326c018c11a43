import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { claimOfPerson, held, seat, viewOf } from '../../test/support/claims.ts';
import { CLAIM, eveningCity } from '../../test/support/evening.ts';

type Evening = Awaited<ReturnType<typeof eveningCity>>;
let city: Evening['city'];
let at: Evening['at'];
let act: Evening['act'];
let seqOf: Evening['seqOf'];

beforeEach(async () => {
  ({ city, at, act, seqOf } = await eveningCity());
});

describe('expenses', () => {
  const put = async (item: string, body: object, who = 'member') => {
    const answer = await city.put(who, at(`expenses/${item}`), { pages: [], ...body });
    const { refusal } = (await answer.json()) as { refusal?: string };
    return answer.ok ? 'set' : `${answer.status} ${refusal}`;
  };
  const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  const OTHER_PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGMQUDD4DwACBAFgjby7cQAAAABJRU5ErkJggg==',
    'base64',
  );

  test('mileage is computed, once for a sitting, and never sent as an amount', async () => {
    expect(await put('car', { kind: 'mileage', tenthsOfKilometre: 125 })).toBe('set');
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({ expensesCents: 2_50, totalCents: 22_50 });
    expect(await put('car', { kind: 'mileage', tenthsOfKilometre: 20_000 })).toBe('set');
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({ expensesCents: 130_00 });
    expect(await put('car', { kind: 'mileage', cents: 500 })).toBe('400 malformed');
    expect(await put('car2', { kind: 'mileage', tenthsOfKilometre: 10 })).toBe('409 mileage-once');
  });

  test('only kinds that the body pays, with receipt and reason', async () => {
    expect(await put('first', { kind: 'interpretation', cents: 100 })).toBe('409 expense-kind-off');
    expect(await put('first', { kind: 'childcare', cents: 40_00 })).toBe('409 receipt-missing');
    const upload = await city.upload('member', PNG, 'image/png');
    expect(await put('first', { kind: 'taxi', cents: 20_00, pages: [{ upload }] })).toBe('409 reason-missing');
    expect(await put('first', { kind: 'taxi', cents: 20_00, reason: 'ANY_REASON', pages: [{ upload }] })).toBe('set');
  });

  test('the amount of the receipt is taken, and what is above the cap is shown as not claimed', async () => {
    const cared = async (item: string, amount: number, bytes: Uint8Array) =>
      put(item, {
        kind: 'childcare',
        cents: amount,
        pages: [{ upload: await city.upload('member', bytes, 'image/png') }],
      });
    expect(await cared('first', 30_00, PNG)).toBe('set');
    expect(await cared('second', 45_00, OTHER_PNG)).toBe('set');
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({
      expensesCents: 50_00,
      expenses: [{ cents: 30_00 }, { cents: 20_00, paidCents: 45_00 }],
    });
    expect(await cared('first', 60_00, PNG)).toBe('set');
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({ expensesCents: 50_00 });
  });

  test('where nothing of the cap is left, nothing is taken', async () => {
    const upload = await city.upload('member', PNG, 'image/png');
    expect(await put('first', { kind: 'childcare', cents: 50_00, pages: [{ upload }] })).toBe('set');
    const more = await city.upload('member', OTHER_PNG, 'image/png');
    expect(await put('second', { kind: 'childcare', cents: 5_00, pages: [{ upload: more }] })).toBe('409 above-cap');
  });

  test('no new expense is called like the fee, and one called like a part of every object is an expense', async () => {
    expect(await put('fee', { kind: 'publicTransport', cents: 380 })).toBe('400 malformed');
    expect(await put('constructor', { kind: 'publicTransport', cents: 380 })).toBe('set');
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({ expenses: [{ item: 'constructor', cents: 380 }] });
  });

  test('a receipt for a claim that is not there or not mine is not stored', async () => {
    const stored: string[] = [];
    const { files } = city.deps;
    const store = files.put.bind(files);
    files.put = async (path, ...rest) => {
      stored.push(path);
      return store(path, ...rest);
    };
    const expense = async (who: string, claim: string) => {
      const upload = await city.upload(who, PNG, 'image/png');
      const body = { kind: 'childcare', cents: 40_00, pages: [{ upload }] };
      return (await city.put(who, `/api/compensation/claims/${claim}/expenses/first`, body)).status;
    };
    expect(await expense('editor', CLAIM)).toBe(404);
    expect(await expense('member', 'c-0123456789abcdef01234567')).toBe(404);
    expect(stored.filter((path) => path.startsWith('receipts/'))).toEqual([]);
    expect(await expense('member', CLAIM)).toBe(200);
    expect(stored.filter((path) => path.startsWith('receipts/'))).toHaveLength(1);
  });

  test('the same page on two claims is refused, until it is taken out of the first', async () => {
    await held(city, {
      sitting: 'sitting-4',
      from: '2026-11-19T17:00',
      to: '2026-11-19T18:00',
      entries: [seat('member')],
    });
    await city.settle();
    const upload = await city.upload('member', PNG, 'image/png');
    const childcare = { kind: 'childcare', cents: 40_00, pages: [{ upload }] };
    expect(await put('first', childcare)).toBe('set');
    expect(await put('first', childcare)).toBe('set');
    const other = `/api/compensation/claims/${claimOfPerson('sitting-4')}/expenses/second`;
    expect((await city.put('member', other, childcare)).status).toBe(409);
    expect(await put('third', { ...childcare, cents: 1 })).toBe('409 receipt-used');
    const [page] = (await viewOf(city, 'member', CLAIM)).expenses[0]!.pages;
    expect((await city.post('member', at(`expenses/first/pages/${page!.sha256}/open`), {})).status).toBe(200);
    expect((await city.post('member2', at(`expenses/first/pages/${page!.sha256}/open`), {})).status).toBe(404);
    expect((await city.post('member', at('expenses/first/remove'), {})).status).toBe(200);
    expect((await city.put('member', other, childcare)).status).toBe(200);
  });

  test("a page that is no picture, and another person's upload, are refused", async () => {
    const html = await city.upload('member', new TextEncoder().encode('<html>receipt</html>'), 'image/jpeg');
    expect(await put('first', { kind: 'childcare', cents: 100, pages: [{ upload: html }] })).toBe('409 upload-type');
    const foreign = await city.upload('member2', JPEG, 'image/jpeg');
    expect(await put('first', { kind: 'childcare', cents: 100, pages: [{ upload: foreign }] })).toBe(
      '409 upload-missing',
    );
  });

  test('travel is lost after six months, other kinds only with the limitation', async () => {
    city.at('2027-05-25T08:00:00.000Z' as Instant);
    expect(await put('bus', { kind: 'publicTransport', cents: 3_80 })).toBe('409 travel-lapsed');
    const upload = await city.upload('member', PNG, 'image/png');
    expect(await put('kids', { kind: 'childcare', cents: 30_00, pages: [{ upload }] })).toBe('set');
    city.at('2030-01-02T08:00:00.000Z' as Instant);
    expect(await act('member', 'submit', { seq: await seqOf(), totalCents: 50_00 })).toBe('409 claim-lapsed');
  });

  test("nobody touches another member's claim", async () => {
    expect(await put('bus', { kind: 'publicTransport', cents: 3_80 }, 'member2')).toBe('404 not-found');
    expect(await act('member2', 'submit', { seq: 1, totalCents: 20_00 })).toBe('404 not-found');
  });
});
