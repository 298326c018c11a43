import { Hono } from 'hono';
import { scopesOf, type Actor } from '../../shared/kernel/actor.ts';
import { asId, type AuthorityId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { maskedIban } from '../../shared/accounts/iban.ts';
import { isPayer, mayReadPayments } from '../../shared/payments/rules/permit.ts';
import {
  authorityQuery,
  paymentParam,
  paymentsQuery,
  reasonBody,
  type PaymentLine,
  type PaymentLines,
  type PayerView,
} from '../../shared/payments/wire.ts';
import { answered, freshlySignedIn, signedIn, withKey, type Intent, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import type { Journal, PageAsk } from '../kernel/journal.ts';
import { valid } from '../kernel/valid.ts';
import type { PaymentDeps } from './deps.ts';
import { cancelOrder, freeOrder, holdOrder } from './order-acts.ts';
import { ordersPk, payerKey, payerOf } from './rows.ts';
import { ownOf } from '../../shared/kernel/own.ts';

/** Lines on one page of a list. */
const PAGE = 50;

/** The authority that is asked about: the one named, or the first for which the person pays or audits. */
export const authorityFor = (actor: Actor, asked: AuthorityId | undefined): AuthorityId | undefined => {
  const scope = asked ?? scopesOf(actor, 'certifier', 'orderer', 'auditor').find((one) => one !== '*');
  const authority = scope === undefined ? undefined : asId<'authority'>(scope);
  return authority !== undefined && mayReadPayments(actor, authority) ? authority : undefined;
};

/** One page of a list whose rows carry their line in this field. */
export const listed = async <T>(
  journal: Journal,
  ask: Omit<PageAsk, 'limit'>,
  field = 'line',
): Promise<{ readonly items: readonly T[]; readonly next?: string }> => {
  const { rows, next } = await journal.page({ ...ask, limit: PAGE });
  return { items: rows.map((row) => ownOf(row, field) as T), ...(next !== undefined && { next }) };
};

const reading = ({ journal }: PaymentDeps) =>
  new Hono<SignedIn>()
    .get(
      '/orders',
      described(
        'payments',
        'Payments of an authority that wait: ready for a run, or held with the ground; oldest first',
      ),
      signedIn,
      valid('query', paymentsQuery),
      async (c) => {
        const { queue, authority: asked, cursor } = c.req.valid('query');
        const authority = authorityFor(c.var.actor, asked);
        if (authority === undefined) return answered(c, 'payments', refuse('not-found'));
        const page = await listed<PaymentLine>(journal, { pk: ordersPk(authority), prefix: `${queue}#`, cursor });
        return answered(c, 'payments', ok<PaymentLines>(page));
      },
    )
    .get(
      '/payer',
      described('payments', 'The account from which an authority pays, and the ways agreed with its bank'),
      signedIn,
      valid('query', authorityQuery),
      async (c) => {
        const { actor } = c.var;
        const authority = authorityFor(actor, c.req.valid('query').authority);
        if (authority === undefined) return answered(c, 'payments', refuse('not-found'));
        const [[row] = []] = await journal.read([payerKey(authority)]);
        const payer = payerOf(row);
        if (payer === undefined) return answered(c, 'payments', refuse('not-found'));
        const { name, iban, bic, channels } = payer;
        const shown = isPayer(actor, authority) ? iban : maskedIban(iban);
        const view: PayerView = { authority, name, iban: shown, channels, ...(bic !== undefined && { bic }) };
        return answered(c, 'payments', ok(view) as Result<PayerView>);
      },
    );

const may = signedIn as unknown as typeof withKey;

const acting = (deps: PaymentDeps) =>
  new Hono<Intent>()
    .post(
      '/orders/:payment/hold',
      described('payments', 'Hold a payment that waits, with the reason'),
      may,
      withKey,
      valid('param', paymentParam),
      valid('json', reasonBody),
      async (c) =>
        answered(
          c,
          'payments',
          await holdOrder(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/orders/:payment/free',
      described(
        'payments',
        'Free a held payment after a fresh sign-in: it is no duplicate, or need not be held any more',
      ),
      may,
      freshlySignedIn(deps) as unknown as typeof withKey,
      withKey,
      valid('param', paymentParam),
      valid('json', reasonBody),
      async (c) =>
        answered(
          c,
          'payments',
          await freeOrder(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/orders/:payment/cancel',
      described('payments', 'Cancel a payment that waits; the room that ordered it learns of it'),
      may,
      withKey,
      valid('param', paymentParam),
      valid('json', reasonBody),
      async (c) =>
        answered(
          c,
          'payments',
          await cancelOrder(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

export const orderRoutes = (deps: PaymentDeps) =>
  new Hono<SignedIn>().route('/', reading(deps)).route('/', acting(deps));
