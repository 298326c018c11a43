import { hash } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Cookies } from './session-cookie.ts';
import type { BegunSignIn } from './sign-in-issuer.ts';

/** So long may a person take at the issuer. */
const SECONDS = 15 * 60;

/** People open a few pages side by side; more begun sign-ins would make the browser's requests too long. */
const MOST = 5;

export interface Begun extends BegunSignIn {
  /** The page to go on with. */
  readonly to: string;
}

/** Each attempt has a cookie of its own, named after its state: two tabs can sign in at the same time. */
const nameFor = (cookies: Cookies, state: string): string =>
  `${cookies.signIn}${hash('sha256', state, 'hex').slice(0, 16)}`;

const begunIn = (cookie: string | undefined): Begun | undefined => {
  try {
    const begun = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString()) as Partial<Begun>;
    const whole = [begun.state, begun.nonce, begun.verifier, begun.to].every((part) => typeof part === 'string');
    return whole ? (begun as Begun) : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps what this browser must bring back from the issuer. */
export const keepBegun = (c: Context, cookies: Cookies, begun: Begun): void => {
  const before = Object.keys(getCookie(c)).filter((name) => name.startsWith(cookies.signIn));
  for (const name of before.length < MOST ? [] : before) deleteCookie(c, name, cookies.options);
  const value = Buffer.from(JSON.stringify(begun)).toString('base64url');
  setCookie(c, nameFor(cookies, begun.state), value, { ...cookies.options, maxAge: SECONDS });
};

/** What this browser began under the state that the issuer sends back; good for one answer. */
export const takeBegun = (c: Context, cookies: Cookies): Begun | undefined => {
  const name = nameFor(cookies, c.req.query('state') ?? '');
  const begun = begunIn(getCookie(c, name));
  deleteCookie(c, name, cookies.options);
  return begun;
};
