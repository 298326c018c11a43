import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { errors, type Provider } from 'oidc-provider';
import type { DemoPerson } from '../demo/people.ts';
import { languageFrom } from '../language.ts';
import { PAGE_POLICY } from '../page.ts';
import { expiredPage, peoplePage } from './people-page.ts';

const MOUNTED_AT = '/identity';

export interface LocalEnv {
  Bindings: HttpBindings;
}

/** The provider makes addresses from host and protocol: they are those of the public address, whatever the socket says. */
const showPublicAddress = (c: Context<LocalEnv>, issuer: URL): void => {
  const { headers } = c.env.incoming;
  headers['x-forwarded-host'] = issuer.host;
  headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1);
};

/** The provider knows nobody again: people try several roles in one browser and are asked who they are each time. */
const forgetWhoItWas = (c: Context<LocalEnv>): void => {
  const { headers } = c.env.incoming;
  headers.cookie = (headers.cookie ?? '')
    .split('; ')
    .filter((cookie) => !cookie.startsWith('_session'))
    .join('; ');
};

const handOver = (c: Context<LocalEnv>, callback: ReturnType<Provider['callback']>): Response => {
  const incoming = c.env.incoming as HttpBindings['incoming'] & { originalUrl?: string };
  const url = incoming.url ?? '/';
  incoming.originalUrl = url;
  incoming.url = url.slice(MOUNTED_AT.length) || '/';
  void callback(c.env.incoming, c.env.outgoing);
  return RESPONSE_ALREADY_SENT;
};

/** Everything under `/identity`: the page where one picks a demo person, and the OpenID endpoints themselves. */
export const identityRoutes = (provider: Provider, people: readonly DemoPerson[]): Hono<LocalEnv> => {
  const callback = provider.callback();
  const issuer = new URL(provider.issuer);
  const nodeOf = (c: Context<LocalEnv>) => [c.env.incoming, c.env.outgoing] as const;
  const languageOf = (c: Context<LocalEnv>) => languageFrom(c.req.query('lang'), c.req.header('accept-language'));

  const app = new Hono<LocalEnv>().basePath(MOUNTED_AT);
  app.use(async (c, next) => {
    showPublicAddress(c, issuer);
    forgetWhoItWas(c);
    await next();
  });
  app.use('/interaction/*', async (c, next) => {
    await next();
    c.res.headers.set('content-security-policy', PAGE_POLICY);
    c.res.headers.set('cache-control', 'no-store');
  });
  return app
    .get('/interaction/:uid', async (c) => {
      const { uid, params } = await provider.interactionDetails(...nodeOf(c));
      const { ui_locales: asked } = params;
      const wish = c.req.query('lang') ?? (typeof asked === 'string' ? asked : undefined);
      return c.html(peoplePage(languageFrom(wish, c.req.header('accept-language')), uid, people));
    })
    .post('/interaction/:uid', async (c) => {
      const { person } = await c.req.parseBody();
      const chosen = people.find(({ id }) => id === person);
      if (chosen === undefined) return c.html(expiredPage(languageOf(c)), 400);
      await provider.interactionDetails(...nodeOf(c));
      const login = { accountId: chosen.id, remember: false, amr: ['demo'] };
      return c.redirect(await provider.interactionResult(...nodeOf(c), { login }), 303);
    })
    .all('/*', (c) => handOver(c, callback))
    .onError((error, c) => {
      if (error instanceof errors.OIDCProviderError) return c.html(expiredPage(languageOf(c)), 400);
      throw error;
    });
};
