import { Hono } from 'hono';
import type { Context } from 'hono';
import { described } from './described.ts';
import { listed } from './directory.ts';
import type { Env } from './env.ts';
import type { Write } from './journal.ts';
import { byAddress, limited, SIGN_IN_LIMIT } from './limit.ts';
import { personKey, personOf } from './person.ts';
import { ABSOLUTE_SECONDS, actorOf, newSession, sessionEnd, type SessionDeps } from './session.ts';
import { clearSession, cookiesFor, readSession, writeSession, type Cookies } from './session-cookie.ts';
import { keepBegun, takeBegun } from './sign-in-begun.ts';
import type { ProvenSubject } from './sign-in-issuer.ts';
import { signInPage } from './sign-in-page.ts';

/** Longer ones would not fit into the cookie that keeps them. */
const LONGEST_PATH = 1000;

/** The path to go on with: only one of our own pages, whatever the link said. */
export const ownPath = (wanted: string | undefined, publicUrl: string): string => {
  if (wanted === undefined || !wanted.startsWith('/') || !URL.canParse(wanted, publicUrl)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, publicUrl);
  const isTooLong = `${pathname}${search}${hash}`.length > LONGEST_PATH;
  const elsewhere =
    isTooLong || origin !== new URL(publicUrl).origin || pathname.startsWith('//') || pathname.startsWith('/api/');
  return elsewhere ? '/' : `${pathname}${search}${hash}`;
};

const begin = (deps: SessionDeps, cookies: Cookies) => async (c: Context<Env>) => {
  const { address, begun } = await deps.issuer.begin(`${deps.publicUrl}/api/sign-in/callback`, {
    language: c.var.language,
    anew: c.req.query('anew') === '1',
  });
  keepBegun(c, cookies, { ...begun, to: ownPath(c.req.query('to'), deps.publicUrl) });
  return c.redirect(address, 302);
};

const enter = async (deps: SessionDeps, cookies: Cookies, c: Context<Env>, proven: ProvenSubject) => {
  const person = personOf(proven.subject);
  const [[row] = []] = await deps.journal.read([personKey(person)]);
  if (row === undefined) return undefined;
  const at = deps.clock.now();
  const { cookie, write } = newSession(person, at, proven.signedInAt);
  const before = sessionEnd(readSession(c, cookies));
  // Whoever came in once is found by name from then on, and by a new name after it changed.
  const lines = listed('people', { id: person, name: String(row['name']) });
  await deps.journal.commit({ at, by: person, writes: [write, ...(before === undefined ? [] : [before]), ...lines] });
  writeSession(c, cookies, cookie, ABSOLUTE_SECONDS);
  return person;
};

const finish = (deps: SessionDeps, cookies: Cookies) => async (c: Context<Env>) => {
  const begun = takeBegun(c, cookies);
  const to = ownPath(begun?.to, deps.publicUrl);
  if (begun === undefined) {
    // Going back in the browser, or reloading the way back: whoever is signed in already just goes on.
    const isSignedIn = (await actorOf(deps, c.req.raw.headers)) !== undefined;
    return isSignedIn ? c.redirect(to, 303) : signInPage(c, 'expired', to);
  }
  const { search } = new URL(c.req.url);
  const proven = await deps.issuer.finish(new URL(`${deps.publicUrl}/api/sign-in/callback${search}`), begun);
  if (proven === undefined) return signInPage(c, 'failed', to);
  const person = await enter(deps, cookies, c, proven);
  return person === undefined ? signInPage(c, 'unknown-person', to) : c.redirect(to, 303);
};

const end = (deps: SessionDeps, cookies: Cookies) => async (c: Context<Env>) => {
  const ended: Write | undefined = sessionEnd(readSession(c, cookies));
  if (ended !== undefined) await deps.journal.commit({ at: deps.clock.now(), by: 'system', writes: [ended] });
  clearSession(c, cookies);
  // A plain form wants a page, a script wants to know that it is done.
  return c.req.header('accept')?.includes('text/html') === true ? c.redirect('/', 303) : c.body(null, 204);
};

const TO_ISSUER = { access: 'public', status: 302, page: true } as const;

/**
 * `GET /sign-in?to=/path` (`&anew=1` to prove anew who one is), `GET /sign-in/callback`, `POST /sign-out`, to be mounted under `/api`.
 * @throws RangeError if the public address would make sessions travel unprotected
 */
export const signInRoutes = (deps: SessionDeps) => {
  const cookies = cookiesFor(deps.publicUrl);
  return new Hono<Env>()
    .get(
      '/sign-in',
      described('portal', 'Go to the issuer to sign in', TO_ISSUER),
      limited(deps, SIGN_IN_LIMIT, byAddress),
      begin(deps, cookies),
    )
    .get(
      '/sign-in/callback',
      described('portal', 'Come back from the issuer', { ...TO_ISSUER, status: 303 }),
      finish(deps, cookies),
    )
    .post('/sign-out', described('portal', 'End the session', { access: 'public', status: 204 }), end(deps, cookies));
};
