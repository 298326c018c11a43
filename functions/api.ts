import { openAPIRouteHandler } from 'hono-openapi';
import { ok } from '../shared/kernel/result.ts';
import { fundingActRoutes } from './funding/act-routes.ts';
import { fundingRoutes } from './funding/routes.ts';
import { answered, signedIn, type SignedIn } from './kernel/asking.ts';
import { described } from './kernel/described.ts';
import type { Env } from './kernel/env.ts';
import type { Files } from './kernel/files.ts';
import { httpApp, type LogFault } from './kernel/http.ts';
import { withActor, type SessionDeps } from './kernel/session.ts';
import type { Settings } from './kernel/settings.ts';
import { signInRoutes } from './kernel/sign-in.ts';
import { logProofRoutes, publicLedgerRoutes } from './ledger/routes.ts';
import type { NoticeDeps, RenderNotice } from './notices/deps.ts';
import { noticePreviewRoutes } from './notices/preview-routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { programmeRoutes } from './programmes/routes.ts';
import { Hono } from 'hono';

export interface ApiDeps extends SessionDeps, NoticeDeps {
  readonly settings: Settings;
  readonly log: LogFault;
  /** Sets notices; a deployment leaves it to the notices function, which alone carries the page setter. */
  readonly render: RenderNotice;
  /** Where the published log lies. */
  readonly published: Files;
}

/** Whether the portal works, which includes its storage, and who is asking. */
const portalRoutes = (deps: ApiDeps) =>
  new Hono<Env>()
    .get(
      '/health',
      described('portal', 'Whether the portal and its storage answer', { access: 'public' }),
      async (c) => {
        await deps.journal.read([{ pk: 'health', sk: 'health' }]);
        return c.json({ status: 'ok' as const, version: deps.settings.version });
      },
    )
    .route(
      '/',
      new Hono<SignedIn>().get(
        '/me',
        described('portal', 'Who is signed in, with the roles held now'),
        signedIn,
        async (c) => {
          const { person, name, email, roles } = c.var.actor;
          return answered(c, 'kernel', ok({ person, name, email, roles }));
        },
      ),
    );

/** The whole portal behind `/api`, every room in one place. */
export const createApi = (deps: ApiDeps) => {
  const app = httpApp({ publicUrl: deps.settings.publicUrl, log: deps.log })
    .use(withActor(deps))
    .route('/api', portalRoutes(deps))
    .route('/api', signInRoutes(deps))
    .route('/api/programmes', programmeRoutes(deps))
    .route('/api/funding', fundingRoutes(deps))
    .route('/api/funding', fundingActRoutes(deps))
    .route('/api/notices', noticePreviewRoutes(deps))
    .route('/api/notices', noticeRoutes(deps))
    .route('/api/public', publicLedgerRoutes(deps))
    .route('/ledger/log/proof', logProofRoutes({ journal: deps.journal, files: deps.published }));
  const documentation = {
    info: {
      title: 'Anteil',
      version: deps.settings.version,
      description: 'Funding and resources for migrant organisations',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey' as const, in: 'cookie' as const, name: '__Host-anteil' },
        bearer: { type: 'http' as const, scheme: 'bearer' },
      },
    },
  };
  app.get(
    '/api/openapi.json',
    described('portal', 'This document', { access: 'public' }),
    openAPIRouteHandler(app, { documentation, excludeStaticFile: false }),
  );
  return app;
};
