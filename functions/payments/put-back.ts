import type { Act } from '../../shared/kernel/decider.ts';
import { cents } from '../../shared/kernel/cents.ts';
import type { RunId } from '../../shared/kernel/id.ts';
import type { PaymentFact } from '../../shared/payments/facts.ts';
import type { Append, Task, Write } from '../kernel/journal.ts';
import type { PaymentDeps } from './deps.ts';
import { paymentOf, paymentStep, type StoredPayment } from './payment-view.ts';
import { alikeKey, itemKey, itemsPk, paymentAsk } from './rows.ts';
import { itemOf, type RunHead, type StoredItem, type StoredRun } from './run-view.ts';
import { PORTION, workRun, type Portion } from './run-work.ts';

/** Takes a payment out of a run that the bank does not have: it can be paid in another one. */
export const putBackWrites = (
  run: RunId,
  item: StoredItem,
  stored: StoredPayment,
  more: readonly PaymentFact[],
  act: Act,
): { readonly after: StoredPayment; readonly append: Append; readonly writes: readonly Write[] } => {
  const { after, append, writes } = paymentStep(stored, [{ type: 'payment.dropped', run }, ...more], act);
  return {
    after,
    append,
    writes: [...writes, { remove: itemKey(run, item.payment) }, { remove: alikeKey(stored.order.authority, item) }],
  };
};

/** The counters without these items. */
export const headWithout = (head: RunHead, items: readonly StoredItem[], act: Act): RunHead => {
  const gone = new Set(items.map(({ payment }) => payment));
  return {
    ...head,
    changedAt: act.at,
    count: head.count - items.length,
    sumCents: cents(items.reduce<number>((sum, item) => sum - item.cents, head.sumCents)),
    notLatin: head.notLatin.filter((payment) => !gone.has(payment)),
  };
};

const portion = async ({ journal }: PaymentDeps, stored: StoredRun, act: Act): Promise<Portion> => {
  const { rows, next } = await journal.page({ pk: itemsPk(stored.id), limit: PORTION });
  const items = rows.map(itemOf);
  const answers = await journal.read(items.map(({ payment }) => paymentAsk(payment)));
  const all = items.flatMap((item, index) => {
    const payment = paymentOf(item.payment, answers[index] ?? []);
    return payment === undefined ? [] : [putBackWrites(stored.id, item, payment, [], act)];
  });
  return {
    head: headWithout(stored.head, items, act),
    isLast: next === undefined,
    commit: { facts: all.map(({ append }) => append), writes: all.flatMap(({ writes }) => writes) },
  };
};

/** Reaction `payments.putBack`: after a run was cancelled or reopened, its items are free again, portion by portion. */
export const putItemsBack = (deps: PaymentDeps, task: Task): Promise<void> =>
  workRun(deps, task, 'putBack', (stored, act) => portion(deps, stored, act));
