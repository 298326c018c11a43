import { beforeEach, expect, test } from 'vitest';
import { addSeconds, instant, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { httpApp } from './http.ts';
import { memoryJournal } from './journal.memory.ts';
import { personKey } from './person.ts';
import { IDLE_SECONDS, withActor } from './session.ts';
import { signInRoutes } from './sign-in.ts';

const START = instant('2026-11-22T20:00:00Z');
const PUBLIC_URL = 'https://portal.example';
const AMINA = asId<'person'>('amina');

let now: Instant;
let app: ReturnType<typeof portal>;

const portal = async () => {
  const journal = memoryJournal();
  let begun = 0;
  const put = { ...personKey(AMINA), name: 'Amina', email: 'amina@anteil.example', roles: [] };
  await journal.commit({ at: now, by: 'system', writes: [{ put }] });
  const deps = {
    journal,
    publicUrl: PUBLIC_URL,
    clock: { now: () => now },
    issuer: {
      begin: async () => {
        const state = `state-${(begun += 1)}`;
        return {
          address: `https://issuer.example/?state=${state}`,
          begun: { state, nonce: 'any', verifier: `of-${state}` },
        };
      },
      finish: async (answer: URL, { state, verifier }: { state: string; verifier: string }) =>
        answer.searchParams.get('state') === state && verifier === `of-${state}` ? { subject: AMINA } : undefined,
      subjectOf: async () => undefined,
    },
  };
  return httpApp({ publicUrl: PUBLIC_URL, log: ({ error }) => expect.fail(String(error.stack)) })
    .route('/api', signInRoutes(deps))
    .use(withActor(deps))
    .get('/api/me', (c) => c.body(null, c.var.actor === undefined ? 401 : 200));
};

beforeEach(() => {
  now = START;
  app = portal();
});

const ask = async (path: string, cookie = '') => (await app).request(path, { headers: { cookie } });

/** What the browser keeps of the answer. */
const keptOf = (response: Response, begins: string): string =>
  response.headers
    .getSetCookie()
    .filter((line) => line.startsWith(begins) && !line.includes('Max-Age=0'))
    .map((line) => line.split(';')[0])
    .join('; ');

const SIGN_IN = '__Host-anteil-sign-in-';
const SESSION = '__Host-anteil=';
const isIn = async (response: Response): Promise<boolean> =>
  (await ask('/api/me', keptOf(response, SESSION))).status === 200;

test('two tabs sign in at the same time, in any order, each going on where it began', async () => {
  const cookies = [];
  for (const to of ['/one', '/two']) cookies.push(keptOf(await ask(`/api/sign-in?to=${to}`), SIGN_IN));
  const jar = cookies.join('; ');
  const second = await ask('/api/sign-in/callback?code=any&state=state-2', jar);
  const first = await ask('/api/sign-in/callback?code=any&state=state-1', jar);
  expect([first, second].map((done) => [done.status, done.headers.get('location')])).toEqual([
    [303, '/one'],
    [303, '/two'],
  ]);
  expect([await isIn(first), await isIn(second)]).toEqual([true, true]);
});

test('an answer takes only its own attempt with it', async () => {
  const jar = keptOf(await ask('/api/sign-in'), SIGN_IN);
  const done = await ask('/api/sign-in/callback?code=any&state=state-1', jar);
  const ended = done.headers.getSetCookie().filter((line) => line.includes('Max-Age=0'));
  expect(ended).toEqual([expect.stringMatching(new RegExp(`^${jar.split('=')[0]}=;`)) as string]);
});

test('an answer to somebody else’s attempt signs nobody in', async () => {
  const jar = keptOf(await ask('/api/sign-in'), SIGN_IN);
  const stopped = await ask('/api/sign-in/callback?code=any&state=state-of-another', jar);
  expect([stopped.status, keptOf(stopped, SESSION)]).toEqual([400, '']);
});

test('a browser keeps few begun sign-ins, so that its requests stay short', async () => {
  const jar = Array.from({ length: 5 }, (_, n) => `${SIGN_IN}${n}=x`).join('; ');
  const begun = await ask('/api/sign-in', jar);
  expect(begun.headers.getSetCookie().filter((line) => line.includes('Max-Age=0'))).toHaveLength(5);
  expect(keptOf(begun, SIGN_IN)).not.toBe('');
});

test('coming to the callback again leads on whoever is signed in, and nobody else', async () => {
  const jar = keptOf(await ask('/api/sign-in'), SIGN_IN);
  const path = '/api/sign-in/callback?code=any&state=state-1';
  const session = keptOf(await ask(path, jar), SESSION);
  const again = await ask(path, session);
  expect([again.status, again.headers.get('location')]).toEqual([303, '/']);
  expect((await ask(path)).status).toBe(400);
  now = addSeconds(START, IDLE_SECONDS);
  expect((await ask(path, session)).status).toBe(400);
});
