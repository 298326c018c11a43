import { Hono } from 'hono';
import {
  decideBody,
  orderListBody,
  payeeCheckBody,
  reasonBody,
  runItemParam,
  runParam,
} from '../../shared/payments/wire.ts';
import { answered, signedIn, withKey, type Intent } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { valid } from '../kernel/valid.ts';
import type { PaymentRouteDeps } from './deps.ts';
import { decideHeldItem, holdItem, notePayeeCheck } from './item-acts.ts';
import { downloadOrderList } from './order-list.ts';

const may = signedIn as unknown as typeof withKey;

export const itemRoutes = (deps: PaymentRouteDeps) =>
  new Hono<Intent>()
    .post(
      '/runs/:run/items/:payment/hold',
      described('payments', 'Take an item out of an open run and hold it, with the reason'),
      may,
      withKey,
      valid('param', runItemParam),
      valid('json', reasonBody),
      async (c) =>
        answered(c, 'payments', await holdItem(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') })),
    )
    .post(
      '/runs/:run/items/:payment/payee-check',
      described('payments', 'Record what the bank answered about name and account number of an item'),
      may,
      withKey,
      valid('param', runItemParam),
      valid('json', payeeCheckBody),
      async (c) =>
        answered(
          c,
          'payments',
          await notePayeeCheck(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/runs/:run/items/:payment/decide',
      described('payments', 'Pay an item all the same whose payee did not match, or cancel it, with the reason'),
      may,
      withKey,
      valid('param', runItemParam),
      valid('json', decideBody),
      async (c) =>
        answered(
          c,
          'payments',
          await decideHeldItem(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/runs/:run/order-list',
      described('payments', 'The payment order list (Auszahlungsanordnung) of a closed run'),
      may,
      withKey,
      valid('param', runParam),
      valid('json', orderListBody),
      async (c) =>
        answered(
          c,
          'payments',
          await downloadOrderList(deps, c.var.actor, c.req.valid('param').run, c.req.valid('json').format),
        ),
    );
