import { beforeEach, describe, expect, test } from 'vitest';
import { wholeApi } from '../../functions/whole-api.ts';
import { ABSOLUTE_SECONDS, IDLE_SECONDS } from '../../functions/kernel/session.ts';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import { browserOf } from '../support/browser-requests.ts';
import { testCity, type TestCity } from '../support/city.ts';
import { submitExample } from '../support/example-case.ts';

const NOON = '2026-11-23T11:00:00.000Z' as Instant;

let city: TestCity;
beforeEach(async () => {
  city = await testCity(NOON);
});

describe('S01, S03, S04, S05: sessions', () => {
  const signingIn = () =>
    wholeApi({ ...city.deps, issuer: { ...city.deps.issuer, finish: async () => ({ subject: 'editor' }) } });
  const pathTo = async (planted: string) => {
    const app = signingIn();
    const begun = await app.request('/api/sign-in?to=/funding/cases');
    const [kept = ''] = begun.headers.getSetCookie()[0]!.split(';');
    return app.request('/api/sign-in/callback?code=x&state=s', { headers: { cookie: `${kept}; ${planted}` } });
  };

  test('a planted cookie is never the one that is signed in', async () => {
    const planted = `__Host-anteil=editor.${'A'.repeat(43)}`;
    const answer = await pathTo(planted);
    const cookies = answer.headers.getSetCookie().filter((line) => line.startsWith('__Host-anteil='));
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^__Host-anteil=editor\.[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(cookies[0]).not.toContain('AAAAAAAA');
    expect(answer.headers.get('location')).toBe('/funding/cases');
    expect((await city.app.request('/api/me', { headers: { cookie: planted } })).status).toBe(401);
  });

  test('end to the second, idle and absolute, on a route of a room', async () => {
    const asks = await browserOf(city, 'editor');
    city.at(addSeconds(NOON, IDLE_SECONDS - 1));
    expect((await asks('GET', '/api/funding/applications')).status).toBe(200);
    city.at(addSeconds(NOON, 2 * IDLE_SECONDS - 1));
    expect((await asks('GET', '/api/funding/applications')).status).toBe(401);
    const busy = await browserOf(city, 'signatory');
    city.at(addSeconds(NOON, ABSOLUTE_SECONDS + 2 * IDLE_SECONDS));
    expect((await busy('GET', '/api/funding/applications')).status).toBe(401);
  });

  test('signing out in two tabs at once, while a third still asks, leaves nobody signed in', async () => {
    const asks = await browserOf(city, 'editor');
    city.at(addSeconds(NOON, 600));
    const answers = await Promise.all([
      asks('POST', '/api/sign-out'),
      asks('GET', '/api/me'),
      asks('POST', '/api/sign-out'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([204, expect.any(Number), 204]);
    expect((await asks('GET', '/api/me')).status).toBe(401);
  });
});

describe('S06, S07, S08: what browsers of other sites can do', () => {
  test('no GET writes', async () => {
    await submitExample(city, 'app-eins');
    for (const route of city.routes().filter((one) => one.startsWith('GET '))) {
      const path = route.slice(4).replaceAll(/\{\w+\}/g, 'app-eins');
      city.calls.length = 0;
      for (const who of ['editor', 'approver', undefined]) await city.get(who, path);
      expect(city.calls, route).not.toContain('commit');
    }
  });

  test('no answer of the API lets another site read it, and each carries the strict headers', async () => {
    for (const route of [...city.routes(), 'OPTIONS /api/me', 'GET /api/nowhere']) {
      const [method = '', pattern = ''] = route.split(' ');
      for (const origin of ['https://evil.example', 'null', 'https://portal.example.evil.example']) {
        const { headers } = await city.app.request(pattern.replaceAll(/\{\w+\}/g, 'app-eins'), {
          method,
          headers: { origin, cookie: '__Host-anteil=x', 'access-control-request-method': 'PUT' },
        });
        // What is public may be read from anywhere, and never with somebody's session.
        const isPublic = /^\/(?:api\/public|ledger\/log\/proof)\//.test(pattern);
        expect(headers.get('access-control-allow-origin'), route).toBe(isPublic ? '*' : null);
        expect(headers.get('access-control-allow-credentials'), route).toBeNull();
        expect(headers.get('content-security-policy'), route).toBe(
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
        );
        expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('same-origin');
        expect(headers.get('cache-control'), route).toBeTruthy();
      }
    }
    const mine = await city.get('editor', '/api/funding/applications');
    expect(mine.headers.get('cache-control')).toBe('no-store');
  });
});
