import type { Rooms } from './api.ts';
import { bodyActRoutes } from './bodies/act-routes.ts';
import { sittingCalendarRoutes } from './bodies/calendar-routes.ts';
import { directoryRoutes } from './bodies/directory-routes.ts';
import { documentRoutes } from './bodies/document-routes.ts';
import { bodyRoutes } from './bodies/routes.ts';

/** Boards, their seats and sittings, and who was there. */
export const bodyRooms: Rooms = (app, deps) => {
  app
    .route('/api/bodies', bodyRoutes(deps))
    .route('/api/bodies', directoryRoutes(deps))
    .route('/api/bodies', sittingCalendarRoutes(deps))
    .route('/api/bodies', documentRoutes(deps))
    .route('/api/bodies', bodyActRoutes(deps));
};
