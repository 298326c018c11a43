import { openAPIRouteHandler } from 'hono-openapi';
import { createApi, type ApiDeps, type Rooms } from './api.ts';
import { bodyRooms } from './bodies-api.ts';
import { claimRooms } from './claims-api.ts';
import { fundingRooms } from './funding-api.ts';
import { paymentRooms } from './payments-api.ts';
import { described } from './kernel/described.ts';
import { noticePreviewRoutes } from './notices/preview-routes.ts';

/** Routes that set documents (`RENDERING_ROUTES` in infra/api.ts): no other function carries what they need. */
const renderingRooms: Rooms = (app, deps) => {
  app.route('/api/notices', noticePreviewRoutes(deps));
};

const documentationOf = (deps: ApiDeps) => ({
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
});

/** All rooms in one: locally, and where documents are set, which needs facts of every room. It knows all routes, and so lists them. */
export const wholeApi = (deps: ApiDeps) => {
  const app = createApi(deps, renderingRooms, fundingRooms, bodyRooms, claimRooms, paymentRooms);
  app.get(
    '/api/openapi.json',
    described('portal', 'This document', { access: 'public' }),
    openAPIRouteHandler(app, { documentation: documentationOf(deps), excludeStaticFile: false }),
  );
  return app;
};
