import { hash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Actor } from '../../shared/kernel/actor.ts';
import { epochSeconds } from '../../shared/kernel/day.ts';
import type { Clock } from './clock.ts';
import type { Journal, Key } from './journal.ts';
import { refusedWith } from './problem.ts';

/** So many requests of one kind from one source within a window; the windows follow each other on the clock. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** What one source may ask for (attack B10); listed in SECURITY.md. */
export const SIGN_IN_LIMIT: Limit = { name: 'sign-in', most: 300, seconds: 600 };
export const HAND_OVER_LIMIT: Limit = { name: 'upload', most: 120, seconds: 600 };
/** Each entry sends a mail to somebody. */
export const ACCOUNT_LIMIT: Limit = { name: 'account', most: 10, seconds: 3600 };
/** Each change of the mail address sends up to three mails. */
export const CONTACT_LIMIT: Limit = { name: 'contact', most: 30, seconds: 3600 };
export const CODE_LIMIT: Limit = { name: 'account-code', most: 20, seconds: 3600 };
/** Each draft stays; nobody begins so many by hand. */
export const DRAFT_LIMIT: Limit = { name: 'draft', most: 60, seconds: 600 };
/** Each stores what was handed over, a receipt or a paper of a sitting, or reads a file of the bank. */
export const RECEIPT_LIMIT: Limit = { name: 'receipt', most: 120, seconds: 600 };
export const STATEMENT_LIMIT: Limit = { name: 'statement', most: 60, seconds: 600 };
/** Each sets a document, which takes a second of a processor, and stores it. */
export const RENDER_LIMIT: Limit = { name: 'render', most: 120, seconds: 600 };

/** Undefined where nobody can tell the source: then nothing is counted (the local city, which is open to this machine only). */
type SourceOf = (c: Context) => string | undefined;

export const byPerson: SourceOf = (c) => (c.var as { actor?: Actor }).actor?.person;

/** The CDN puts the visitor's address behind whatever the visitor claims, and the HTTP API puts the CDN's behind that. */
export const byAddress: SourceOf = (c) => {
  const hops = c.req.header('x-forwarded-for')?.split(',') ?? [];
  return (hops.at(-2) ?? hops.at(-1))?.trim();
};

/** Kept a day longer than its window; no address stands in it. */
const KEPT_SECONDS = 24 * 60 * 60;

/** One to find that no counter is there, one for a counter that somebody else made meanwhile, and some to spare. */
const TURNS = 5;

/**
 * Whether this request is one of those that are allowed. The counter goes down by a condition, so that requests at the same
 * time cannot pass together; usually that is the one call it costs. Only a counter that is used up turns anybody away.
 */
const isWithin = async (
  journal: Journal,
  key: Key,
  { most, seconds }: Limit,
  now: number,
  at: Parameters<Journal['commit']>[0]['at'],
): Promise<boolean> => {
  const by = 'system';
  for (let turn = 0; turn < TURNS; turn += 1) {
    const taken = await journal.commit({ at, by, guards: [{ take: key, cents: 1, refusal: 'too-many' }] });
    if (taken.is === 'committed') return true;
    const [[row] = []] = await journal.read([key]);
    if (row !== undefined) {
      if (Number(row['freeCents']) < 1) return false;
      continue;
    }
    const unique = { ...key, freeCents: most - 1, takenCents: 1, ttl: now + seconds + KEPT_SECONDS };
    const made = await journal.commit({ at, by, guards: [{ unique, refusal: 'too-many' }] });
    if (made.is === 'committed') return true;
  }
  return false;
};

/** Turns away who asks too often, with 429 and when to come again. Behind `signedIn` where the source is the person. */
export const limited =
  (
    { journal, clock }: { readonly journal: Journal; readonly clock: Clock },
    limit: Limit,
    sourceOf: SourceOf,
  ): MiddlewareHandler =>
  async (c, next) => {
    const source = sourceOf(c);
    if (source === undefined) return next();
    const at = clock.now();
    const now = epochSeconds(at);
    const window = Math.floor(now / limit.seconds);
    const key = { pk: `limit#${hash('sha256', `${limit.name} ${window} ${source}`, 'hex')}`, sk: 'limit' };
    if (await isWithin(journal, key, limit, now, at)) return next();
    const seconds = (window + 1) * limit.seconds - now;
    c.header('retry-after', String(seconds));
    return refusedWith(c, 'kernel', 'too-many', { count: Math.ceil(seconds / 60) });
  };
