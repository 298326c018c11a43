import { Hono } from 'hono';
import type { SignedIn } from '../kernel/asking.ts';
import type { PaymentRouteDeps } from './deps.ts';
import { itemRoutes } from './item-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { runRoutes } from './run-routes.ts';
import { statementRoutes } from './statement-routes.ts';

/** Everything below `/api/payments`. */
export const paymentRoutes = (deps: PaymentRouteDeps) =>
  new Hono<SignedIn>()
    .route('/', orderRoutes(deps))
    .route('/', runRoutes(deps))
    .route('/', itemRoutes(deps))
    .route('/', statementRoutes(deps));
