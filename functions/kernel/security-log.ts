import { createHmac, randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { PersonId } from '../../shared/kernel/id.ts';
import type { Clock } from './clock.ts';
import type { Env } from './env.ts';
import type { Journal } from './journal.ts';

/** What whoever looks after the portal wants to know of attempts (ASVS 16.3.1–3); alarms count some of them. */
export type SecurityEvent =
  | 'sign-in-refused'
  | 'token-refused'
  | 'not-permitted'
  /** Somebody signed in asked for what does not exist, or is not theirs to see. */
  | 'object-not-found'
  | 'foreign-origin'
  | 'limit-reached'
  | 'stale-sign-in'
  | 'contact-changed'
  | 'role-changed';

/** One line of the security log. `who` is the same for one person during one month and leads to nobody without the salt. */
export interface SecurityLine {
  readonly event: SecurityEvent;
  readonly route: string;
  readonly reference: string;
  readonly at: Instant;
  readonly who?: string;
}

export type NoteEvent = (line: SecurityLine) => void;

const OF_REFUSAL: ReadonlyMap<string, SecurityEvent> = new Map([
  ['sign-in-expired', 'sign-in-refused'],
  ['sign-in-failed', 'sign-in-refused'],
  ['sign-in-unknown-person', 'sign-in-refused'],
  ['sign-in-again', 'stale-sign-in'],
  ['foreign-origin', 'foreign-origin'],
  ['too-many', 'limit-reached'],
]);

/** The route as it is described, also where what came before it failed. */
export const routeOf = (c: Context<Env>): string =>
  `${c.req.method} ${matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? '(no route)'}`;

const eventOf = (c: Context<Env>): SecurityEvent | undefined => {
  const { refusal, actor } = c.var;
  if (refusal === undefined) return c.res.ok ? c.var.marked : undefined;
  const known = OF_REFUSAL.get(refusal);
  if (known !== undefined) return known;
  if (c.res.status === 403) return 'not-permitted';
  if (refusal === 'not-signed-in') return c.req.header('authorization') === undefined ? undefined : 'token-refused';
  return refusal === 'not-found' && actor !== undefined && routeOf(c).includes(':') ? 'object-not-found' : undefined;
};

/** A little longer than the log is kept; after that nobody can tell any more who was meant. */
const SALT_SECONDS = 130 * 24 * 60 * 60;

type SaltDeps = { readonly journal: Journal; readonly clock: Clock };

const saltOf = async ({ journal, clock }: SaltDeps, month: string): Promise<string> => {
  const key = { pk: 'security-log', sk: `salt#${month}` };
  const [[row] = []] = await journal.read([key]);
  if (row !== undefined) return String(row['salt']);
  const [at, salt] = [clock.now(), randomBytes(32).toString('base64url')];
  const unique = { ...key, salt, ttl: epochSeconds(at) + SALT_SECONDS };
  const made = await journal.commit({ at, by: 'system', guards: [{ unique, refusal: 'changed-meanwhile' }] });
  return made.is === 'committed' ? salt : saltOf({ journal, clock }, month);
};

/** A name for a person in the log: by HMAC with a salt that lies in the table and ends. */
const pseudonyms = (deps: SaltDeps) => {
  let kept: { readonly month: string; readonly salt: Promise<string> } | undefined;
  return async (person: PersonId): Promise<string | undefined> => {
    const month = deps.clock.now().slice(0, 7);
    if (kept?.month !== month) kept = { month, salt: saltOf(deps, month) };
    try {
      return createHmac('sha256', await kept.salt)
        .update(person)
        .digest('base64url')
        .slice(0, 16);
    } catch {
      // The table is away: the event is told without saying by whom.
      kept = undefined;
      return undefined;
    }
  };
};

/** Writes a line for each request that was turned away for reasons of security, and for each act that is marked. */
export const watched = (deps: SaltDeps & { readonly note: NoteEvent }): MiddlewareHandler<Env> => {
  const nameOf = pseudonyms(deps);
  return async (c, next) => {
    await next();
    const event = eventOf(c);
    if (event === undefined) return;
    const who = c.var.actor && (await nameOf(c.var.actor.person));
    const at = deps.clock.now();
    deps.note({ event, route: routeOf(c), reference: c.var.requestId, at, ...(who !== undefined && { who }) });
  };
};

/**
 * Marks an act that the security log tells of when it succeeds.
 * @example routes.put('/mine', signedIn, marked('contact-changed'), …)
 */
export const marked =
  (event: SecurityEvent): MiddlewareHandler =>
  async (c, next) => {
    c.set('marked', event);
    await next();
  };
