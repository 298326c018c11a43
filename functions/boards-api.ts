import { bodyActRoutes } from './bodies/act-routes.ts';
import { sittingCalendarRoutes } from './bodies/calendar-routes.ts';
import { documentRoutes } from './bodies/document-routes.ts';
import { bodyRoutes } from './bodies/routes.ts';
import { compensationRoutes } from './compensation/routes.ts';
import { uploadRoutes } from './kernel/upload-routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { createApi, type ApiDeps, type Rooms } from './api.ts';

/** From a board's sitting to the claim that is ordered. */
export const boardRooms: Rooms = (app, deps) => {
  app
    .route('/api/uploads', uploadRoutes(deps))
    .route('/api/bodies', bodyRoutes(deps))
    .route('/api/bodies', sittingCalendarRoutes(deps))
    .route('/api/bodies', documentRoutes(deps))
    .route('/api/bodies', bodyActRoutes(deps))
    .route('/api/accounts', accountRoutes(deps))
    .route('/api/compensation', compensationRoutes(deps));
};

/** What `boards.ts` serves: the rooms of boards, bank details and claims. */
export const boardsApi = (deps: ApiDeps) => createApi(deps, boardRooms);
