import { uploadRoutes } from './kernel/upload-routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { createApi, type ApiDeps, type Rooms } from './api.ts';

/** From a board's sitting to the payment: bodies, accounts, compensation, payments. */
export const boardRooms: Rooms = (app, deps) => {
  app.route('/api/accounts', accountRoutes(deps));
  app.route('/api/uploads', uploadRoutes(deps));
  // The rooms enter here as they are built: app.route('/api/bodies', bodyRoutes(deps)).
};

/** What `boards.ts` serves: the rooms of boards and of what their volunteers are paid. */
export const boardsApi = (deps: ApiDeps) => createApi(deps, boardRooms);
