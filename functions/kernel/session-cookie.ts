import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Our cookies, which no script reads and no other host sets. */
export interface Cookies {
  readonly session: string;
  /** Beginning of the names of the cookies that keep begun sign-ins, one for each. */
  readonly signIn: string;
  readonly options: CookieOptions;
}

const known = new Map<string, Cookies>();

/**
 * `__Host-` and `Secure` on https; plain names on plain http, which is for this machine only.
 * @throws RangeError for plain http on any other host, where a session could be overheard
 */
export const cookiesFor = (publicUrl: string): Cookies => {
  const found = known.get(publicUrl);
  if (found !== undefined) return found;
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === 'https:';
  if (!secure && !LOOPBACK.has(hostname)) throw new RangeError(`${publicUrl} must be https`);
  const prefix = secure ? '__Host-' : '';
  const cookies: Cookies = {
    session: `${prefix}anteil`,
    signIn: `${prefix}anteil-sign-in-`,
    options: { httpOnly: true, secure, sameSite: 'Lax', path: '/' },
  };
  known.set(publicUrl, cookies);
  return cookies;
};

export const writeSession = (c: Context, cookies: Cookies, value: string, age: number): void =>
  setCookie(c, cookies.session, value, { ...cookies.options, maxAge: age });

export const readSession = (c: Context, cookies: Cookies): string | undefined => getCookie(c, cookies.session);

export const clearSession = (c: Context, cookies: Cookies): void =>
  void deleteCookie(c, cookies.session, cookies.options);
