import { beforeEach, describe, expect, test } from 'vitest';
import { addSeconds, instant, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { httpApp } from './http.ts';
import { memoryJournal, type MemoryJournal } from './journal.memory.ts';
import { personKey } from './person.ts';
import { ABSOLUTE_SECONDS, IDLE_SECONDS, SEEN_EVERY_SECONDS, withActor, type SessionDeps } from './session.ts';
import { ownPath, signInRoutes } from './sign-in.ts';
import type { Issuer } from './sign-in-issuer.ts';

const START = instant('2026-11-22T20:00:00Z');
const PUBLIC_URL = 'https://portal.example';
const AMINA = asId<'person'>('amina');

/** Signs in whoever the code names, if state and verifier came back as they were given. */
const fakeIssuer: Issuer = {
  begin: async (callback) => ({
    address: `https://issuer.example/auth?redirect_uri=${encodeURIComponent(callback)}`,
    begun: { state: 'the-state', nonce: 'the-nonce', verifier: 'the-verifier' },
  }),
  finish: async (answer, begun) => {
    const subject = answer.searchParams.get('code');
    const fits = answer.searchParams.get('state') === begun.state && begun.verifier === 'the-verifier';
    return fits && subject !== null ? { subject } : undefined;
  },
  subjectOf: async (token) =>
    token.startsWith('token-of-') ? { subject: token.slice('token-of-'.length) } : undefined,
};

let journal: MemoryJournal;
let now: Instant;
let reads: number;
let commits: number;

const appAt = (publicUrl: string) => {
  const deps: SessionDeps = {
    publicUrl,
    issuer: fakeIssuer,
    clock: { now: () => now },
    journal: {
      ...journal,
      read: (asks) => ((reads += 1), journal.read(asks)),
      commit: (commit) => ((commits += 1), journal.commit(commit)),
    },
  };
  const app = httpApp({ publicUrl, log: ({ error }) => expect.fail(String(error.stack)) });
  app.route('/api', signInRoutes(deps));
  app.use('/api/*', withActor(deps));
  return app.get('/api/me', (c) => (c.var.actor === undefined ? c.body(null, 401) : c.json(c.var.actor)));
};

const cookiesOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    response.headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line)!.slice(1) as [string, string]),
  );

const giveAccess = (roles: { role: string; scope: string }[]) =>
  journal.commit({
    at: now,
    by: 'system',
    writes: [{ put: { ...personKey(AMINA), name: 'Amina', email: 'amina@anteil.example', roles } }],
  });

let app: ReturnType<typeof appAt>;

beforeEach(async () => {
  journal = memoryJournal();
  now = START;
  await giveAccess([{ role: 'editor', scope: 'org-a' }]);
  app = appAt(PUBLIC_URL);
  reads = 0;
  commits = 0;
});

/** What the browser keeps of a begun sign-in. */
const keptBy = (begun: Response): string => begun.headers.getSetCookie()[0]!.split(';')[0]!;

const signIn = async (query = 'code=amina&state=the-state', cookie = '', to = '/cases') => {
  const begun = await app.request(`/api/sign-in?to=${encodeURIComponent(to)}`);
  return app.request(`/api/sign-in/callback?${query}`, { headers: { cookie: `${keptBy(begun)}; ${cookie}` } });
};

const sessionOf = (response: Response): string => `__Host-anteil=${cookiesOf(response)['__Host-anteil']}`;

const me = (cookie: string, headers: Record<string, string> = {}) =>
  app.request('/api/me', { headers: { cookie, ...headers } });

describe('signing in', () => {
  test('leads back to the page one came from, as the person with the roles held now', async () => {
    const done = await signIn();
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe('/cases');
    const answer = await me(sessionOf(done));
    expect(await answer.json()).toMatchObject({ person: 'amina', roles: [{ role: 'editor', scope: 'org-a' }] });
  });

  test('sets a cookie that no script reads, no other host sets, and no http line carries', async () => {
    for (const line of (await signIn()).headers.getSetCookie()) {
      expect(line).toMatch(/^__Host-/);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).toContain('; HttpOnly');
      expect(line).toContain('; Secure');
      expect(line).toContain('; SameSite=Lax');
      expect(line).not.toContain('Domain');
    }
  });

  test('plain http is for this machine only', () => {
    expect(() => appAt('http://portal.example')).toThrow(RangeError);
    expect(() => appAt('http://localhost:3000')).not.toThrow();
  });

  test('gives a new id each time, and an id planted or used before is refused afterwards', async () => {
    const planted = `__Host-anteil=amina.${'A'.repeat(43)}`;
    const first = sessionOf(await signIn(undefined, planted));
    expect(first).not.toBe(planted);
    expect((await me(planted)).status).toBe(401);
    const second = sessionOf(await signIn(undefined, first));
    expect(second).not.toBe(first);
    expect((await me(first)).status).toBe(401);
    expect((await me(second)).status).toBe(200);
  });

  test('stores only the hash of 256 random bits', async () => {
    const [, secret = ''] = sessionOf(await signIn()).split('.');
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(journal.rows())).not.toContain(secret);
  });

  test.each([
    ['an answer without code', 'state=the-state', 400],
    ['a person without access', 'code=nobody-here&state=the-state', 403],
  ])('%s signs nobody in and says so in words', async (_, query, status) => {
    const stopped = await signIn(query);
    expect(stopped.status).toBe(status);
    expect(cookiesOf(stopped)['__Host-anteil']).toBeUndefined();
    expect(await stopped.text()).toMatch(/<h1>.+<\/h1>[\s\S]*sign-in\?to=%2Fcases/);
  });

  test('a callback that this browser never asked for signs nobody in', async () => {
    const stopped = await app.request('/api/sign-in/callback?code=amina&state=the-state');
    expect(stopped.status).toBe(400);
    expect(cookiesOf(stopped)['__Host-anteil']).toBeUndefined();
  });

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/api/sign-out',
    `/ledger?q=${'a'.repeat(4000)}`,
    '',
  ])('never leads to %j', (to) => {
    expect(ownPath(to, PUBLIC_URL)).toBe('/');
  });

  test('leads to a page with its query', () => {
    expect(ownPath('/ledger?year=2024#top', PUBLIC_URL)).toBe('/ledger?year=2024#top');
  });
});

describe('a session', () => {
  test('ends to the second when it idles', async () => {
    const cookie = sessionOf(await signIn());
    now = addSeconds(START, IDLE_SECONDS - 1);
    expect((await me(cookie)).status).toBe(200);
    now = addSeconds(now, IDLE_SECONDS);
    expect((await me(cookie)).status).toBe(401);
  });

  test('ends to the second after its longest time, however busy', async () => {
    const cookie = sessionOf(await signIn());
    for (now = START; now < addSeconds(START, ABSOLUTE_SECONDS - 1); now = addSeconds(now, 1000)) {
      expect((await me(cookie)).status).toBe(200);
    }
    now = addSeconds(START, ABSOLUTE_SECONDS - 1);
    expect((await me(cookie)).status).toBe(200);
    now = addSeconds(START, ABSOLUTE_SECONDS);
    expect((await me(cookie)).status).toBe(401);
  });

  test('costs one read, and a write only now and then', async () => {
    const cookie = sessionOf(await signIn());
    [reads, commits] = [0, 0];
    now = addSeconds(START, SEEN_EVERY_SECONDS - 1);
    await me(cookie);
    expect([reads, commits]).toEqual([1, 0]);
    now = addSeconds(START, SEEN_EVERY_SECONDS);
    await me(cookie);
    await me(cookie);
    expect([reads, commits]).toEqual([3, 1]);
  });

  test('is over at once after signing out, and noting its use does not bring it back', async () => {
    const cookie = sessionOf(await signIn());
    const row = journal.rows().find(({ pk }) => pk.startsWith('session#'));
    const out = await app.request('/api/sign-out', { method: 'POST', headers: { cookie, origin: PUBLIC_URL } });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-anteil=; .*Max-Age=0/)]);
    expect((await me(cookie)).status).toBe(401);
    const late = await journal.commit({ at: now, by: AMINA, writes: [{ put: row!, if: { version: row!.version! } }] });
    expect(late.is).toBe('refused');
  });

  test('another site cannot sign anyone out', async () => {
    const cookie = sessionOf(await signIn());
    const out = await app.request('/api/sign-out', {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(out.status).toBe(403);
    expect((await me(cookie)).status).toBe(200);
  });

  test('a role that is taken away ends with the next request', async () => {
    const cookie = sessionOf(await signIn());
    await giveAccess([]);
    expect(await (await me(cookie)).json()).toMatchObject({ roles: [] });
  });

  test("cannot be used under another person's name", async () => {
    const cookie = sessionOf(await signIn());
    await journal.commit({
      at: now,
      by: 'system',
      writes: [{ put: { ...personKey(asId('boss')), name: 'Boss', email: 'b@anteil.example', roles: [] } }],
    });
    expect((await me(cookie.replace('=amina.', '=boss.'))).status).toBe(401);
  });
});

describe('a bearer token', () => {
  test('acts for the person it names', async () => {
    const answer = await me('', { authorization: 'Bearer token-of-amina' });
    expect(await answer.json()).toMatchObject({ person: 'amina' });
  });

  test.each(['Bearer wrong', 'Bearer token-of-nobody-here', 'Basic YTpi', 'Bearer'])(
    '%j does not, nor does the cookie beside it',
    async (authorization) => {
      const cookie = sessionOf(await signIn());
      expect((await me(cookie, { authorization })).status).toBe(401);
    },
  );
});
