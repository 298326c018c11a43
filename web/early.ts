import { readHeaders } from './read-headers.ts';

/** An answer that nobody took in the first seconds is not shown later: by then it may be old. */
const FRESH_MS = 10_000;

const asked = new Map<string, Promise<Response>>();

/** Asks the API for something that the first page will want, before the page itself is there. */
export const fetchEarly = (path: string): void => {
  const answer = fetch(path, { headers: readHeaders(), credentials: 'same-origin' });
  answer.catch(() => undefined);
  asked.set(path, answer);
};

/** The answer to an early call, once; undefined if there was none or it was asked for too long ago. */
export const takeEarly = (path: string): Promise<Response> | undefined => {
  const answer = performance.now() < FRESH_MS ? asked.get(path) : undefined;
  asked.delete(path);
  return answer;
};
