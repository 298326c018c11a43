import type { Act } from '../../shared/kernel/decider.ts';
import type { PaymentId, RunId } from '../../shared/kernel/id.ts';
import type { PaymentFact } from '../../shared/payments/facts.ts';
import { stageOf } from '../../shared/payments/payment.ts';
import type { Append, Task, Write } from '../kernel/journal.ts';
import type { Evidence } from './entry-evidence.ts';
import { paymentStep, resultTask, type StoredPayment } from './payment-view.ts';
import { alikeKey, itemKey } from './rows.ts';
import { headWrites, type RunHead, type StoredItem } from './run-view.ts';

/** What some movements change: gathered one after the other, committed together. */
export interface Gathered {
  readonly appends: Map<PaymentId, { readonly append: Append; readonly after: StoredPayment }>;
  readonly heads: Map<RunId, RunHead>;
  readonly items: Map<PaymentId, StoredItem>;
  readonly writes: Write[];
  readonly tasks: Task[];
  readonly counts: { booked: number; returned: number; unclear: number };
  /** Places taken of the hundred of one transaction. */
  places: number;
}

/** Nothing gathered yet. */
export const nothing = (): Gathered => ({
  appends: new Map(),
  heads: new Map(),
  items: new Map(),
  writes: [],
  tasks: [],
  counts: { booked: 0, returned: 0, unclear: 0 },
  places: 0,
});

const counted = (head: RunHead, before: StoredPayment, after: StoredPayment, is: 'booked' | 'returned'): RunHead => ({
  ...head,
  [is]: head[is] + 1,
  settled: head.settled + (stageOf(before.payment) === 'inRun' && stageOf(after.payment) !== 'inRun' ? 1 : 0),
});

/** A fact of the bank about a payment: stream, item, counters of its run, and what its source learns. */
export const applied = (to: Gathered, seen: Evidence, before: StoredPayment, fact: PaymentFact, act: Act): void => {
  const step = paymentStep(before, [fact], act);
  const earlier = to.appends.get(before.id)?.append;
  const append = earlier === undefined ? step.append : { ...earlier, facts: [...earlier.facts, fact] };
  to.appends.set(before.id, { append, after: step.after });
  const { payment } = step.after;
  const run = seen.runs.get(payment.run!)!;
  const head = to.heads.get(run.id) ?? run.head;
  to.heads.set(run.id, counted(head, before, step.after, fact.type === 'payment.booked' ? 'booked' : 'returned'));
  const item = seen.items.get(before.id)!;
  const reason = payment.returned?.reason;
  to.items.set(before.id, {
    ...item,
    stage: stageOf(payment),
    holds: payment.holds,
    ...(reason !== undefined && { reason }),
  });
  if (fact.type === 'payment.returned') to.writes.push({ remove: alikeKey(before.order.authority, item) });
  // A booking that is told after its own return says nothing new to whoever waits for the money.
  if (fact.type === 'payment.returned' || stageOf(payment) === 'booked') to.tasks.push(resultTask(step.after));
};

/** The rows that follow from it: items, counters and lines of runs. */
export const gatheredWrites = ({ writes, items, heads }: Gathered, seen: Evidence): Write[] => [
  ...writes,
  ...[...items].map(([id, item]) => ({ put: { ...itemKey(seen.payments.get(id)!.payment.run!, id), item } })),
  ...[...heads].flatMap(([id, head]) => headWrites(id, seen.runs.get(id)!.run, head, seen.runs.get(id)!.version)),
];

export const gatheredFacts = ({ appends }: Gathered): Append[] => [...appends.values()].map(({ append }) => append);
