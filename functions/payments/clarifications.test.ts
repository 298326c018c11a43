import { expect, test } from 'vitest';
import {
  AUTHORITY,
  handOver,
  payCity,
  PAYEE_IBAN,
  PAYER_IBAN,
  refusalOf,
  releasedRun,
  runSeen,
  type PayCity,
} from '../../test/support/payments.ts';
import { statementXml } from './statement.fixture.ts';

const open = async (city: PayCity) =>
  (
    await city.json<{ items: { clarification: string; why: string }[] }>(
      city.get('certifier', `/api/payments/clarifications?authority=${AUTHORITY}`),
    )
  ).items;
const settle = (city: PayCity, id: string, body: object, who = 'certifier') =>
  refusalOf(city.post(who, `/api/payments/clarifications/${id}/settle`, body));

test('a return that nobody knows and a wrong amount are cleared up by a person and move no money', async () => {
  const city = await payCity(2);
  await releasedRun(city);
  await handOver(
    city,
    statementXml(PAYER_IBAN, [
      { endToEndId: 'X-1', amount: '5.00', returned: 'AC01' },
      { endToEndId: 'A26-000001', amount: '99.00' },
    ]),
  );
  const found = await open(city);
  expect(found.map(({ why }) => why).sort()).toEqual(['amount-differs', 'unknown-return']);
  expect(await runSeen(city)).toMatchObject({ booked: 0, returned: 0 });
  const wrong = found.find(({ why }) => why === 'amount-differs')!.clarification;
  expect(await settle(city, wrong, { payment: 'pay-1', note: 'Passt nicht' })).toBe('does-not-fit');
  expect(await settle(city, wrong, { payment: 'pay-x', note: 'x' })).toBe('payment-unknown');
  expect(await settle(city, wrong, { note: 'x' }, 'auditor')).toBe('not-permitted');
  expect(await settle(city, wrong, { note: 'x' }, 'member')).toBe('not-found');
  expect(await settle(city, wrong, { note: 'Gebühr der Bank' })).toBe(200);
  expect(await settle(city, wrong, { note: 'noch einmal' })).toBe('settled-before');
  expect((await open(city)).map(({ why }) => why)).toEqual(['unknown-return']);
});

test('a debit without a known id is assigned by a person, and then the payment is booked', async () => {
  const city = await payCity(2);
  await releasedRun(city);
  await handOver(city, statementXml(PAYER_IBAN, [{ endToEndId: 'OTHER', amount: '20.01' }]));
  const { clarification } = (await open(city))[0]!;
  expect(await settle(city, clarification, { payment: 'pay-1', note: 'Kennung von der Bank verstümmelt' })).toBe(200);
  await city.settle();
  expect(city.results).toMatchObject([{ payment: 'pay-1', outcome: 'booked', on: '2026-11-25' }]);
  expect(await runSeen(city)).toMatchObject({ booked: 1, stage: 'partlyBooked' });
});

test('account and amount tell a transfer without its id where only one fits', async () => {
  const city = await payCity(2);
  await releasedRun(city);
  await handOver(city, statementXml(PAYER_IBAN, [{ amount: '20.02', iban: PAYEE_IBAN }]));
  await city.settle();
  expect(city.results).toMatchObject([{ payment: 'pay-2', outcome: 'booked' }]);
  expect(await open(city)).toEqual([]);
});

test('what was not released and is booked all the same is for a person', async () => {
  const city = await payCity(2);
  await handOver(city, statementXml(PAYER_IBAN, [{ endToEndId: 'A26-000001', amount: '20.01' }]));
  expect(await open(city)).toMatchObject([{ why: 'not-released' }]);
  expect(city.results).toEqual([]);
});

test('a statement with a document type or for another account is refused and leaves nothing', async () => {
  const city = await payCity(1);
  const good = statementXml(PAYER_IBAN, [{ amount: '1.00' }]);
  expect(await refusalOf(handOver(city, good.replace('<Document', '<!DOCTYPE d [<!ENTITY a "x">]><Document')))).toBe(
    'statement-dtd',
  );
  expect(await refusalOf(handOver(city, statementXml(PAYEE_IBAN, [{ amount: '1.00' }])))).toBe('other-account');
  const { items } = await city.json<{ items: unknown[] }>(
    city.get('certifier', `/api/payments/statements?authority=${AUTHORITY}`),
  );
  expect(items).toEqual([]);
});
