import { describeRoute } from 'hono-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Env } from './env.ts';

const TEXT = { type: 'string' as const };

const PROBLEM = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: TEXT,
    title: TEXT,
    status: { type: 'integer' as const },
    detail: TEXT,
    refusal: TEXT,
    reference: TEXT,
    issues: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['path', 'code', 'message'],
        properties: { path: TEXT, code: TEXT, message: TEXT },
      },
    },
  },
};

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM } },
});

const PAGE = {
  description: 'A page that says what stands against it',
  content: { 'text/html': { schema: TEXT } },
};

const PROBLEMS = {
  400: problem('The input does not have the right form'),
  401: problem('Nobody is signed in'),
  403: problem('The person may not do this'),
  404: problem('It does not exist, or not for this person'),
  409: problem('The rules say no at this moment'),
  413: problem('The body is larger than 1 MiB'),
  429: problem('Too many requests from one source; `Retry-After` says when to come again'),
  422: problem('The idempotency key was used for something else'),
  503: problem('The storage does not answer; `Retry-After` says when to ask again'),
};

export interface Answer {
  readonly access?: 'public';
  /** Content type of a success, JSON if not said. */
  readonly type?: string;
  /** A browser comes here by itself: what stands against it is told as a page. */
  readonly page?: true;
  readonly status?: 200 | 204 | 302 | 303;
}

const success = ({ type, status }: Answer) => {
  if (status === 204) return { description: 'Done' };
  if (status === 302 || status === 303) return { description: 'Go on there', headers: { location: { schema: TEXT } } };
  const schema = { type: type === undefined ? ('object' as const) : ('string' as const) };
  return { description: 'Done', content: { [type ?? 'application/json']: { schema } } };
};

/** Enters a route in the OpenAPI document: what it does, who may, and how it refuses. */
export const described = (room: string, summary: string, answer: Answer = {}): MiddlewareHandler<Env> =>
  describeRoute({
    tags: [room],
    summary,
    security: answer.access === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    responses: {
      [answer.status ?? 200]: success(answer),
      ...PROBLEMS,
      ...(answer.page === true && { 400: PAGE, 403: PAGE }),
    },
  });
