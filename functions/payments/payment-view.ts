import type { Instant } from '../../shared/kernel/day.ts';
import { record, type Act } from '../../shared/kernel/decider.ts';
import type { PaymentId } from '../../shared/kernel/id.ts';
import type { PaymentFact } from '../../shared/payments/facts.ts';
import { evolvePayment, readPayment, stageOf, type Payment } from '../../shared/payments/payment.ts';
import type { PaymentLine } from '../../shared/payments/wire.ts';
import { streamOf, type Key, type Row, type Task, type Write } from '../kernel/journal.ts';
import type { Seal } from '../kernel/seal.ts';
import { orderSk, ordersPk, paymentPk, type Order } from './rows.ts';

/** Everything that lies in a payment's partition. */
export interface StoredPayment {
  readonly id: PaymentId;
  readonly payment: Payment;
  readonly order: Order;
}

export const paymentOf = (id: PaymentId, rows: readonly Row[]): StoredPayment | undefined => {
  const order = rows.find(({ sk }) => sk === 'order')?.['order'] as Order | undefined;
  return order === undefined ? undefined : { id, order, payment: readPayment(streamOf<PaymentFact>(rows)) };
};

export const lineOf = ({ id, payment, order }: StoredPayment): PaymentLine => ({
  payment: id,
  source: order.source,
  payee: order.payee,
  payeeName: order.payeeName,
  cents: order.cents,
  endToEndId: order.endToEndId,
  stage: stageOf(payment),
  since: payment.since!,
  holds: payment.holds,
});

/** Where the payment stands in the lists of its authority, if it stands there. */
const queueKey = ({ id, payment, order }: StoredPayment): Key | undefined => {
  const stage = stageOf(payment);
  return stage === 'ready' || stage === 'held'
    ? { pk: ordersPk(order.authority), sk: orderSk(stage, payment.since as Instant, id) }
    : undefined;
};

/** The rows by which lists show the payment, after something took it from `before` to `after`. */
export const queueWrites = (before: StoredPayment | undefined, after: StoredPayment): Write[] => {
  const from = before && queueKey(before);
  const to = queueKey(after);
  return [
    ...(to === undefined ? [] : [{ put: { ...to, line: lineOf(after) } }]),
    ...(from !== undefined && from.sk !== to?.sk ? [{ remove: from }] : []),
  ];
};

/** The payment with these facts behind it. */
export const afterFacts = (before: StoredPayment, facts: readonly PaymentFact[], act: Act): StoredPayment => ({
  ...before,
  payment: record(before.payment.seq, act, facts).reduce(evolvePayment, before.payment),
});

/** What must be committed for these facts: the stream goes on, lists follow. */
export const paymentStep = (before: StoredPayment, facts: readonly PaymentFact[], act: Act) => {
  const after = afterFacts(before, facts, act);
  return {
    after,
    append: { pk: paymentPk(before.id), after: before.payment.seq, facts },
    writes: queueWrites(before, after),
  };
};

/** Words of a step, which its fact knows by their salted hash; they can be erased. */
export const textWrite = ({ id, payment }: StoredPayment, { salt }: Seal, text: string): Write => ({
  put: { pk: paymentPk(id), sk: `text#${String(payment.seq).padStart(6, '0')}`, salt, texts: { reason: text } },
});

/** Tells the room that ordered the payment how it ended. */
export const resultTask = ({ id, payment, order }: StoredPayment): Task => {
  const stage = stageOf(payment);
  const { on, reason } =
    stage === 'returned'
      ? payment.returned!
      : { on: payment.bookedOn ?? payment.since!.slice(0, 10), reason: payment.rejected };
  return {
    id: `${id}-${payment.seq}-result`,
    kind: `${order.source.room}.payment`,
    source: order.source,
    payment: id,
    outcome: stage,
    on,
    ...(reason !== undefined && { reason }),
  };
};
