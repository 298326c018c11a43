import { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import { addSeconds, instant, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { FRESH_SECONDS, freshlySignedIn, signedIn, type SignedIn } from './asking.ts';
import { httpApp } from './http.ts';
import { memoryJournal } from './journal.memory.ts';
import { personKey } from './person.ts';
import { withActor, type SessionDeps } from './session.ts';
import { signInRoutes } from './sign-in.ts';

const START = instant('2026-11-22T20:00:00Z');
const PUBLIC_URL = 'https://portal.example';
const AMINA = asId<'person'>('amina');

let now: Instant;
/** When the issuer says that the person signed in; a browser that comes back from its session there brings an old one. */
let provedAt: Instant | undefined;
let app: ReturnType<typeof portal>;

const portal = (deps: SessionDeps) =>
  httpApp({ publicUrl: PUBLIC_URL, log: ({ error }) => expect.fail(String(error.stack)) })
    .route('/api', signInRoutes(deps))
    .use(withActor(deps))
    .route(
      '/',
      new Hono<SignedIn>().get('/api/pay', signedIn, freshlySignedIn(deps), (c) => c.body(null, 204)),
    );

beforeEach(async () => {
  const journal = memoryJournal();
  now = START;
  provedAt = START;
  const put = { ...personKey(AMINA), name: 'Amina', email: 'amina@anteil.example', roles: [] };
  await journal.commit({ at: now, by: 'system', writes: [{ put }] });
  app = portal({
    journal,
    publicUrl: PUBLIC_URL,
    clock: { now: () => now },
    issuer: {
      begin: async () => ({ address: 'https://issuer.example', begun: { state: 's', nonce: 'n', verifier: 'v' } }),
      finish: async () => ({ subject: AMINA, ...(provedAt !== undefined && { signedInAt: provedAt }) }),
      subjectOf: async () => undefined,
    },
  });
});

const cookieOf = (response: Response, name: string): string =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))!
    .split(';')[0]!;

const signIn = async (): Promise<string> => {
  const begun = await app.request('/api/sign-in?anew=1');
  const [kept = ''] = begun.headers.getSetCookie();
  const headers = { cookie: kept.split(';')[0]! };
  return cookieOf(await app.request('/api/sign-in/callback?code=any&state=s', { headers }), '__Host-anteil');
};

const pay = (cookie: string) => app.request('/api/pay', { headers: { cookie } });

describe('proving anew who one is', () => {
  test('counts for ten minutes, to the second', async () => {
    const cookie = await signIn();
    now = addSeconds(START, FRESH_SECONDS - 1);
    expect((await pay(cookie)).status).toBe(204);
    now = addSeconds(START, FRESH_SECONDS);
    const late = await pay(cookie);
    expect([late.status, await late.json()]).toEqual([401, expect.objectContaining({ refusal: 'sign-in-again' })]);
  });

  test('is what the issuer says it is: whoever comes back from an older session there is not fresh', async () => {
    provedAt = addSeconds(START, -FRESH_SECONDS);
    expect((await pay(await signIn())).status).toBe(401);
  });

  test('an issuer that does not say when proves nothing, and none proves the future', async () => {
    provedAt = undefined;
    expect((await pay(await signIn())).status).toBe(401);
    provedAt = addSeconds(START, 3600);
    const cookie = await signIn();
    now = addSeconds(START, FRESH_SECONDS);
    expect((await pay(cookie)).status).toBe(401);
  });
});
