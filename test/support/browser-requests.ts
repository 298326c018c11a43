import { newSession } from '../../functions/kernel/session.ts';
import { cookiesFor } from '../../functions/kernel/session-cookie.ts';
import type { Clock } from '../../functions/kernel/clock.ts';
import type { Journal } from '../../functions/kernel/journal.ts';
import { asId } from '../../shared/kernel/id.ts';

interface Portal {
  readonly deps: { readonly journal: Journal; readonly clock: Clock; readonly publicUrl: string };
  readonly app: { request(path: string, init: RequestInit): Response | Promise<Response> };
}

/** Asks one thing of the portal as a person's browser does. */
export type Browser = (
  method: string,
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<Response>;

let keys = 0;

/** A browser in which this person has signed in: session cookie, origin, and a new key for each act. */
export const browserOf = async ({ deps, app }: Portal, who: string): Promise<Browser> => {
  const at = deps.clock.now();
  const { cookie, write } = newSession(asId(who), at, at);
  await deps.journal.commit({ at, by: 'system', writes: [write] });
  const own = { cookie: `${cookiesFor(deps.publicUrl).session}=${cookie}`, origin: deps.publicUrl };
  return async (method, path, body, headers = {}) => {
    const text = body && JSON.stringify(body);
    return app.request(path, {
      method,
      headers: {
        ...own,
        ...(text !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(text)),
        }),
        ...(method === 'POST' && { 'idempotency-key': `intent-${String((keys += 1)).padStart(8, '0')}` }),
        ...headers,
      },
      ...(text !== undefined && { body: text }),
    });
  };
};
