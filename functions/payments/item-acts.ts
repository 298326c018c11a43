import type { infer as Infer } from 'zod/mini';
import type { Instant } from '../../shared/kernel/day.ts';
import type { PaymentId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { PaymentFact } from '../../shared/payments/facts.ts';
import { stageOf } from '../../shared/payments/payment.ts';
import { isOwn, isPayer, permit } from '../../shared/payments/rules/permit.ts';
import type { decideBody, payeeCheckBody, reasonBody, RunAct } from '../../shared/payments/wire.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Commit, Row } from '../kernel/journal.ts';
import { seal } from '../kernel/seal.ts';
import type { PaymentDeps } from './deps.ts';
import { paymentOf, paymentStep, resultTask, textWrite, type StoredPayment } from './payment-view.ts';
import { headWithout, putBackWrites } from './put-back.ts';
import { alikeKey, itemKey, paymentAsk, runAsk } from './rows.ts';
import { headWrites, itemOf, readableRun, type StoredItem, type StoredRun } from './run-view.ts';
import type { RunAsked } from './run-step.ts';

export interface ItemAsked<B> extends RunAsked<B> {
  readonly payment: PaymentId;
}

/** An item of a run with everything that a step of it needs. */
interface FoundItem {
  readonly stored: StoredRun;
  readonly payment: StoredPayment;
  readonly item: StoredItem;
}

export interface ItemAnswer {
  readonly payment: PaymentId;
  readonly stage: string;
}

const foundIn = <B>({ actor, run, payment }: ItemAsked<B>, rows: readonly Row[][]): FoundItem | undefined => {
  const [runRows = [], paymentRows = [], [itemRow] = []] = rows;
  const stored = readableRun(actor, run, runRows);
  const found = paymentOf(payment, paymentRows);
  if (stored === undefined || found === undefined || itemRow === undefined) return undefined;
  return { stored, payment: found, item: itemOf(itemRow) };
};

type ItemCommit = Omit<Commit, 'at' | 'by'>;

/** One step of one item: run, payment and item are read together, the person may not be the payee. */
const takeItemStep = <B>(
  deps: PaymentDeps,
  asked: ItemAsked<B>,
  act: string,
  decide: (found: FoundItem, at: Instant) => Result<{ readonly after: StoredPayment; readonly commit: ItemCommit }>,
): Promise<Result<ItemAnswer>> =>
  handle<ItemAnswer>(deps, {
    actor: asked.actor,
    key: asked.key,
    request: { act, run: asked.run, payment: asked.payment, body: asked.body },
    read: [runAsk(asked.run), paymentAsk(asked.payment), itemKey(asked.run, asked.payment)],
    visible: ([rows = []]) => readableRun(asked.actor, asked.run, rows) !== undefined,
    plan: (rows, at): Result<Plan<ItemAnswer>> => {
      const found = foundIn(asked, rows);
      if (found === undefined) return refuse('not-found');
      if (isOwn(asked.actor, found.item.payee)) return refuse('own-payment');
      const decided = decide(found, at);
      if (!decided.ok) return decided;
      const { after, commit } = decided.value;
      return ok({ commit, answer: { payment: asked.payment, stage: stageOf(after.payment) } });
    },
  });

const mayAct = (act: RunAct, { stored, payment }: FoundItem, actor: ItemAsked<object>['actor']): Result<unknown> => {
  const permitted = permit(act, stored.run, stored.head.authority, actor);
  if (!permitted.ok) return permitted;
  return stageOf(payment.payment) === 'inRun' ? ok({}) : refuse('illegal-step');
};

/** The item's row as it stands after a step of its payment. */
const itemRow = ({ stored, item }: FoundItem, { payment }: StoredPayment): Row => ({
  ...itemKey(stored.id, item.payment),
  item: {
    ...item,
    stage: stageOf(payment),
    holds: payment.holds,
    ...(payment.payeeCheck !== undefined && { payeeCheck: payment.payeeCheck }),
  } satisfies StoredItem,
});

/** What the bank answered about name and number (verification of payee); where they do not match, a person decides. */
export const notePayeeCheck = (
  deps: PaymentDeps,
  asked: ItemAsked<Infer<typeof payeeCheckBody>>,
): Promise<Result<ItemAnswer>> =>
  takeItemStep(deps, asked, 'payee-check', (found, at) => {
    const may = mayAct('checkPayee', found, asked.actor);
    if (!may.ok) return may;
    const { result } = asked.body;
    const facts: PaymentFact[] = [
      { type: 'payment.payeeChecked', result, run: asked.run },
      ...(result === 'noMatch' ? [{ type: 'payment.held' as const, ground: 'payee-check' as const }] : []),
    ];
    const { after, append } = paymentStep(found.payment, facts, { at, by: asked.actor.person });
    return ok({ after, commit: { facts: [append], writes: [{ put: itemRow(found, after) }] } });
  });

/** Ends the item within its run: the room that ordered it learns of it, the counters follow. */
const ended = ({ stored, payment, item }: FoundItem, after: StoredPayment): ItemCommit => ({
  writes: [
    { remove: alikeKey(payment.order.authority, item) },
    ...headWrites(stored.id, stored.run, { ...stored.head, settled: stored.head.settled + 1 }, stored.version),
  ],
  tasks: [resultTask(after)],
});

/** Of an item that the bank does not know by that name: pay it all the same, or not, with the reason. */
export const decideHeldItem = (
  deps: PaymentDeps,
  asked: ItemAsked<Infer<typeof decideBody>>,
): Promise<Result<ItemAnswer>> =>
  takeItemStep(deps, asked, 'decide', (found, at) => {
    const may = mayAct('decideHeld', found, asked.actor);
    if (!may.ok) return may;
    if (!found.payment.payment.holds.includes('payee-check')) return refuse('illegal-step');
    const { decision, reason } = asked.body;
    const sealed = seal({ reason });
    const fact: PaymentFact =
      decision === 'proceed'
        ? { type: 'payment.freed', ground: 'payee-check', textsHash: sealed.hash }
        : { type: 'payment.cancelled', run: asked.run, textsHash: sealed.hash };
    const { after, append } = paymentStep(found.payment, [fact], { at, by: asked.actor.person });
    const { writes = [], tasks = [] } = decision === 'cancel' ? ended(found, after) : {};
    return ok({
      after,
      commit: {
        facts: [append],
        writes: [{ put: itemRow(found, after) }, textWrite(after, sealed, reason), ...writes],
        tasks,
      },
    });
  });

/** Takes an item out of an open run and holds it until a person frees it. */
export const holdItem = (deps: PaymentDeps, asked: ItemAsked<Infer<typeof reasonBody>>): Promise<Result<ItemAnswer>> =>
  takeItemStep(deps, asked, 'hold-item', ({ stored, payment, item }, at) => {
    if (!isPayer(asked.actor, stored.head.authority)) return refuse('not-permitted');
    if (stored.run.stage !== 'open' || stageOf(payment.payment) !== 'inRun') return refuse('illegal-step');
    const act = { at, by: asked.actor.person };
    const sealed = seal({ reason: asked.body.reason });
    const held: PaymentFact = { type: 'payment.held', ground: 'manual', textsHash: sealed.hash };
    const { after, append, writes } = putBackWrites(asked.run, item, payment, [held], act);
    const head = headWithout(stored.head, [item], act);
    return ok({
      after,
      commit: {
        facts: [append],
        writes: [
          ...writes,
          textWrite(after, sealed, asked.body.reason),
          ...headWrites(stored.id, stored.run, head, stored.version),
        ],
      },
    });
  });
