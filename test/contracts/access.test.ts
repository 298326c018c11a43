import { beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { planned, seated } from '../support/board.ts';
import { testCity, type TestCity } from '../support/city.ts';
import { decideExample, draftExample, submitExample } from '../support/example-case.ts';
import { BODIES_ACCESS } from '../support/access-bodies.ts';
import { BOARDS_ACCESS } from '../support/access-boards.ts';
import { COMPENSATION_ACCESS, draftClaim } from '../support/access-compensation.ts';
import { FUNDING_ACCESS } from '../support/access-funding.ts';
import { LEDGER_ACCESS } from '../support/access-ledger.ts';
import { WHO, type Line, type Matrix } from '../support/access.ts';

const MATRIX: Matrix = {
  ...FUNDING_ACCESS,
  ...LEDGER_ACCESS,
  ...BODIES_ACCESS,
  ...BOARDS_ACCESS,
  ...COMPENSATION_ACCESS,
};

/** Signing out ends what there is; previews, statements, forms of uploads and links to files change nothing. */
const KEYLESS = ['sign-out', 'previews', 'notices/statements', 'uploads', 'documents/{document}/open'];

const prepared = async () => {
  const city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
  await planned(city, { sitting: 'sitzung-1', from: '2026-11-19T17:00', to: '2026-11-19T19:00' });
  await planned(city, { sitting: 'sitzung-2', from: '2026-12-17T17:00', to: '2026-12-17T19:00' });
  const { notice } = await decideExample(city, 'app-null');
  await submitExample(city, 'app-eins');
  const version = await draftExample(city, 'app-zwei');
  await draftClaim(city);
  return { city, seen: { notice, entry: 'e-000000000000000000000000', version } };
};

const ask = (city: TestCity, method: string, who: string, { path, body, headers }: Line) => {
  const person = who === 'public' ? undefined : who;
  if (method === 'GET') return city.get(person, path);
  return method === 'PUT' ? city.put(person, path, body ?? {}, headers) : city.post(person, path, body ?? {}, headers);
};

describe('every route × every kind of person', () => {
  let routes: string[] = [];
  beforeAll(async () => {
    routes = (await prepared()).city.routes();
  });

  test('the matrix has exactly the routes that exist', () => {
    expect(Object.keys(MATRIX).sort()).toEqual(routes);
  });

  test.each(Object.keys(MATRIX))('%s', async (route) => {
    const [method = ''] = route.split(' ');
    const got: Record<string, number> = {};
    const wanted: Record<string, number> = {};
    let place = await prepared();
    for (const [index, who] of WHO.entries()) {
      const line = MATRIX[route]!(place.seen);
      const { status } = await ask(place.city, method, who, line);
      got[who] = status;
      wanted[who] = line.answers[index]!;
      if (method !== 'GET' && status === 200) place = await prepared();
    }
    expect(got).toEqual(wanted);
  });
});

describe('a writing route', () => {
  test('without its idempotency key or version is 400, and nothing happens', async () => {
    const { city } = await prepared();
    const before = JSON.stringify(await city.deps.journal.read([{ pk: 'application#app-eins', prefix: '' }]));
    for (const [route, line] of Object.entries(MATRIX)) {
      const [method = ''] = route.split(' ');
      if (method !== 'POST' || KEYLESS.some((part) => route.includes(part))) continue;
      const at = line({ notice: 'n-none', entry: 'e-none', version: 1 });
      expect((await city.post('case-officer', at.path, at.body ?? {}, { 'idempotency-key': '' })).status, route).toBe(
        400,
      );
    }
    expect(JSON.stringify(await city.deps.journal.read([{ pk: 'application#app-eins', prefix: '' }]))).toBe(before);
  });

  test('from another origin with a session cookie is 403 on every one of them', async () => {
    const { city } = await prepared();
    for (const [route, line] of Object.entries(MATRIX)) {
      const [method = ''] = route.split(' ');
      if (method === 'GET') continue;
      const { path, body } = line({ notice: 'n-none', entry: 'e-none', version: 1 });
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ] as Record<string, string>[]) {
        const response = await city.app.request(path, {
          method,
          headers: { 'content-type': 'text/plain', cookie: '__Host-anteil=x', ...headers },
          body: JSON.stringify(body ?? {}),
        });
        expect(response.status, route).toBe(403);
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
  });
});
