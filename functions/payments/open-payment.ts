import type { AccountOwner } from '../../shared/accounts/facts.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { asId, type PaymentId } from '../../shared/kernel/id.ts';
import { isReference } from '../../shared/accounts/sepa-text.ts';
import type { PaymentFact } from '../../shared/payments/facts.ts';
import { NO_PAYMENT } from '../../shared/payments/payment.ts';
import { outboxKey, type Journal, type Key, type Row, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { personKey } from '../kernel/person.ts';
import { organisationKey, organisationOf } from '../organisations/views.ts';
import type { PaymentDeps } from './deps.ts';
import { paymentOf, paymentStep } from './payment-view.ts';
import { endToEndKey, paymentAsk, paymentPk, sourcePk, statementAsk, type Hands, type Order } from './rows.ts';
import { statementOf } from './statement-view.ts';

/** What a room sends that wants something paid: `payments` knows nothing of what it is for. */
type OpenTask = Task & Omit<Order, 'payeeName' | 'hands'> & { readonly payment: PaymentId };

const nameKey = (payee: AccountOwner): Key =>
  payee.kind === 'person' ? personKey(payee.id) : organisationKey(payee.id);

const nameIn = (payee: AccountOwner, row: Row | undefined): string =>
  payee.kind === 'person'
    ? ((row?.['name'] as string | undefined) ?? payee.id)
    : (organisationOf(row)?.name ?? payee.id);

/** @throws Error where the order could never become a transfer, so that the task stays visible as stuck */
const orderIn = (task: OpenTask, row: Row | undefined, hands: Hands): Order => {
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
    hands,
  };
};

const handsOf = ({ certifiedBy, orderedBy }: OpenTask, rows: readonly (readonly Row[])[]): Hands => {
  const [certifier = '', ...orderers] = [certifiedBy, ...orderedBy].map(
    (id, index) => (rows[index]?.[0]?.['name'] as string | undefined) ?? id,
  );
  return { certifiedBy: certifier, orderedBy: orderers };
};

/**
 * Whoever hands over a statement says alone that money came back. A payment that would send it again waits until somebody
 * else has looked, unless somebody did when the return was taken.
 */
const heldAfterReturn = async (journal: Journal, earlier: readonly Row[]): Promise<PaymentFact[]> => {
  const answers = await journal.read(earlier.map(({ sk }) => paymentAsk(sk as PaymentId)));
  const returned = earlier
    .map(({ sk }, index) => paymentOf(sk as PaymentId, answers[index] ?? [])?.payment.returned)
    .filter((one) => one !== undefined && !one.isConfirmed);
  const told = await journal.read(returned.map((one) => statementAsk(one!.statement)));
  return returned.map((one, index): PaymentFact => {
    const notBy = statementOf(one!.statement, told[index] ?? [])?.head.receivedBy;
    return { type: 'payment.held', ground: 'return-unconfirmed', ...(notBy !== undefined && { notBy }) };
  });
};

const openedOf = ({ payeeName: _, remittance: __, hands: ___, ...said }: Order) => ({
  type: 'payment.opened' as const,
  ...said,
});

/**
 * Reaction `payments.open`: a case of any room orders a payment. Its end-to-end id is taken for good, and it waits for the
 * next run. The name is only in a record beside the facts. Idempotent: the payment's first fact is written once.
 */
export const openPayment = async ({ journal, clock }: PaymentDeps, given: Task): Promise<void> => {
  const task = given as OpenTask;
  const id = asId<'payment'>(String(task.payment));
  const [rows = [], [named] = [], earlier = [], ...officials] = await journal.read([
    paymentAsk(id),
    nameKey(task.payee),
    { pk: sourcePk(task.source), prefix: '' },
    ...[task.certifiedBy, ...task.orderedBy].map(personKey),
  ]);
  const act = { at: clock.now(), by: 'system' } as const;
  if (paymentOf(id, rows) !== undefined) {
    mustSettle(await journal.commit({ ...act, completes: outboxKey(task) }));
    return;
  }
  const order = orderIn(task, named, handsOf(task, officials));
  const held = earlier.length === 0 ? [] : await heldAfterReturn(journal, earlier);
  const { append, writes } = paymentStep({ id, order, payment: NO_PAYMENT }, [openedOf(order), ...held], act);
  const outcome = await journal.commit({
    ...act,
    facts: [append],
    guards: [{ unique: { ...endToEndKey(order.endToEndId), payment: id }, refusal: 'end-to-end-taken' }],
    writes: [
      { put: { pk: paymentPk(id), sk: 'order', order } },
      { put: { pk: sourcePk(order.source), sk: id } },
      ...writes,
    ],
    completes: outboxKey(task),
  });
  mustSettle(outcome);
};
