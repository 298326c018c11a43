import { hc, type ClientResponse } from 'hono/client';
import type { Api } from '../functions/api.ts';
import { language } from './i18n.ts';
import { ProblemError, problemFrom, type Problem } from './problem.ts';

/** What came back: the value, or why not. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

type Told<R> = R extends ClientResponse<infer T, infer _Status, infer _Format> ? T : never;

/** Says in which language the answer, and above all a refusal, is wanted. */
const inLanguage: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('accept-language', language());
  return fetch(input, { ...init, headers, credentials: 'same-origin' });
};

/** The API with the types of its routes: a path or a body that no route knows does not compile. */
export const { api } = hc<Api>('/', { fetch: inLanguage });

/** The version that the person saw, for an edit. */
export const seen = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

/** The key of an intent, see `intent.ts`: the same for every retry. */
export const once = (key: string) => ({ headers: { 'idempotency-key': key } });

const bodyOf = async (response: Pick<Response, 'json'>): Promise<Partial<Problem>> => {
  try {
    return (await response.json()) as Partial<Problem>;
  } catch {
    return {};
  }
};

/** Waits for an answer and never throws: a missing connection is an answer too. */
export const ask = async <R extends ClientResponse<unknown>>(asked: Promise<R>): Promise<Answer<Told<R>>> => {
  let response: R;
  try {
    response = await asked;
  } catch {
    return { ok: false, problem: { kind: 'offline' } };
  }
  if (response.ok) return { ok: true, value: (await response.json()) as Told<R> };
  return { ok: false, problem: problemFrom(response.status, await bodyOf(response)) };
};

/** Loads what a page shows. @throws ProblemError, which the page's frame turns into words. */
export const load = async <R extends ClientResponse<unknown>>(asked: Promise<R>): Promise<Told<R>> => {
  const answer = await ask(asked);
  if (!answer.ok) throw new ProblemError(answer.problem);
  return answer.value;
};
