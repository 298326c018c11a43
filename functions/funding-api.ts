import { createApi, type ApiDeps, type Rooms } from './api.ts';
import { fundingActRoutes } from './funding/act-routes.ts';
import { fundingRoutes } from './funding/routes.ts';
import { healthRoutes } from './kernel/health-routes.ts';
import { signInRoutes } from './kernel/sign-in.ts';
import { taskRoutes } from './kernel/task-routes.ts';
import { ASIDE, QUEUE } from './ledger/rows.ts';
import { ledgerOfficeRoutes } from './ledger/office-routes.ts';
import { logProofRoutes, publicLedgerRoutes } from './ledger/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { programmeRoutes } from './programmes/routes.ts';

/** Signing in, the operator's view, and from the call to the public entry. */
export const fundingRooms: Rooms = (app, deps) => {
  app
    .route('/api', healthRoutes({ ...deps, queue: QUEUE, aside: ASIDE }))
    .route('/api', signInRoutes(deps))
    .route('/api/operation', taskRoutes({ ...deps, aside: ASIDE }))
    .route('/api/programmes', programmeRoutes(deps))
    .route('/api/funding', fundingRoutes(deps))
    .route('/api/funding', fundingActRoutes(deps))
    .route('/api/notices', noticeRoutes(deps))
    .route('/api/ledger', ledgerOfficeRoutes(deps))
    .route('/api/public', publicLedgerRoutes(deps))
    .route('/ledger/log/proof', logProofRoutes({ journal: deps.journal, files: deps.published }));
};

/** What `lambda.ts` serves: the rooms of funding. */
export const fundingApi = (deps: ApiDeps) => createApi(deps, fundingRooms);
