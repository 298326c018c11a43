import { createApi, type ApiDeps, type Rooms } from './api.ts';
import { paymentRoutes } from './payments/routes.ts';

/** From the ordered payment to the bank's answer. */
export const paymentRooms: Rooms = (app, deps) => {
  app.route('/api/payments', paymentRoutes(deps));
};

/** What `payments.ts` serves: runs, bank files and statements. */
export const paymentsApi = (deps: ApiDeps) => createApi(deps, paymentRooms);
