import { beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { testCity, type TestCity } from '../support/city.ts';
import {
  decideExample,
  EXAMPLE_ANSWERS,
  EXAMPLE_PROPOSAL,
  draftExample,
  submitExample,
} from '../support/example-case.ts';

/** Who asks: the public, the two organisations, two authorities, and people with other jobs. */
const WHO = [
  'public',
  'editor',
  'signatory',
  'editor2',
  'case-officer',
  'approver',
  'district-officer',
  'district-approver',
  'auditor',
  'member',
  'admin',
] as const;

interface Line {
  readonly path: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
  /** Expected status for each of WHO; 200 may change the case, so each cell has a city of its own where it writes. */
  readonly answers: readonly number[];
}

const same = (status: number): number[] => WHO.map(() => status);
const members = (status: number, rest = 404): number[] =>
  WHO.map((who) => (who === 'public' ? 401 : who === 'editor' || who === 'signatory' ? status : rest));
const EMPTY = {};
const SHA = 'a'.repeat(64);

/** Every route of the portal, on a submitted case `app-eins`, a draft `app-zwei` and a decided case with its notice. */
const MATRIX: Readonly<Record<string, (seen: { notice: string; entry: string; version: number }) => Line>> = {
  'GET /api/health': () => ({ path: '/api/health', answers: same(200) }),
  'GET /api/openapi.json': () => ({ path: '/api/openapi.json', answers: same(200) }),
  'GET /api/me': () => ({ path: '/api/me', answers: WHO.map((who) => (who === 'public' ? 401 : 200)) }),
  'GET /api/sign-in': () => ({ path: '/api/sign-in', answers: same(302) }),
  'GET /api/sign-in/callback': () => ({ path: '/api/sign-in/callback', answers: same(400) }),
  'POST /api/sign-out': () => ({ path: '/api/sign-out', body: EMPTY, answers: same(204) }),
  'POST /api/uploads': () => ({
    path: '/api/uploads',
    body: { id: 'any-upload', type: 'image/png', size: 1 },
    answers: WHO.map((who) => (who === 'public' ? 401 : 200)),
  }),
  'GET /api/programmes/calls': () => ({ path: '/api/programmes/calls', answers: same(200) }),
  'GET /api/programmes/calls/{call}': () => ({ path: '/api/programmes/calls/struktur-2027', answers: same(200) }),
  'PUT /api/funding/applications/{id}': () => ({
    path: '/api/funding/applications/app-neu',
    body: { call: 'struktur-2027', organisation: 'org-brueckenhaus' },
    answers: members(200),
  }),
  'PUT /api/funding/applications/{id}/sections/{section}': ({ version }) => ({
    path: '/api/funding/applications/app-zwei/sections/project',
    body: { answers: EXAMPLE_ANSWERS['project'] },
    headers: { 'if-match': `"${version}"` },
    answers: members(200),
  }),
  'GET /api/funding/applications': () => ({
    path: '/api/funding/applications?organisation=org-brueckenhaus',
    answers: members(200),
  }),
  'GET /api/funding/applications/{id}': () => ({
    path: '/api/funding/applications/app-eins',
    answers: [401, 200, 200, 404, 200, 200, 404, 404, 200, 404, 404],
  }),
  'GET /api/funding/work-list': () => ({
    path: '/api/funding/work-list?authority=be-sen-integration',
    answers: [401, 403, 403, 403, 200, 200, 403, 403, 200, 403, 403],
  }),
  'POST /api/funding/applications/{id}/submit': ({ version }) => ({
    path: '/api/funding/applications/app-zwei/submit',
    body: { version },
    answers: [401, 403, 200, 404, 404, 404, 404, 404, 404, 404, 404],
  }),
  'POST /api/funding/applications/{id}/withdraw': () => ({
    path: '/api/funding/applications/app-eins/withdraw',
    body: EMPTY,
    answers: [401, 403, 200, 404, 403, 403, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/take': () => ({
    path: '/api/funding/applications/app-eins/take',
    body: EMPTY,
    answers: [401, 403, 403, 404, 200, 403, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/propose-approval': () => ({
    path: '/api/funding/applications/app-eins/propose-approval',
    body: EXAMPLE_PROPOSAL,
    answers: [401, 403, 403, 404, 200, 403, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/propose-refusal': () => ({
    path: '/api/funding/applications/app-eins/propose-refusal',
    body: { reasons: 'x', examinationNote: 'y' },
    answers: [401, 403, 403, 404, 200, 403, 404, 404, 403, 404, 404],
  }),
  // Nothing is proposed: the approver is told so (409), everybody else that it is not theirs to decide.
  'POST /api/funding/applications/{id}/return': () => ({
    path: '/api/funding/applications/app-eins/return',
    body: { comment: 'x' },
    answers: [401, 403, 403, 404, 403, 409, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/approve': () => ({
    path: '/api/funding/applications/app-eins/approve',
    body: { noticeSha256: SHA },
    answers: [401, 403, 403, 404, 403, 409, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/refuse': () => ({
    path: '/api/funding/applications/app-eins/refuse',
    body: { noticeSha256: SHA },
    answers: [401, 403, 403, 404, 403, 409, 404, 404, 403, 404, 404],
  }),
  'POST /api/notices/previews/{application}': () => ({
    path: '/api/notices/previews/app-eins',
    body: EMPTY,
    answers: [401, 404, 404, 404, 409, 409, 404, 404, 409, 404, 404],
  }),
  'GET /api/notices': () => ({ path: '/api/notices?organisation=org-brueckenhaus', answers: members(200) }),
  'GET /api/notices/{notice}': ({ notice }) => ({
    path: `/api/notices/${notice}`,
    answers: [401, 200, 200, 404, 200, 200, 404, 404, 200, 404, 404],
  }),
  'POST /api/notices/{notice}/open': ({ notice }) => ({
    path: `/api/notices/${notice}/open`,
    body: EMPTY,
    answers: [401, 200, 200, 404, 200, 200, 404, 404, 200, 404, 404],
  }),
  'POST /api/notices/{notice}/posted': ({ notice }) => ({
    path: `/api/notices/${notice}/posted`,
    body: { postedOn: '2026-11-23' },
    answers: [401, 404, 404, 404, 409, 404, 404, 404, 404, 404, 404],
  }),
  'GET /api/public/entries': () => ({ path: '/api/public/entries', answers: same(200) }),
  'GET /api/public/entries/{entryId}': ({ entry }) => ({ path: `/api/public/entries/${entry}`, answers: same(404) }),
  'GET /api/public/report': () => ({ path: '/api/public/report', answers: same(200) }),
  'GET /ledger/log/proof/{entryId}': ({ entry }) => ({ path: `/ledger/log/proof/${entry}`, answers: same(404) }),
};

const prepared = async () => {
  const city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  const { notice } = await decideExample(city, 'app-null');
  await submitExample(city, 'app-eins');
  const version = await draftExample(city, 'app-zwei');
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
      if (method !== 'POST' || route.includes('sign-out') || route.includes('previews')) continue;
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
