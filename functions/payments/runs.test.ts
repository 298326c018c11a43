import { describe, expect, test } from 'vitest';
import {
  accountInForce,
  AUTHORITY,
  closeRun,
  fileIn,
  itemsOf,
  openRun,
  orderTask,
  payCity,
  PAYEE_IBAN,
  putTasks,
  queue,
  refusalOf,
  releasedRun,
  releaseRun,
  runSeen,
} from '../../test/support/payments.ts';

const RUN = '/api/payments/runs/run-eins';

describe('closing and releasing', () => {
  test('a run of one through the channel without payee check is refused', async () => {
    const city = await payCity(1);
    await openRun(city);
    expect(await refusalOf(closeRun(city))).toBe('too-few-for-opt-out');
    await city.post('orderer', `${RUN}/cancel`, {});
    await city.settle();
    await openRun(city, { run: 'run-zwei', channel: 'verified' });
    expect(await refusalOf(closeRun(city, 'run-zwei'))).toBe(200);
  });

  test.each(['2026-11-28', '2026-12-25'])(
    'no run is opened for a day on which banks rest: %s',
    async (executionDay) => {
      const city = await payCity(2);
      expect(await refusalOf(openRun(city, { executionDay }))).toBe('day-without-banks');
      expect(await refusalOf(openRun(city, { executionDay, channel: 'orderList' }))).toBe(200);
    },
  );

  test('a day in the past is refused, at opening and at closing', async () => {
    const city = await payCity(2);
    expect(await refusalOf(openRun(city, { executionDay: '2026-11-20' }))).toBe('day-past');
    await openRun(city);
    city.at('2026-11-26T09:00:00.000Z' as never);
    expect(await refusalOf(closeRun(city))).toBe('day-past');
  });

  test('other totals than those that were seen are refused', async () => {
    const city = await payCity(2);
    await openRun(city);
    expect(await refusalOf(city.post('certifier', `${RUN}/close`, { count: 2, sumCents: 1 }))).toBe('totals-changed');
  });

  test('nobody releases what they closed, also with the roles swapped in between, and only with a fresh sign-in', async () => {
    const city = await payCity(2);
    await openRun(city);
    await closeRun(city);
    const { fileSha256 } = await runSeen(city);
    expect(await refusalOf(city.post('certifier', `${RUN}/release`, { fileSha256 }))).toBe('not-permitted');
    expect(await refusalOf(city.post('orderer:stale', `${RUN}/release`, { fileSha256 }))).toBe('sign-in-again');
    const [[row] = []] = await city.deps.journal.read([{ pk: 'person#certifier', sk: 'person' }]);
    await city.deps.journal.commit({
      at: city.deps.clock.now(),
      by: 'system',
      writes: [{ put: { ...row!, roles: [{ role: 'orderer', scope: AUTHORITY }] } }],
    });
    expect(await refusalOf(city.post('certifier', `${RUN}/release`, { fileSha256 }))).toBe('same-person');
    expect(await refusalOf(city.post('orderer', `${RUN}/release`, { fileSha256: 'a'.repeat(64) }))).toBe(
      'file-changed',
    );
    expect(await refusalOf(city.post('orderer', `${RUN}/release`, { fileSha256 }))).toBe(200);
  });

  test('bytes that are not those of the hash are not released', async () => {
    const city = await payCity(2);
    await openRun(city);
    await closeRun(city);
    const { fileSha256 } = await runSeen(city);
    city.deps.files.all.set(`payments/${fileSha256}`, new TextEncoder().encode('<other/>'));
    expect(await refusalOf(releaseRun(city))).toBe('file-changed');
  });

  test('an account that changed since is named; opened again, the run collects with the account of today', async () => {
    const city = await payCity(2);
    await openRun(city);
    await closeRun(city);
    const first = await runSeen(city);
    await accountInForce(city.deps.journal, 'payee-2', { iban: 'DE89370400440532013000', hash: 'newer' });
    const refused = await city.json<{ refusal: string; issues: { path: string }[] }>(releaseRun(city));
    expect(refused).toMatchObject({ refusal: 'account-changed', issues: [{ path: 'items.pay-2' }] });
    expect(await refusalOf(city.post('certifier', `${RUN}/reopen`, {}))).toBe(200);
    expect(await refusalOf(closeRun(city))).toBe('still-collecting');
    await city.settle();
    expect(await refusalOf(closeRun(city))).toBe(200);
    const second = await runSeen(city);
    expect(second.messageId).not.toBe(first.messageId);
    expect(fileIn(city, second.fileSha256)).toContain('DE89370400440532013000');
    expect(await refusalOf(releaseRun(city))).toBe(200);
  });

  test('a cancelled run gives its items back, and they go into the next one', async () => {
    const city = await payCity(40);
    await openRun(city);
    await closeRun(city);
    expect(await refusalOf(city.post('orderer', `${RUN}/cancel`, {}))).toBe(200);
    await city.settle();
    expect(await runSeen(city)).toMatchObject({ stage: 'cancelled', count: 0, acts: [] });
    expect(await queue(city, 'ready')).toHaveLength(40);
    await openRun(city, { run: 'run-zwei' });
    expect(await runSeen(city, 'run-zwei')).toMatchObject({ count: 40 });
  });

  test.each(['certifier', 'orderer'])(
    'nobody closes or releases a run with a payment to themselves: %s',
    async (who) => {
      const city = await payCity(2);
      await accountInForce(city.deps.journal, who);
      await putTasks(city.deps.journal, [orderTask(3, { payee: { kind: 'person', id: who } })]);
      await city.settle();
      await openRun(city);
      expect(await refusalOf(closeRun(city))).toBe(who === 'certifier' ? 'own-payment' : 200);
      if (who === 'orderer') expect(await refusalOf(releaseRun(city))).toBe('own-payment');
    },
  );

  test('what is held stays outside of count and sum, and the run closes beside it', async () => {
    const city = await payCity(2);
    await putTasks(city.deps.journal, [orderTask(3), orderTask(4, { payee: orderTask(1)['payee'], cents: 2001 })]);
    await putTasks(city.deps.journal, [
      orderTask(5, { payee: orderTask(2)['payee'], cents: 2002, remittance: orderTask(2)['remittance'] }),
    ]);
    await city.settle();
    await openRun(city);
    expect((await queue(city, 'held')).map(({ payment }) => payment).toSorted()).toEqual(['pay-3', 'pay-5']);
    expect(await runSeen(city)).toMatchObject({ count: 3, sumCents: 2001 + 2002 + 2001 });
    expect(await refusalOf(closeRun(city))).toBe(200);
    expect(await refusalOf(releaseRun(city))).toBe(200);
    expect(fileIn(city, (await runSeen(city)).fileSha256)).toContain('<CtrlSum>60.04</CtrlSum>');
  });

  test('the order list has a formula as text and no payment file beside it', async () => {
    const city = await payCity(1);
    await accountInForce(city.deps.journal, 'payee-1', { holder: '+49 Muster', hash: 'newer' });
    await openRun(city, { channel: 'orderList' });
    await closeRun(city);
    const { fileSha256 } = await runSeen(city);
    expect(fileIn(city, fileSha256)).toContain(
      `"1";"'+49 Muster";"${PAYEE_IBAN}";"20,01";"Sitzungsgeld A26-000001";"A26-000001";"1140";"41201";"2026";"somebody";"somebody-else"`,
    );
    const { link } = await city.json<{ link: string }>(city.post('certifier', `${RUN}/order-list`, { format: 'csv' }));
    expect(link).toContain(fileSha256);
    expect(await refusalOf(city.post('orderer', `${RUN}/order-list`, { format: 'pdf' }))).toBe(200);
  });
});

describe('verification of payee', () => {
  test('an item that does not match is held, and a person decides with a reason', async () => {
    const city = await payCity(3);
    await releasedRun(city);
    const check = (payment: string, result: string) =>
      refusalOf(city.post('orderer', `${RUN}/items/${payment}/payee-check`, { result }));
    const decide = (payment: string, decision: string) =>
      refusalOf(city.post('orderer', `${RUN}/items/${payment}/decide`, { decision, reason: 'Geprüft' }));
    expect(await check('pay-1', 'match')).toBe(200);
    expect(await decide('pay-1', 'proceed')).toBe('illegal-step');
    expect(await check('pay-2', 'noMatch')).toBe(200);
    expect(await check('pay-3', 'noMatch')).toBe(200);
    expect(await decide('pay-2', 'proceed')).toBe(200);
    expect(await decide('pay-3', 'cancel')).toBe(200);
    await city.settle();
    expect(city.results).toMatchObject([{ payment: 'pay-3', outcome: 'cancelled' }]);
    expect((await itemsOf(city)).map(({ stage }) => stage)).toEqual(['inRun', 'inRun', 'cancelled']);
  });
});

describe('who sees payments', () => {
  test('payers see whole account numbers, auditors the last four, all others nothing', async () => {
    const city = await payCity(2);
    await openRun(city);
    expect((await itemsOf(city))[0]?.iban).toBe(PAYEE_IBAN);
    expect((await itemsOf(city, 'auditor'))[0]?.iban).toBe('•••• 3201');
    for (const who of ['member', 'approver', 'admin', 'district-officer'])
      expect((await city.get(who, `${RUN}/items`)).status).toBe(404);
    expect(await refusalOf(city.post('auditor', `${RUN}/close`, { count: 2, sumCents: 4003 }))).toBe('not-permitted');
  });
});
