import { hash, randomBytes } from 'node:crypto';
import { parse } from 'hono/utils/cookie';
import type { MiddlewareHandler } from 'hono';
import type { Actor } from '../../shared/kernel/actor.ts';
import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import { asId, type PersonId } from '../../shared/kernel/id.ts';
import type { Clock } from './clock.ts';
import type { Env } from './env.ts';
import type { Journal, Key, Row, Write } from './journal.ts';
import { actorFrom, personKey, personOf } from './person.ts';
import { cookiesFor } from './session-cookie.ts';
import type { Issuer } from './sign-in-issuer.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { Unavailable } from './unavailable.ts';

/** A session ends so long after it was last seen used … */
export const IDLE_SECONDS = 30 * 60;
/** … and so long after it began, whatever happens. */
export const ABSOLUTE_SECONDS = 12 * 60 * 60;
/** Being used is noted at most so often; a session idles at most so much shorter than its limit. */
export const SEEN_EVERY_SECONDS = 5 * 60;

export interface SessionDeps {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly issuer: Issuer;
  readonly publicUrl: string;
}

/** What the cookie holds: whose session, and 256 random bits of which only the hash is stored. */
interface Ticket {
  readonly person: PersonId;
  readonly secret: string;
}

const TICKET = /^([a-z0-9-]{3,64})\.([A-Za-z0-9_-]{43})$/;

const ticketIn = (cookie: string): Ticket | undefined => {
  const [, person, secret] = TICKET.exec(cookie) ?? [];
  return person === undefined || secret === undefined ? undefined : { person: asId(person), secret };
};

const sessionKey = (secret: string): Key => ({
  pk: `session#${hash('sha256', secret, 'hex')}`,
  sk: 'session',
});

const secondsBetween = (from: unknown, to: Instant): number => (Date.parse(to) - Date.parse(String(from))) / 1000;

const isAlive = (session: Row, at: Instant): boolean =>
  secondsBetween(session['seenAt'], at) < IDLE_SECONDS && secondsBetween(session['createdAt'], at) < ABSOLUTE_SECONDS;

/**
 * A new session: the cookie's value and the row to commit. It is as fresh as the proof that the issuer names, however
 * recently the browser came back from there; where the issuer names none it is never fresh.
 */
export const newSession = (
  person: PersonId,
  at: Instant,
  signedInAt?: Instant,
): { readonly cookie: string; readonly write: Write } => {
  const secret = randomBytes(32).toString('base64url');
  const row: Row = {
    ...sessionKey(secret),
    person,
    createdAt: at,
    ...(signedInAt !== undefined && { signedInAt: signedInAt < at ? signedInAt : at }),
    seenAt: at,
    ttl: epochSeconds(at) + ABSOLUTE_SECONDS,
  };
  return { cookie: `${person}.${secret}`, write: { put: row, if: { version: 0 } } };
};

/** The row that ends the session of this cookie; undefined for what never was a cookie of ours. */
export const sessionEnd = (cookie: string | undefined): Write | undefined => {
  const ticket = ticketIn(cookie ?? '');
  return ticket && { remove: sessionKey(ticket.secret) };
};

/** With the version checked, so that noting never brings back a session that was ended meanwhile. */
const noteSeen = async ({ journal }: SessionDeps, session: Row, by: PersonId, at: Instant): Promise<void> => {
  if (secondsBetween(session['seenAt'], at) < SEEN_EVERY_SECONDS) return;
  const put = { ...session, seenAt: at };
  try {
    await journal.commit({ at, by, writes: [{ put, if: { version: session.version ?? 0 } }] });
  } catch (error) {
    // Who only reads can go on reading while storage is full.
    if (!(error instanceof Unavailable)) throw error;
  }
};

const byCookie = async (deps: SessionDeps, cookie: string): Promise<Actor | undefined> => {
  const ticket = ticketIn(cookie);
  if (ticket === undefined) return undefined;
  const at = deps.clock.now();
  const [[session] = [], [person] = []] = await deps.journal.read([
    sessionKey(ticket.secret),
    personKey(ticket.person),
  ]);
  if (session === undefined || person === undefined) return undefined;
  if (session['person'] !== ticket.person || !isAlive(session, at)) return undefined;
  await noteSeen(deps, session, ticket.person, at);
  return actorFrom(ticket.person, person, session['signedInAt'] as Instant | undefined);
};

const byToken = async (deps: SessionDeps, authorization: string): Promise<Actor | undefined> => {
  const [, token] = /^Bearer ([\w~+/.-]+=*)$/i.exec(authorization) ?? [];
  if (token === undefined) return undefined;
  const proven = await deps.issuer.subjectOf(token, deps.clock.now());
  if (proven === undefined) return undefined;
  const person = personOf(proven.subject);
  const [[row] = []] = await deps.journal.read([personKey(person)]);
  return row && actorFrom(person, row, proven.signedInAt);
};

/**
 * Who asks, by session cookie or bearer token, with the roles of this instant; one read round trip.
 * With an Authorization header the cookie never counts: such requests are not checked for their origin.
 */
export const actorOf = async (deps: SessionDeps, headers: Headers): Promise<Actor | undefined> => {
  const authorization = headers.get('authorization');
  if (authorization !== null) return byToken(deps, authorization);
  const name = cookiesFor(deps.publicUrl).session;
  const cookie = ownOf(parse(headers.get('cookie') ?? '', name), name);
  return cookie === undefined ? undefined : byCookie(deps, cookie);
};

/** Sets `c.var.actor` for the routes behind it. */
export const withActor =
  (deps: SessionDeps): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('actor', await actorOf(deps, c.req.raw.headers));
    await next();
  };
