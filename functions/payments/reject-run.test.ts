import { describe, expect, test } from 'vitest';
import {
  AUTHORITY,
  closeRun,
  fileIn,
  handOver,
  itemsOf,
  openRun,
  payCity,
  PAYER_IBAN,
  queue,
  refusalOf,
  releasedRun,
  releaseRun,
  runSeen,
  type PayCity,
} from '../../test/support/payments.ts';
import { statementXml } from './statement.fixture.ts';

const RUN = '/api/payments/runs/run-eins';
const THURSDAY = '2026-11-26T09:00:00.000Z' as never;

const note = (city: PayCity, who = 'orderer') =>
  refusalOf(city.post(who, `${RUN}/note-rejection`, { reason: 'Datei unlesbar' }));
const reject = (city: PayCity, who = 'certifier') => refusalOf(city.post(who, `${RUN}/reject`, {}));

describe('a day that has passed', () => {
  test('is not released; the run can be cancelled', async () => {
    const city = await payCity(2);
    await openRun(city);
    await closeRun(city);
    city.at(THURSDAY);
    expect(await refusalOf(releaseRun(city))).toBe('execution-day-past');
    expect((await runSeen(city, 'run-eins', 'orderer')).acts).toContain('cancel');
  });

  test('is not handed to the bank, unless the bank has it', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    city.at(THURSDAY);
    expect(await refusalOf(city.post('orderer', `${RUN}/download`, {}))).toBe('execution-day-past');
    await city.post('orderer', `${RUN}/transmitted`, { on: '2026-11-24' });
    expect(await refusalOf(city.post('orderer', `${RUN}/download`, {}))).toBe(200);
  });

  test('no run is opened for a day more than a year ahead', async () => {
    const city = await payCity(2);
    expect(await refusalOf(openRun(city, { executionDay: '9999-11-25' }))).toBe('day-too-far');
    expect(await refusalOf(openRun(city, { executionDay: '2027-11-24' }))).toBe(200);
    expect(await refusalOf(openRun(city, { run: 'run-zwei', executionDay: '2027-11-25' }))).toBe('day-too-far');
  });
});

test('bytes that are not those that were released are not handed out', async () => {
  const city = await payCity(2);
  await releasedRun(city);
  const { fileSha256 } = await runSeen(city);
  city.deps.files.all.set(`payments/${fileSha256}`, new TextEncoder().encode('<other/>'));
  expect(await refusalOf(city.post('orderer', `${RUN}/download`, {}))).toBe('file-altered');
});

describe('a run that the bank did not take', () => {
  test('frees its payments under new ids when two people say so, and another run pays them', async () => {
    const city = await payCity(40);
    await releasedRun(city);
    expect(await reject(city)).toBe('illegal-step');
    expect(await note(city)).toBe(200);
    expect(await runSeen(city)).toMatchObject({
      stage: 'released',
      rejection: { reason: 'Datei unlesbar' },
      acts: ['reject'],
    });
    expect(await reject(city)).toBe(200);
    await city.settle();
    expect(await runSeen(city)).toMatchObject({ stage: 'rejected', count: 40, acts: [], isCollecting: false });
    expect(new Set((await itemsOf(city)).map(({ stage }) => stage))).toEqual(new Set(['rejected']));
    expect(await queue(city, 'ready')).toHaveLength(40);
    await releasedRun(city, { run: 'run-zwei' });
    const { fileSha256, count } = await runSeen(city, 'run-zwei');
    expect(count).toBe(40);
    const ids = [...fileIn(city, fileSha256).matchAll(/<EndToEndId>([^<]+)</g)].map(([, id]) => id);
    expect(ids).toHaveLength(40);
    for (const id of ids) expect(id).toMatch(/^A26-\d{6}-R1$/);
    await handOver(city, statementXml(PAYER_IBAN, [{ endToEndId: 'A26-000001-R1', amount: '20.01' }]));
    expect(city.results).toMatchObject([{ payment: 'pay-1', outcome: 'booked' }]);
  });

  test('what the bank books under a given-up id all the same is for a person, and pays nothing', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await note(city);
    await reject(city);
    await city.settle();
    await releasedRun(city, { run: 'run-zwei' });
    await handOver(city, statementXml(PAYER_IBAN, [{ endToEndId: 'A26-000001', amount: '20.01' }]));
    expect(city.results).toEqual([]);
    const path = `/api/payments/clarifications?authority=${AUTHORITY}`;
    expect(await city.json(city.get('certifier', path))).toMatchObject({ items: [{ why: 'rejected-before' }] });
  });

  test('is not confirmed by whoever noted it, also with the roles swapped in between', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await note(city);
    const [[row] = []] = await city.deps.journal.read([{ pk: 'person#orderer', sk: 'person' }]);
    const roles = [{ role: 'certifier', scope: AUTHORITY }];
    await city.deps.journal.commit({ at: city.deps.clock.now(), by: 'system', writes: [{ put: { ...row!, roles } }] });
    expect(await reject(city, 'orderer')).toBe('same-person-rejection');
    expect(await note(city, 'certifier')).toBe('not-permitted');
    expect(await reject(city, 'certifier:stale')).toBe('sign-in-again');
    expect(await reject(city, 'auditor')).toBe('not-permitted');
  });

  test('is none where the statement names money that moved', async () => {
    const city = await payCity(2);
    await releasedRun(city);
    await note(city);
    await handOver(city, statementXml(PAYER_IBAN, [{ endToEndId: 'A26-000001', amount: '20.01' }]));
    expect(await reject(city)).toBe('money-moved');
    const other = await payCity(2);
    await releasedRun(other);
    await handOver(other, statementXml(PAYER_IBAN, [{ endToEndId: 'A26-000001', amount: '20.01' }]));
    expect(await note(other)).toBe('money-moved');
  });
});
