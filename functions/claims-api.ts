import { accountRoutes } from './accounts/routes.ts';
import type { Rooms } from './api.ts';
import { compensationRoutes } from './compensation/routes.ts';
import { uploadRoutes } from './kernel/upload-routes.ts';

/** What volunteers claim, the account it goes to, and the files they hand over. */
export const claimRooms: Rooms = (app, deps) => {
  app
    .route('/api/uploads', uploadRoutes(deps))
    .route('/api/accounts', accountRoutes(deps))
    .route('/api/compensation', compensationRoutes(deps));
};
