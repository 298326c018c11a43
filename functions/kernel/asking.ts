import type { Context, MiddlewareHandler, TypedResponse } from 'hono';
import type { Actor } from '../../shared/kernel/actor.ts';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Clock } from './clock.ts';
import type { Env } from './env.ts';
import { malformedWith, refusedWith } from './problem.ts';
import { issuesOf } from './valid.ts';

export interface SignedIn extends Env {
  Variables: Env['Variables'] & { actor: Actor };
}

/**
 * Only for people who are signed in. A page names the person for whom it was made (`anteil-person`): if somebody else has
 * signed in meanwhile in the same browser, what the first one typed is not taken for theirs.
 */
export const signedIn: MiddlewareHandler<SignedIn> = async (c, next) => {
  const on = c as unknown as Context<Env>;
  if (c.var.actor === undefined) return refusedWith(on, 'kernel', 'not-signed-in');
  const typedBy = c.req.header('anteil-person');
  return typedBy === undefined || typedBy === c.var.actor.person ? next() : refusedWith(on, 'kernel', 'other-person');
};

export interface Intent extends SignedIn {
  Variables: SignedIn['Variables'] & { key: string };
}

/** Money and bank details want a person who proved who they are so lately (attack S11, ASVS 7.5.3). */
export const FRESH_SECONDS = 10 * 60;

export const isFreshlySignedIn = ({ signedInAt }: Actor, at: Instant): boolean =>
  signedInAt !== undefined && addSeconds(signedInAt, FRESH_SECONDS) > at;

/** After `signedIn`: only for people who signed in a moment ago; others are asked to do it again and lose nothing. */
export const freshlySignedIn =
  ({ clock }: { readonly clock: Clock }): MiddlewareHandler<SignedIn> =>
  async (c, next) => {
    const isFresh = isFreshlySignedIn(c.var.actor, clock.now());
    return isFresh ? next() : refusedWith(c as unknown as Context<Env>, 'kernel', 'sign-in-again');
  };

const KEY = /^[\x21-\x7E]{8,128}$/;

/** An act carries the client's key for this intent, so that a repeated request has one effect. */
export const withKey: MiddlewareHandler<Intent> = async (c, next) => {
  const key = c.req.header('idempotency-key');
  if (key === undefined || !KEY.test(key)) return refusedWith(c as unknown as Context<Env>, 'kernel', 'key-missing');
  c.set('key', key);
  return next();
};

export interface Edit extends SignedIn {
  Variables: SignedIn['Variables'] & { version: number };
}

/** An edit carries the version that was read, as `If-Match: "7"`. */
export const withVersion: MiddlewareHandler<Edit> = async (c, next) => {
  const [, version] = /^"?(\d{1,9})"?$/.exec(c.req.header('if-match') ?? '') ?? [];
  if (version === undefined) return refusedWith(c as unknown as Context<Env>, 'kernel', 'version-missing');
  c.set('version', Number(version));
  return next();
};

/** The value as JSON (typed for the client), or the refusal as a problem in the user's language. */
export const answered = async <T extends object>(
  c: Context,
  room: string,
  result: Result<T>,
): Promise<Response & TypedResponse<T, 200, 'json'>> =>
  (await answerTo(c, room, result)) as Response & TypedResponse<T, 200, 'json'>;

const answerTo = async (c: Context, room: string, result: Result<object>): Promise<Response> => {
  const on = c as unknown as Context<Env>;
  if (result.ok) return c.json(result.value);
  if (result.issues === undefined) return refusedWith(on, room, result.refusal, result.values);
  const issues = await issuesOf(on.var.language, result.issues, room);
  return result.refusal === 'malformed'
    ? malformedWith(on, issues)
    : refusedWith(on, room, result.refusal, result.values, issues);
};
