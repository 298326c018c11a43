import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingsInPaymentFile } from '../../shared/payments/file/check-payment-file.ts';
import {
  accountInForce,
  closeRun,
  confirmReturns,
  fileIn,
  handOver,
  itemsOf,
  openRun,
  orderTask,
  payCity,
  PAYER_IBAN,
  putTasks,
  queue,
  refusalOf,
  releasedRun,
  releaseRun,
  runSeen,
} from '../../test/support/payments.ts';
import { statementXml } from './statement.fixture.ts';

const RUN = '/api/payments/runs/run-eins';

describe('from order to account', () => {
  test('what was ordered is collected, closed, released, sent, booked, and the room that ordered it learns of it', async () => {
    const city = await payCity(20);
    expect(await queue(city, 'ready')).toHaveLength(20);
    await openRun(city);
    const open = await runSeen(city);
    expect(open).toMatchObject({ stage: 'open', count: 20, isCollecting: false, findings: [] });
    expect(await queue(city, 'ready')).toEqual([]);
    expect(await refusalOf(closeRun(city))).toBe(200);
    const { fileSha256, messageId } = await runSeen(city);
    const file = fileIn(city, fileSha256);
    expect(findingsInPaymentFile(file)).toEqual([]);
    expect(file).toContain(`<MsgId>${messageId}</MsgId>`);
    mkdirSync('test/.artifacts/payments', { recursive: true });
    writeFileSync('test/.artifacts/payments/run-of-twenty.xml', file);
    expect(await refusalOf(city.post('orderer', `${RUN}/download`, {}))).toBe('illegal-step');
    expect(await refusalOf(releaseRun(city))).toBe(200);
    const { link } = await city.json<{ link: string }>(city.post('orderer', `${RUN}/download`, {}));
    expect(link).toContain(fileSha256);
    expect(await refusalOf(city.post('orderer', `${RUN}/transmitted`, { on: '2026-11-23' }))).toBe(200);
    const movements = Array.from({ length: 20 }, (_, i) => ({
      endToEndId: `A26-${String(i + 1).padStart(6, '0')}`,
      amount: `20.${String(i + 1).padStart(2, '0')}`,
    }));
    const statement = statementXml(PAYER_IBAN, movements);
    writeFileSync('test/.artifacts/payments/statement-of-twenty.xml', statement);
    expect(await refusalOf(handOver(city, statement))).toBe(200);
    expect(await runSeen(city)).toMatchObject({ stage: 'booked', booked: 20, returned: 0 });
    expect(city.results.map(({ outcome }) => outcome)).toEqual(Array(20).fill('booked'));
    expect(city.results[0]).toMatchObject({ kind: 'test.payment', source: { room: 'test' }, on: '2026-11-25' });
  });

  test('a return after the booking brings the payment back to its room with the bank’s reason', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await handOver(city, statementXml(PAYER_IBAN, [{ endToEndId: 'A26-000001', amount: '20.01' }]));
    expect(await runSeen(city)).toMatchObject({ stage: 'partlyBooked', booked: 1 });
    const back = { endToEndId: 'A26-000001', amount: '20.01', returned: 'AC04', on: '2026-11-27' };
    await handOver(city, statementXml(PAYER_IBAN, [back], 'S-2'));
    expect(city.results.map(({ outcome }) => outcome)).toEqual(['booked']);
    expect(await confirmReturns(city)).toBe(1);
    await city.settle();
    expect(city.results.map(({ outcome, reason, on }) => [outcome, reason, on])).toEqual([
      ['booked', undefined, '2026-11-25'],
      ['returned', 'AC04', '2026-11-27'],
    ]);
    expect((await itemsOf(city))[0]).toMatchObject({ stage: 'returned', reason: 'AC04' });
  });

  test('an end-to-end id is used once: a second order under it stays stuck and visible', async () => {
    const city = await payCity(1);
    await putTasks(city.deps.journal, [orderTask(7, { endToEndId: 'A26-000001' })]);
    await expect(city.settle()).rejects.toThrow();
    expect(await queue(city, 'ready')).toHaveLength(1);
  });
});

describe('what is held', () => {
  test('without an account a payment waits, and comes by itself once there is one', async () => {
    const city = await payCity(1);
    await putTasks(city.deps.journal, [orderTask(2)]);
    await city.settle();
    await openRun(city);
    expect(await queue(city, 'held')).toMatchObject([{ payment: 'pay-2', holds: ['account-missing'] }]);
    expect(await refusalOf(city.post('orderer', '/api/payments/orders/pay-2/free', { reason: 'x' }))).toBe(
      'account-first',
    );
    await accountInForce(city.deps.journal, 'payee-2');
    await openRun(city, { run: 'run-zwei' });
    expect(await runSeen(city, 'run-zwei')).toMatchObject({ count: 1 });
    expect(await queue(city, 'held')).toEqual([]);
  });

  test('the same amount to the same account for the same purpose is held until a person has looked', async () => {
    const city = await payCity(1);
    const same = { payee: orderTask(1)['payee'], cents: 2001, remittance: orderTask(1)['remittance'] };
    await putTasks(city.deps.journal, [orderTask(2, same)]);
    await city.settle();
    await openRun(city);
    expect(await queue(city, 'held')).toMatchObject([{ payment: 'pay-2', holds: ['possible-duplicate'] }]);
    expect(await refusalOf(city.post('certifier', '/api/payments/orders/pay-2/free', { reason: 'x' }))).toBe(
      'not-permitted',
    );
    expect(await refusalOf(city.post('orderer', '/api/payments/orders/pay-2/free', { reason: 'Zwei Sitzungen' }))).toBe(
      200,
    );
    await openRun(city, { run: 'run-zwei' });
    expect(await runSeen(city, 'run-zwei')).toMatchObject({ count: 1 });
  });

  test('a person holds, frees and cancels; the room learns of the cancelled one', async () => {
    const city = await payCity(1);
    const act = (who: string, name: string) =>
      refusalOf(city.post(who, `/api/payments/orders/pay-1/${name}`, { reason: 'Rückfrage' }));
    expect(await act('certifier', 'hold')).toBe(200);
    await openRun(city);
    expect(await runSeen(city)).toMatchObject({ count: 0, findings: [{ finding: 'nothing-collected' }] });
    expect(await act('certifier', 'cancel')).toBe('not-permitted');
    expect(await act('orderer', 'free')).toBe(200);
    expect(await act('orderer', 'cancel')).toBe(200);
    expect(await act('orderer', 'cancel')).toBe('illegal-step');
    await city.settle();
    expect(city.results).toMatchObject([{ outcome: 'cancelled', payment: 'pay-1' }]);
    expect(await queue(city, 'held')).toEqual([]);
  });

  test('a holder in another script stands against closing until the item is taken out', async () => {
    const city = await payCity(2);
    await accountInForce(city.deps.journal, 'payee-3', { holder: 'Олена Приклад' });
    await putTasks(city.deps.journal, [orderTask(3)]);
    await city.settle();
    await openRun(city);
    expect(await runSeen(city)).toMatchObject({ findings: [{ finding: 'holder-not-latin', payments: ['pay-3'] }] });
    expect(await refusalOf(closeRun(city))).toBe('holder-not-latin');
    expect(await refusalOf(city.post('orderer', '/api/payments/orders/pay-3/hold', { reason: 'x' }))).toBe('in-run');
    expect(await refusalOf(city.post('certifier', `${RUN}/items/pay-3/hold`, { reason: 'Name fehlt' }))).toBe(200);
    expect(await queue(city, 'held')).toMatchObject([{ payment: 'pay-3', holds: ['manual'] }]);
    expect(await refusalOf(closeRun(city))).toBe(200);
  });
});
