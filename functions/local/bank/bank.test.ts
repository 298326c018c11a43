import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import {
  confirmReturns,
  handOver,
  openRun,
  payCity,
  PAYER_IBAN,
  releasedRun,
  runSeen,
} from '../../../test/support/payments.ts';
import { readStatement } from '../../payments/read-statement.ts';
import { demoBank } from './bank.ts';
import { bankRoutes } from './routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'anteil-bank-'));
const URL_HERE = 'http://localhost:3000';
afterAll(() => rmSync(folder, { recursive: true }));

const withBank = async (payments: number, name: string) => {
  const city = await payCity(payments);
  const bank = demoBank({ ...city.deps, folder: join(folder, name) });
  const pages = bankRoutes(bank, URL_HERE);
  const send = (run: string, form: Readonly<Record<string, string>>, origin = URL_HERE) =>
    pages.request(`${URL_HERE}/bank/${run}`, { method: 'POST', body: new URLSearchParams(form), headers: { origin } });
  return { city, bank, pages, send };
};

test('a released file is carried out, and the portal takes the statement: booked, returned, left for later', async () => {
  const { city, bank, pages, send } = await withBank(3, 'whole');
  await openRun(city);
  expect(await bank.files()).toEqual([]);
  await releasedRun(city);
  expect(await (await pages.request('/bank?lang=en')).text()).toContain('60,06 EUR');
  const shown = await (await pages.request('/bank/run-eins?lang=ar')).text();
  expect(shown).toContain('dir="rtl"');
  for (const id of ['A26-000001', 'A26-000002', 'A26-000003']) expect(shown).toContain(`name="${id}"`);

  const answer = await send('run-eins', { 'A26-000001': 'booked', 'A26-000002': 'returned', 'A26-000003': 'left' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/bank?lang=de']);
  const first = await (await pages.request(`/bank/statements/${PAYER_IBAN}-1.xml`)).text();
  const schema = [readFileSync('test/support/iso20022/camt.053.001.08.xsd', 'utf8')];
  expect((await validateXML({ xml: [{ fileName: 'file.xml', contents: first }], schema })).errors).toEqual([]);
  expect(readStatement(new TextEncoder().encode(first), PAYER_IBAN)).toMatchObject({
    value: { isBalanced: true, entries: { length: 3 } },
  });
  await handOver(city, first);
  await confirmReturns(city);
  expect(await runSeen(city)).toMatchObject({ booked: 2, returned: 1 });

  await send('run-eins', {});
  const second = bank.statement(`${PAYER_IBAN}-2`)!;
  expect(await city.json(handOver(city, second))).toMatchObject({ isBalanced: true, entries: 1 });
  expect(await runSeen(city)).toMatchObject({ booked: 3, returned: 1, stage: 'booked' });
  expect(await bank.files()).toEqual([]);
});

test('a transfer is carried out once, however often the button is pressed', async () => {
  const { city, bank, send } = await withBank(2, 'once');
  await releasedRun(city);
  await send('run-eins', {});
  await send('run-eins', {});
  expect(bank.statements()).toMatchObject([{ number: 1, movements: 2 }]);
});

test('pages of other places send nothing here, and what is not at the bank is not found', async () => {
  const { city, bank, pages, send } = await withBank(2, 'closed');
  await releasedRun(city);
  expect((await send('run-eins', {}, 'https://evil.example')).status).toBe(403);
  expect(bank.statements()).toEqual([]);
  for (const path of ['run-none', '..%2f..%2fkeys', 'statements/DE1-1.xml', 'statements/..%2flink-secret'])
    expect((await pages.request(`/bank/${path}`)).status, path).toBe(404);
});
