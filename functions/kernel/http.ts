import { randomUUID } from 'node:crypto';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { languageDetector } from 'hono/language';
import { secureHeaders } from 'hono/secure-headers';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import type { Env } from './env.ts';
import { jsonFlaw } from './json-text.ts';
import { faultWith, malformedWith, refusedWith, silentWith } from './problem.ts';
import { routeOf } from './security-log.ts';
import { StorageSilent } from './storage-silent.ts';
import { textOf } from './texts.ts';
import { issuesOf } from './valid.ts';
import { Unavailable } from './unavailable.ts';

const MAX_BODY = 1024 * 1024;

/** Each fault is logged once, here, with the reference that the person sees; never the body, never a name. */
export type LogFault = (fault: { reference: string; route: string; error: Error }) => void;

/** Writing requests come from our own pages or from a machine with a token; all others are turned away (CSRF). */
const ownOrigin =
  (publicUrl: string): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.header('authorization') !== undefined) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const ours = origin === undefined ? site === undefined || site === 'same-origin' : origin === publicUrl;
    return ours && site !== 'cross-site' ? next() : refusedWith(c, 'kernel', 'foreign-origin');
  };

const privateAnswers: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  if (!c.res.headers.has('cross-origin-resource-policy')) c.header('cross-origin-resource-policy', 'same-origin');
};

/** What the HTTP API hands over with a request (Lambda's event, payload 2.0). */
interface Delivered {
  readonly event?: { readonly requestContext?: { readonly requestId?: string } };
}

/** One id from the person's page to the access log: the gateway's, where there is one. */
const requestId: MiddlewareHandler<Env> = async (c, next) => {
  const { event } = (c.env ?? {}) as Delivered;
  c.set('requestId', event?.requestContext?.requestId ?? randomUUID());
  c.header('x-request-id', c.var.requestId);
  await next();
};

const notJson = async (c: Context<Env>): Promise<Response> => {
  const message = (await textOf(c.var.language, 'kernel', 'issue.not-json')) ?? 'not-json';
  return malformedWith(c, [{ path: '', code: 'not-json', message }]);
};

const JSON_TYPE = /^application\/json *(?:;|$)/i;

/** A body that says to be something else would be read as no body at all; a plain form without fields has none. */
const jsonOnly: MiddlewareHandler<Env> = async (c, next) => {
  const type = c.req.header('content-type');
  const length = Number(c.req.header('content-length') ?? (type === undefined ? 0 : 1));
  return length === 0 || JSON_TYPE.test(type ?? '') ? next() : notJson(c);
};

/** After the limit of the size: two values of one name, numbers that none can hold, and endless nesting are told, not guessed. */
const plainJson: MiddlewareHandler<Env> = async (c, next) => {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) return next();
  const flaw = jsonFlaw(await c.req.text());
  return flaw === undefined ? next() : malformedWith(c, await issuesOf(c.var.language, [flaw]));
};

/** So soon a storage that was away for a moment may be asked again. */
const RETRY_SECONDS = '5';

const onError =
  (log: LogFault) =>
  async (error: Error, c: Context<Env>): Promise<Response> => {
    if (error instanceof HTTPException && error.status === 400) return notJson(c);
    log({ reference: c.var.requestId, route: routeOf(c), error });
    if (error instanceof Unavailable) return refusedWith(c, 'kernel', error.refusal);
    if (!(error instanceof StorageSilent)) return faultWith(c);
    c.header('retry-after', RETRY_SECONDS);
    return silentWith(c);
  };

/** An empty app with everything that holds for each route: headers, limits, language, origin check, one `onError`. */
export const httpApp = (options: {
  readonly publicUrl: string;
  readonly log: LogFault;
  /** Tells the security log. */
  readonly watch?: MiddlewareHandler<Env> | undefined;
}): Hono<Env> => {
  const app = new Hono<Env>();
  app.onError(onError(options.log));
  app.notFound((c) => refusedWith(c, 'kernel', 'not-found'));
  app.use(requestId);
  if (options.watch !== undefined) app.use(options.watch);
  app.use(
    secureHeaders({
      xFrameOptions: 'DENY',
      strictTransportSecurity: 'max-age=63072000; includeSubDomains',
      referrerPolicy: 'same-origin',
      // Set below, where a route's own word stands.
      crossOriginResourcePolicy: false,
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    }),
  );
  app.use(
    languageDetector({
      supportedLanguages: [...LANGUAGES],
      fallbackLanguage: 'de',
      order: ['querystring', 'header'],
      lookupQueryString: 'lang',
      caches: false,
    }),
  );
  app.use(privateAnswers);
  app.use(ownOrigin(options.publicUrl));
  app.use(jsonOnly);
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => refusedWith(c as Context<Env>, 'kernel', 'too-large') }));
  app.use(plainJson);
  return app;
};
