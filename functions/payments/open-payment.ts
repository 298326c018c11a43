import type { AccountOwner } from '../../shared/accounts/facts.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { asId, type PaymentId } from '../../shared/kernel/id.ts';
import { isReference } from '../../shared/accounts/sepa-text.ts';
import { NO_PAYMENT } from '../../shared/payments/payment.ts';
import { outboxKey, type Key, type Row, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { personKey } from '../kernel/person.ts';
import { organisationKey, organisationOf } from '../organisations/views.ts';
import type { PaymentDeps } from './deps.ts';
import { paymentOf, paymentStep } from './payment-view.ts';
import { endToEndKey, paymentAsk, paymentPk, type Order } from './rows.ts';

/** What a room sends that wants something paid: `payments` knows nothing of what it is for. */
type OpenTask = Task & Omit<Order, 'payeeName'> & { readonly payment: PaymentId };

const nameKey = (payee: AccountOwner): Key =>
  payee.kind === 'person' ? personKey(payee.id) : organisationKey(payee.id);

const nameIn = (payee: AccountOwner, row: Row | undefined): string =>
  payee.kind === 'person'
    ? ((row?.['name'] as string | undefined) ?? payee.id)
    : (organisationOf(row)?.name ?? payee.id);

/** @throws Error where the order could never become a transfer, so that the task stays visible as stuck */
const orderIn = (task: OpenTask, row: Row | undefined): Order => {
  const { source, payee, authority, endToEndId, remittance, certifiedBy, orderedBy } = task;
  if (!isReference(endToEndId)) throw new Error(`Not an end-to-end id: ${endToEndId}`);
  if (task.cents < 1) throw new Error(`Nothing to pay in ${task.id}`);
  return {
    source,
    payee,
    payeeName: nameIn(payee, row),
    authority,
    cents: cents(task.cents),
    endToEndId,
    remittance,
    certifiedBy,
    orderedBy,
  };
};

const openedOf = ({ payeeName: _, remittance: __, ...said }: Order) => ({ type: 'payment.opened' as const, ...said });

/**
 * Reaction `payments.open`: a case of any room orders a payment. Its end-to-end id is taken for good, and it waits for the
 * next run. The name is only in a record beside the facts. Idempotent: the payment's first fact is written once.
 */
export const openPayment = async ({ journal, clock }: PaymentDeps, given: Task): Promise<void> => {
  const task = given as OpenTask;
  const id = asId<'payment'>(String(task.payment));
  const [rows = [], [named] = []] = await journal.read([paymentAsk(id), nameKey(task.payee)]);
  const act = { at: clock.now(), by: 'system' } as const;
  if (paymentOf(id, rows) !== undefined) {
    mustSettle(await journal.commit({ ...act, completes: outboxKey(task) }));
    return;
  }
  const order = orderIn(task, named);
  const { append, writes } = paymentStep({ id, order, payment: NO_PAYMENT }, [openedOf(order)], act);
  const outcome = await journal.commit({
    ...act,
    facts: [append],
    guards: [{ unique: { ...endToEndKey(order.endToEndId), payment: id }, refusal: 'end-to-end-taken' }],
    writes: [{ put: { pk: paymentPk(id), sk: 'order', order } }, ...writes],
    completes: outboxKey(task),
  });
  mustSettle(outcome);
};
