import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../shared/kernel/day.ts';
import { createApi } from './api.ts';
import { fundingRooms } from './funding-api.ts';
import { bodyRooms } from './bodies-api.ts';
import { BOARD } from '../test/support/board.ts';
import { testCity, type TestCity } from '../test/support/city.ts';
import { submitExample } from '../test/support/example-case.ts';
import { securityLine } from './kernel/log-line.ts';
import type { SecurityLine } from './kernel/security-log.ts';

const START = instant('2026-11-23T09:00:00Z');

let city: TestCity;
let lines: SecurityLine[];
let app: ReturnType<typeof createApi>;

beforeEach(async () => {
  city = await testCity(START);
  await submitExample(city, 'app-geheim');
  lines = [];
  app = createApi({ ...city.deps, note: (line) => lines.push(line) }, fundingRooms, bodyRooms);
});

const ask = (method: string, who: string | undefined, path: string, headers: Record<string, string> = {}) =>
  app.request(path, {
    method,
    headers: { ...(who !== undefined && { authorization: `Bearer ${who}` }), ...headers },
    ...(method === 'POST' && { body: '{}' }),
  });

const JSON_BODY = { 'content-type': 'application/json', 'idempotency-key': 'one-intent-any' };
const told = () => lines.map(({ event, route }) => `${event} ${route}`);

describe('the security log tells', () => {
  test('of a token that is not valid', async () => {
    await ask('GET', 'nobody-here', '/api/me');
    expect(told()).toEqual(['token-refused GET /api/me']);
    expect(lines[0]!.who).toBeUndefined();
  });

  test('of a sign-in that came to nothing', async () => {
    await ask('GET', undefined, '/api/sign-in/callback?code=x&state=y');
    expect(told()).toEqual(['sign-in-refused GET /api/sign-in/callback']);
  });

  test('of somebody who asks for what is not theirs, whether it exists or not', async () => {
    for (const id of ['app-geheim', 'app-nowhere']) await ask('GET', 'editor2', `/api/funding/applications/${id}`);
    expect(told()).toEqual(Array(2).fill('object-not-found GET /api/funding/applications/:id'));
  });

  test('of an act without the right to it', async () => {
    await ask('POST', 'editor', '/api/funding/applications/app-geheim/withdraw', JSON_BODY);
    expect(told()).toEqual(['not-permitted POST /api/funding/applications/:id/withdraw']);
  });

  test('of a request from a foreign page', async () => {
    await ask('POST', undefined, '/api/sign-out', { ...JSON_BODY, origin: 'https://evil.example' });
    expect(told()).toEqual(['foreign-origin POST /api/sign-out']);
  });

  test('of a role that is given, and not of one that is refused', async () => {
    const act = { as: 'member', person: 'member', from: '2026-11-23', isPublicServant: false };
    const path = `/api/bodies/${BOARD}/seats/sitz-1/appoint`;
    const appoint = () =>
      app.request(path, {
        method: 'POST',
        body: JSON.stringify(act),
        headers: { authorization: 'Bearer body-office', ...JSON_BODY },
      });
    expect((await appoint()).status).toBe(409);
    expect(lines).toEqual([]);
    await city.put('body-office', `/api/bodies/${BOARD}/seats/sitz-1`, { label: 'Sitz 1' });
    expect((await appoint()).status).toBe(200);
    expect(told()).toEqual(['role-changed POST /api/bodies/:body/seats/:seat/appoint']);
  });

  test('of nothing that goes as it should, of no typing error and of no visitor', async () => {
    await ask('GET', 'editor', '/api/funding/applications/app-geheim');
    await ask('GET', undefined, '/api/me');
    await ask('GET', 'editor', '/api/no-such-page');
    await ask('GET', undefined, '/api/public/entries');
    expect(lines).toEqual([]);
  });
});

describe('a line', () => {
  test('names one person by the same word for a month, another by another, and nobody by their name', async () => {
    for (const who of ['editor2', 'editor2', 'signatory2'])
      await ask('GET', who, '/api/funding/applications/app-geheim');
    const [first, second, other] = lines.map(({ who }) => who);
    expect(first).toMatch(/^[\w-]{16}$/);
    expect([second === first, other === first]).toEqual([true, false]);
    city.at(instant('2026-12-01T09:00:00Z'));
    await ask('GET', 'editor2', '/api/funding/applications/app-geheim');
    expect(lines.at(-1)!.who).not.toBe(first);
    for (const line of lines) expect(securityLine(line)).not.toMatch(/editor|signatory|geheim|Demir|anteil\.example/);
  });

  test('carries the reference that leads to the access log', async () => {
    const answer = await ask('GET', 'editor2', '/api/funding/applications/app-geheim');
    expect(lines[0]!.reference).toBe(answer.headers.get('x-request-id'));
  });

  test('is written without a person where the table does not give the salt', async () => {
    const journal = { ...city.deps.journal, commit: () => Promise.reject(new Error('away')) };
    app = createApi({ ...city.deps, journal, note: (line) => lines.push(line) }, fundingRooms);
    const answer = await ask('GET', 'editor2', '/api/funding/applications/app-geheim');
    expect([answer.status, told(), lines[0]!.who]).toEqual([
      404,
      ['object-not-found GET /api/funding/applications/:id'],
      undefined,
    ]);
  });
});
