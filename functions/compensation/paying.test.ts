import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { batchOf, grant, ordersIn, sent, told, viewOf } from '../../test/support/claims.ts';
import { START, CLAIM, BUDGET, eveningCity } from '../../test/support/evening.ts';

type Evening = Awaited<ReturnType<typeof eveningCity>>;
let city: Evening['city'];
let at: Evening['at'];
let rowsOf: Evening['rowsOf'];
let act: Evening['act'];
let seqOf: Evening['seqOf'];
let taken: Evening['taken'];
let batch: Evening['batch'];

beforeEach(async () => {
  ({ city, at, rowsOf, act, seqOf, taken, batch } = await eveningCity());
});

describe('from the member to the account', () => {
  test('submitted, certified in a batch, ordered by another, paid by the bank, in the yearly statement', async () => {
    expect(await act('member', 'submit', { seq: 1, totalCents: 25_00 })).toBe('409 changed-meanwhile');
    const { caseNumber } = await sent(city, 'member', CLAIM);
    expect(caseNumber).toMatch(/^A26-[2-9A-HJ-NP-Z]{6}$/);
    const list = await city.get('body-office', '/api/compensation/work-list?queue=certify&scope=body-bezirk-03');
    expect(((await list.json()) as { items: object[] }).items).toMatchObject([
      { claim: CLAIM, person: { name: 'Fatima Probemann' } },
    ]);
    expect((await batch('body-office', 'certify')).done).toMatchObject([{ stage: 'certified' }]);
    expect(await taken()).toBe(20_00);
    expect((await batch('orderer', 'order')).done).toMatchObject([{ stage: 'ordered' }]);
    const [order] = await ordersIn(city);
    expect(order).toMatchObject({
      cents: 20_00,
      endToEndId: caseNumber,
      certifiedBy: 'body-office',
      orderedBy: ['orderer'],
      payee: { kind: 'person', id: 'member' },
    });
    await told(city, CLAIM, order!['payment'] as string, 'booked');
    await city.settle();
    await told(city, CLAIM, order!['payment'] as string, 'booked', '2026-12-02');
    await city.settle();
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({ stage: 'paid', paidOn: '2026-12-01' });
    city.at('2026-12-03T08:00:00.000Z' as Instant);
    const statement = await (await city.get('member', '/api/compensation/statements/2026')).json();
    expect(statement).toMatchObject({
      totalCents: 20_00,
      lines: [{ caseNumber, paidOn: '2026-12-01', feeCents: 20_00, legalBasis: '§ 1(1) DepEntschGDV' }],
      limits: [{ cents: 960_00, state: 'below' }, { state: 'unknown' }, { cents: 3_000_00, state: 'below' }],
    });
    expect(await rowsOf('compensation-quarter#2026-Q4')).toMatchObject([
      { body: 'body-bezirk-03', person: 'member', cents: 20_00 },
    ]);
    const reportable = await city.get('certifier', '/api/compensation/reportable?year=2026&authority=be-ba-03');
    expect(await reportable.json()).toMatchObject({
      thresholdCents: 3_000_00,
      items: [{ person: 'member', totalCents: 20_00, isReportable: false }],
    });
  });

  test('a payment of which the bank tells after the cut-off counts in the next public quarter', async () => {
    await sent(city, 'member', CLAIM);
    await batch('body-office', 'certify');
    await batch('orderer', 'order');
    const [order] = await ordersIn(city);
    city.at('2027-02-20T08:00:00.000Z' as Instant);
    await told(city, CLAIM, order!['payment'] as string, 'booked', '2027-02-12');
    await city.settle();
    expect(await rowsOf('compensation-quarter#2026-Q4')).toEqual([]);
    expect(await rowsOf('compensation-quarter#2027-Q1')).toMatchObject([{ cents: 20_00 }]);
  });

  test('a return goes back to the work list, and is ordered anew under another id', async () => {
    const { caseNumber } = await sent(city, 'member', CLAIM);
    await batch('body-office', 'certify');
    await batch('orderer', 'order');
    const [first] = await ordersIn(city);
    await told(city, CLAIM, first!['payment'] as string, 'booked');
    await told(city, CLAIM, first!['payment'] as string, 'returned', '2026-12-04');
    await city.settle();
    expect(await viewOf(city, 'certifier', CLAIM)).toMatchObject({ stage: 'paymentFailed', acts: ['fixBankData'] });
    expect(await rowsOf('compensation-quarter#2026-Q4')).toEqual([]);
    expect(await act('certifier', 'fix-bank-data', { seq: await seqOf('certifier') })).toBe('409 account-not-usable');
    const facts = [
      { type: 'account.entered', hash: 'h', heldUntil: '2026-11-02T08:00:00.000Z' },
      { type: 'account.confirmedByHolder', hash: 'h' },
      { type: 'account.confirmedByOfficer', hash: 'h' },
    ];
    const earlier = '2026-11-01T08:00:00.000Z' as Instant;
    await city.deps.journal.commit({
      at: earlier,
      by: 'system',
      facts: [{ pk: 'account#person:member', after: 0, facts }],
      writes: [{ put: { pk: 'account#person:member', sk: 'details#h', iban: 'ANY_IBAN', holder: 'ANY', salt: 's' } }],
    });
    expect(await act('certifier', 'fix-bank-data', { seq: await seqOf('certifier') })).toBe('409 account-unchanged');
    expect(await act('certifier', 'fix-bank-data', { seq: await seqOf('certifier'), sameStands: true })).toBe(
      'certified',
    );
    expect((await batch('orderer', 'order')).done).toMatchObject([{ stage: 'ordered' }]);
    const [second] = await ordersIn(city);
    expect(second).toMatchObject({ endToEndId: `${caseNumber}-2`, cents: 20_00 });
    await told(city, CLAIM, first!['payment'] as string, 'booked', '2026-12-05');
    await city.settle();
    expect((await viewOf(city, 'member', CLAIM)).stage).toBe('ordered');
    expect(await taken()).toBe(20_00);
  });

  test('an exhausted budget certifies nothing and says that the entitlement stays', async () => {
    await sent(city, 'member', CLAIM);
    await city.deps.journal.commit({
      at: START,
      by: 'system',
      writes: [{ put: { pk: BUDGET, sk: 'balance', freeCents: 19_99, takenCents: 0 } }],
    });
    const { done, refused } = await batch('certifier', 'certify');
    expect(done).toEqual([]);
    expect(refused).toMatchObject([
      { refusal: 'budget-exhausted', detail: expect.stringContaining('Der Anspruch besteht weiter') },
    ]);
  });

  test('totals that are others by now stop the whole batch', async () => {
    await sent(city, 'member', CLAIM);
    const body = await batchOf(city, 'certifier', [CLAIM]);
    const other = { ...body, totals: body.totals.map((total) => ({ ...total, cents: total.cents + 1 })) };
    expect(await (await city.post('certifier', '/api/compensation/certify', other)).json()).toMatchObject({
      refusal: 'totals-changed',
    });
  });

  test('a batch sent again under its key is answered as before and has one effect', async () => {
    await sent(city, 'member', CLAIM);
    const body = await batchOf(city, 'certifier', [CLAIM]);
    const again = () =>
      city.post('certifier', '/api/compensation/certify', body, { 'idempotency-key': 'the-same-key' });
    const first = await (await again()).json();
    expect(await (await again()).json()).toEqual(first);
    expect(await taken()).toBe(20_00);
  });

  test('who certified does not order, also with another role by now; nor does whose claim it is', async () => {
    await sent(city, 'member', CLAIM);
    await grant(city, 'member', 'certifier');
    await grant(city, 'member', 'orderer');
    await grant(city, 'certifier', 'orderer');
    expect((await batch('member', 'certify')).refused).toMatchObject([{ refusal: 'own-claim' }]);
    await batch('certifier', 'certify');
    expect((await batch('certifier', 'order')).refused).toMatchObject([{ refusal: 'same-person' }]);
    expect((await batch('member', 'order')).refused).toMatchObject([{ refusal: 'own-claim' }]);
  });

  test('above the threshold two persons order, each another than who certified', async () => {
    await city.put('member', at('expenses/car'), { kind: 'mileage', tenthsOfKilometre: 5_000, pages: [] });
    await sent(city, 'member', CLAIM);
    await grant(city, 'certifier', 'orderer');
    await grant(city, 'approver2', 'orderer');
    await batch('certifier', 'certify');
    expect((await batch('orderer', 'order')).done).toMatchObject([{ stage: 'firstOrdered' }]);
    expect((await batch('orderer', 'order')).refused).toMatchObject([{ refusal: 'same-person' }]);
    expect((await batch('certifier', 'order')).refused).toMatchObject([{ refusal: 'same-person' }]);
    expect((await batch('approver2', 'order')).done).toMatchObject([{ stage: 'ordered' }]);
    expect((await ordersIn(city))[0]).toMatchObject({ cents: 120_00, orderedBy: ['orderer', 'approver2'] });
  });
});
