import { takeEarly } from './early.ts';
import { language } from './i18n.ts';
import { known, owner } from './kept.ts';
import { ProblemError, problemFrom, type Problem } from './problem.ts';
import { readHeaders } from './read-headers.ts';

/** What came back: the value, or why not. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

interface Request {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: unknown;
  /** The same for every retry of the same intent, see `intent.ts`. */
  readonly idempotencyKey?: string;
  /** The version that the person saw. */
  readonly version?: number;
  readonly signal?: AbortSignal;
  /** The page is about to be left; the browser finishes the request without it. */
  readonly isLast?: boolean;
}

/** So much of a body does a browser still send when its page is gone. */
const LAST_BYTES = 60_000;

const headersOf = (request: Request): Headers => {
  const headers = readHeaders(language());
  if (request.body !== undefined) headers.set('content-type', 'application/json');
  if (request.idempotencyKey !== undefined) headers.set('idempotency-key', request.idempotencyKey);
  if (request.version !== undefined) headers.set('if-match', `"${request.version}"`);
  // Another person may have signed in in another tab: what was typed here is then refused, not taken for theirs.
  const person = owner();
  if (person !== undefined && request.method !== undefined) headers.set('anteil-person', person);
  return headers;
};

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return response.status === 204 ? undefined : await response.json();
  } catch {
    return {};
  }
};

const ask = (path: string, request: Request): Promise<Response> => {
  const text = request.body === undefined ? undefined : JSON.stringify(request.body);
  return fetch(path, {
    method: request.method ?? 'GET',
    headers: headersOf(request),
    credentials: 'same-origin',
    ...(text === undefined ? {} : { body: text }),
    ...(request.isLast === true && (text?.length ?? 0) * 3 < LAST_BYTES ? { keepalive: true } : {}),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
};

/** Sends a request to the API and never throws: a missing connection is an answer too. */
export const send = async <T>(path: string, request: Request = {}): Promise<Answer<T>> => {
  let response: Response;
  try {
    response = await ((request.method === undefined ? takeEarly(path) : undefined) ?? ask(path, request));
  } catch {
    return { ok: false, problem: { kind: 'offline' } };
  }
  const body = await bodyOf(response);
  if (response.ok) return { ok: true, value: body as T };
  const told = (body ?? {}) as Partial<Problem>;
  return { ok: false, problem: problemFrom(response.status, told) };
};

/** What everybody may read has no form that looks for kept words. */
const PUBLIC = /^\/api\/(?:public|programmes)\//;

/** Loads what a page shows. @throws ProblemError, which the page's frame turns into words. */
export const load = async <T>(path: string): Promise<T> => {
  const [answer] = await Promise.all([send<T>(path), PUBLIC.test(path) ? undefined : known()]);
  if (!answer.ok) throw new ProblemError(answer.problem);
  return answer.value;
};
