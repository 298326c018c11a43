import { expect, test } from 'vitest';
import {
  accountInForce,
  AUTHORITY,
  handOver,
  openRun,
  orderTask,
  payCity,
  PAYER_IBAN,
  putTasks,
  refusalOf,
  releasedRun,
} from '../../test/support/payments.ts';
import { statementXml } from './statement.fixture.ts';

/** A city in which one of the payments goes to this person, who pays for the authority. */
const cityPaying = async (who: 'certifier' | 'orderer') => {
  const city = await payCity(2);
  const addOwn = async () => {
    await accountInForce(city.deps.journal, who);
    await putTasks(city.deps.journal, [orderTask(3, { payee: { kind: 'person', id: who } })]);
    await city.settle();
  };
  return { city, addOwn };
};

test('nobody assigns a movement of the bank to a payment to themselves', async () => {
  const { city, addOwn } = await cityPaying('certifier');
  await releasedRun(city);
  await addOwn();
  await handOver(city, statementXml(PAYER_IBAN, [{ endToEndId: 'OTHER', amount: '20.03' }]));
  const { items } = await city.json<{ items: { clarification: string }[] }>(
    city.get('certifier', `/api/payments/clarifications?authority=${AUTHORITY}`),
  );
  const settle = (who: string) =>
    refusalOf(
      city.post(who, `/api/payments/clarifications/${items[0]!.clarification}/settle`, { payment: 'pay-3', note: 'x' }),
    );
  expect(await settle('certifier')).toBe('own-payment');
  expect(await settle('orderer')).toBe('does-not-fit');
});

test('nobody holds, frees or cancels a payment to themselves', async () => {
  const { city, addOwn } = await cityPaying('orderer');
  await addOwn();
  for (const act of ['hold', 'free', 'cancel'])
    expect(await refusalOf(city.post('orderer', `/api/payments/orders/pay-3/${act}`, { reason: 'x' })), act).toBe(
      'own-payment',
    );
  expect(await refusalOf(city.post('certifier', '/api/payments/orders/pay-3/hold', { reason: 'x' }))).toBe(200);
});

test('nobody decides in a run on the payment to themselves', async () => {
  const { city, addOwn } = await cityPaying('orderer');
  await addOwn();
  await openRun(city);
  const hold = (who: string) =>
    refusalOf(city.post(who, '/api/payments/runs/run-eins/items/pay-3/hold', { reason: 'x' }));
  expect(await hold('orderer')).toBe('own-payment');
  expect(await hold('certifier')).toBe(200);
});
