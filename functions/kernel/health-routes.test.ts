import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { healthRoutes } from './health-routes.ts';
import { httpApp } from './http.ts';
import { dynamoJournal } from './journal.dynamo.ts';
import type { Journal } from './journal.ts';
import { memoryJournal } from './journal.memory.ts';
import { systemClock } from './clock.ts';
import { PATIENCE } from './patience.ts';

const faults: string[] = [];
const LEDGER = { queue: 'ledger#queue', aside: 'ledger#aside' };

const portalOn = (journal: Journal, hasRoom?: () => Promise<boolean>) =>
  httpApp({
    publicUrl: 'https://portal.example',
    log: ({ route, reference }) => faults.push(`${route} ${reference}`),
  }).route('/api', healthRoutes({ journal, clock: systemClock, ...LEDGER, settings: { version: '1.2.3' }, hasRoom }));

/** A table that takes every call and never answers, as a stopped process does. */
let silent: Server;
beforeAll(async () => {
  silent = createServer(() => undefined);
  await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
});
afterAll(() => silent.closeAllConnections());

const silentTable = () =>
  dynamoJournal({
    table: 'any',
    client: new DynamoDBClient({
      ...PATIENCE,
      region: 'eu-central-1',
      endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    }),
  });

describe('how the portal says that it is', () => {
  test('ok with its version, only if the storage answers', async () => {
    const answer = await portalOn(memoryJournal()).request('/api/health');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok', version: '1.2.3' }]);
  });

  test('degraded, with the part that is not well and nothing more', async () => {
    const answer = await portalOn(memoryJournal(), async () => false).request('/api/health');
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { status: 'degraded', version: '1.2.3', unwell: ['disk'] },
    ]);
  });

  test('degraded while an entry of the ledger is set aside, which anybody may learn and nothing of the entry', async () => {
    const journal = memoryJournal();
    const put = { pk: LEDGER.aside, sk: 'entry-geheim', step: 'lists' };
    await journal.commit({ at: systemClock.now(), by: 'system', writes: [{ put }] });
    const answer = await portalOn(journal).request('/api/health');
    expect(await answer.json()).toEqual({ status: 'degraded', version: '1.2.3', unwell: ['ledger'] });
  });

  test('a storage that never answers is said within seconds, with what happened and a reference to the log', async () => {
    const begun = Date.now();
    const answer = await portalOn(silentTable()).request('/api/health', { headers: { 'accept-language': 'en' } });
    expect(Date.now() - begun).toBeLessThan(4000);
    const problem = (await answer.json()) as { detail: string; reference: string };
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(problem.detail).toContain('data store does not answer');
    expect(problem.detail).toContain(problem.reference);
    expect(faults).toEqual([`GET /api/health ${problem.reference}`]);
  });
});

test('every call to a storage that never answers ends, before the platform would end the function', async () => {
  const begun = Date.now();
  await expect(silentTable().read([{ pk: 'any', sk: 'any' }])).rejects.toMatchObject({ name: 'StorageSilent' });
  expect(Date.now() - begun).toBeLessThan(18_000);
});
