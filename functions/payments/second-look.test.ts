import { describe, expect, test } from 'vitest';
import {
  AUTHORITY,
  confirmReturns,
  handOver,
  openRun,
  orderTask,
  payCity,
  PAYER_IBAN,
  putTasks,
  queue,
  refusalOf,
  releasedRun,
  runSeen,
  type PayCity,
} from '../../test/support/payments.ts';
import { statementXml, type Movement } from './statement.fixture.ts';

const PAID: Movement = { endToEndId: 'A26-000001', amount: '20.01' };
const BACK: Movement = { ...PAID, returned: 'AC04' };

const clarifications = async (city: PayCity) =>
  (
    await city.json<{ items: { clarification: string; why: string; payment?: string }[] }>(
      city.get('certifier', `/api/payments/clarifications?authority=${AUTHORITY}`),
    )
  ).items;
const settle = (city: PayCity, who: string, clarification: string, body: object) =>
  refusalOf(city.post(who, `/api/payments/clarifications/${clarification}/settle`, { note: 'Geprüft', ...body }));
const orderedAgain = async (city: PayCity) => {
  await putTasks(city.deps.journal, [{ ...orderTask(1), id: 'again', payment: 'pay-9', endToEndId: 'A26-000001-2' }]);
  await city.settle();
};

describe('what one person’s upload says', () => {
  test('a statement is taken after a fresh sign-in only', async () => {
    const city = await payCity(1);
    expect(await refusalOf(handOver(city, statementXml(PAYER_IBAN, []), 'certifier:stale'))).toBe('sign-in-again');
  });

  test('a return after the booking counts when somebody else than whoever handed it over confirms it', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await handOver(city, statementXml(PAYER_IBAN, [PAID, BACK]));
    const [item] = await clarifications(city);
    expect(item).toMatchObject({ why: 'return-after-booking', payment: 'pay-1' });
    expect(await runSeen(city)).toMatchObject({ booked: 1, returned: 0 });
    const body = { payment: 'pay-1' };
    expect(await settle(city, 'certifier', item!.clarification, body)).toBe('same-person-statement');
    expect(await settle(city, 'orderer:stale', item!.clarification, body)).toBe('sign-in-again');
    expect(await runSeen(city)).toMatchObject({ booked: 1, returned: 0 });
    expect(await settle(city, 'orderer', item!.clarification, body)).toBe(200);
    expect(await runSeen(city)).toMatchObject({ booked: 1, returned: 1 });
  });

  test('nor does whoever handed it over assign a return that bears no known id', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await handOver(city, statementXml(PAYER_IBAN, [PAID, { ...BACK, endToEndId: 'X' }]));
    const [item] = await clarifications(city);
    expect(await settle(city, 'certifier', item!.clarification, { payment: 'pay-1' })).toBe('same-person-statement');
  });

  test('a payment that is ordered again after a return waits until somebody else has looked', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await handOver(city, statementXml(PAYER_IBAN, [BACK]), 'orderer');
    await orderedAgain(city);
    await openRun(city, { run: 'run-zwei' });
    expect(await runSeen(city, 'run-zwei')).toMatchObject({ count: 0 });
    expect(await queue(city, 'held')).toMatchObject([{ payment: 'pay-9', holds: ['return-unconfirmed'] }]);
    const free = () => refusalOf(city.post('orderer', '/api/payments/orders/pay-9/free', { reason: 'Geprüft' }));
    expect(await free()).toBe('same-person-statement');
  });

  test('somebody else frees it, and it is paid', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await handOver(city, statementXml(PAYER_IBAN, [BACK]), 'certifier');
    await orderedAgain(city);
    expect(await refusalOf(city.post('orderer', '/api/payments/orders/pay-9/free', { reason: 'Geprüft' }))).toBe(200);
    await openRun(city, { run: 'run-zwei' });
    expect(await runSeen(city, 'run-zwei')).toMatchObject({ count: 1 });
  });

  test('after a return that a second person confirmed, it is ready by itself and no duplicate', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await handOver(city, statementXml(PAYER_IBAN, [PAID, BACK]));
    await confirmReturns(city);
    await orderedAgain(city);
    await openRun(city, { run: 'run-zwei' });
    expect(await runSeen(city, 'run-zwei')).toMatchObject({ count: 1 });
  });
});

describe('what a statement leaves to people', () => {
  test('a transfer that was debited twice is booked once and seen once more', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await handOver(city, statementXml(PAYER_IBAN, [PAID, PAID]));
    expect(await runSeen(city)).toMatchObject({ booked: 1 });
    expect(await clarifications(city)).toMatchObject([{ why: 'booked-before' }]);
  });

  test('an entry that cannot be read keeps the others from nothing, shows the bank’s words, and becomes no booking', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    const xml = statementXml(PAYER_IBAN, [PAID, { endToEndId: 'A26-000002', amount: '5000000000.00' }]);
    await handOver(city, xml);
    expect(await runSeen(city)).toMatchObject({ booked: 1 });
    const [item] = await clarifications(city);
    expect(item).toMatchObject({ why: 'amount-too-large', cents: 0, amountText: '5000000000.00 EUR' });
    expect(await settle(city, 'orderer', item!.clarification, { payment: 'pay-2' })).toBe('does-not-fit');
    expect(await settle(city, 'orderer', item!.clarification, {})).toBe(200);
  });

  test('a movement that does not say which way it went is never assigned', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await handOver(city, statementXml(PAYER_IBAN, [PAID]).replaceAll('DBIT', 'BOTH'));
    const [item] = await clarifications(city);
    expect(await settle(city, 'orderer', item!.clarification, { payment: 'pay-1' })).toBe('does-not-fit');
  });

  test('statements of other accounts are counted, and one that does not add up leaves nothing, with the difference', async () => {
    const city = await payCity(1);
    const own = statementXml(PAYER_IBAN, [PAID], 'S-1', { closing: '979.99' });
    const other = /<Stmt>.*<\/Stmt>/.exec(statementXml('DE02120300000000202051', []))![0];
    expect(await city.json(handOver(city, own.replace('</Stmt>', `</Stmt>${other}`)))).toMatchObject({
      others: 1,
      entries: 1,
      isBalanced: true,
    });
    const short = await handOver(city, own.replace('979.99', '900.00'));
    const { refusal, detail } = await city.json<{ refusal: string; detail: string }>(short);
    expect([refusal, detail.includes('-79,99')]).toEqual(['statement-balance', true]);
  });

  test('a statement that does not go on where the last one ended says so and is taken', async () => {
    const city = await payCity(1);
    const of = (on: string, opening: string, closing: string) =>
      city.json<{ gapCents?: number; isDone: boolean }>(
        handOver(city, statementXml(PAYER_IBAN, [], on, { on, opening, closing })),
      );
    expect(await of('2026-11-20', '5.00', '5.00')).not.toHaveProperty('gapCents');
    expect(await of('2026-11-23', '5.00', '5.00')).not.toHaveProperty('gapCents');
    expect(await of('2026-11-25', '9.00', '9.00')).toMatchObject({ gapCents: 400, isDone: true });
    expect(await of('2026-11-24', '1.00', '1.00')).not.toHaveProperty('gapCents');
  });
});
