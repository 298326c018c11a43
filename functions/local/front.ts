import type { HttpBindings } from '@hono/node-server';
import { PAGE_HEADERS } from '../../shared/kernel/page-headers.ts';

/** Answers a request that Node's server received. */
export type Answer = (request: Request, node: HttpBindings) => Response | Promise<Response>;

/** What lies behind the one address of the city. */
export interface Parts {
  readonly api: Answer;
  readonly identity: Answer;
  readonly mailbox: Answer;
  readonly bank: Answer;
  readonly signed: Answer;
  readonly uploads: Answer;
  readonly published: Answer;
  readonly web: Answer;
}

/** As the CDN is set up: what is not named here is a page. */
const PLACES: readonly (readonly [RegExp, keyof Parts])[] = [
  [/^\/api\//, 'api'],
  [/^\/ledger\/log\/proof\//, 'api'],
  [/^\/ledger\/log\//, 'published'],
  [/^\/open-data\/[^/]+\.(csv|json|jsonld)$/, 'published'],
  [/^\/files\/uploads$/, 'uploads'],
  [/^\/files\//, 'signed'],
  [/^\/identity\//, 'identity'],
  [/^\/mailbox(\/|$)/, 'mailbox'],
  [/^\/bank(\/|$)/, 'bank'],
];

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Cookies belong to one name of this machine: whoever came by another name signs in under the public one. */
const underOneName = (request: Request, publicUrl: URL): Response | undefined => {
  const { hostname, pathname, search } = new URL(request.url);
  const strays = hostname !== publicUrl.hostname && LOOPBACK.has(hostname) && LOOPBACK.has(publicUrl.hostname);
  return strays && pathname === '/api/sign-in'
    ? new Response(null, { status: 302, headers: { location: `${publicUrl.origin}${pathname}${search}` } })
    : undefined;
};

const withHeaders = (response: Response): Response => {
  for (const [name, value] of Object.entries(PAGE_HEADERS))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
};

/** The whole city behind one address, each answer with the headers that the CDN would give it. */
export const frontOf = (parts: Parts, publicUrl: string): Answer => {
  const address = new URL(publicUrl);
  return async (request, node) => {
    const { pathname } = new URL(request.url);
    const [, part] = PLACES.find(([pattern]) => pattern.test(pathname)) ?? [undefined, 'web' as const];
    // The provider answers on the socket itself.
    if (part === 'identity') for (const header of Object.entries(PAGE_HEADERS)) node.outgoing.setHeader(...header);
    const answer = underOneName(request, address) ?? (await parts[part](request, node));
    return part === 'identity' ? answer : withHeaders(answer);
  };
};
