import { hash } from 'node:crypto';
import type { Act } from '../../shared/kernel/decider.ts';
import { cents } from '../../shared/kernel/cents.ts';
import type { RunId } from '../../shared/kernel/id.ts';
import { isReference } from '../../shared/accounts/sepa-text.ts';
import { stageOf } from '../../shared/payments/payment.ts';
import type { PaymentFact } from '../../shared/payments/facts.ts';
import type { Append, Task, Write } from '../kernel/journal.ts';
import type { PaymentDeps } from './deps.ts';
import { paymentOf, paymentStep, type StoredPayment } from './payment-view.ts';
import { alikeKey, endToEndKey, itemKey, itemsPk, paymentAsk, paymentPk } from './rows.ts';
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

/** The next id that no file has named: `A26-1F3K9Q` is followed by `A26-1F3K9Q-R1`. */
const nextEndToEndId = (id: string): string => {
  const [, base = id, times = '0'] = /^(.*)-R(\d+)$/.exec(id) ?? [];
  const next = `${base}-R${Number(times) + 1}`;
  return isReference(next) ? next : `R${hash('sha256', id, 'hex').slice(0, 30).toUpperCase()}`;
};

const renumbered = (run: RunId, item: StoredItem, stored: StoredPayment, act: Act) => {
  const endToEndId = nextEndToEndId(stored.order.endToEndId);
  const order = { ...stored.order, endToEndId };
  const step = paymentStep({ ...stored, order }, [{ type: 'payment.renumbered', run, endToEndId }], act);
  return {
    append: step.append,
    guard: { unique: { ...endToEndKey(endToEndId), payment: stored.id }, refusal: 'end-to-end-taken' },
    writes: [
      ...step.writes,
      { put: { pk: paymentPk(stored.id), sk: 'order', order } },
      { put: { ...itemKey(run, stored.id), item: { ...item, stage: 'rejected' as const } } },
      { remove: alikeKey(order.authority, item) },
    ],
  };
};

/** The list of a rejected run stays as it was; its payments are free under new ids. */
const rejectedPortion = async ({ journal }: PaymentDeps, stored: StoredRun, act: Act): Promise<Portion> => {
  const { head } = stored;
  const { rows, next } = await journal.page({ pk: itemsPk(stored.id), limit: PORTION, cursor: head.work?.cursor });
  const items = rows.map(itemOf);
  const answers = await journal.read(items.map(({ payment }) => paymentAsk(payment)));
  const all = items.flatMap((item, index) => {
    const payment = paymentOf(item.payment, answers[index] ?? []);
    return payment === undefined || payment.payment.run !== stored.id || stageOf(payment.payment) !== 'inRun'
      ? []
      : [renumbered(stored.id, item, payment, act)];
  });
  return {
    head: {
      ...head,
      settled: head.settled + all.length,
      work: { ...head.work!, ...(next !== undefined && { cursor: next }) },
    },
    isLast: next === undefined,
    commit: {
      facts: all.map(({ append }) => append),
      guards: all.map(({ guard }) => guard),
      writes: all.flatMap(({ writes }) => writes),
    },
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

/** Reaction `payments.putBack`: after a run was cancelled, reopened or rejected, its items are free again, portion by portion. */
export const putItemsBack = (deps: PaymentDeps, task: Task): Promise<void> =>
  workRun(deps, task, 'putBack', (stored, act) =>
    stored.run.stage === 'rejected' ? rejectedPortion(deps, stored, act) : portion(deps, stored, act),
  );
