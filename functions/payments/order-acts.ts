import type { infer as Infer } from 'zod/mini';
import { holds as holdsRole, type Actor } from '../../shared/kernel/actor.ts';
import type { PaymentId, PersonId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { HoldGround, PaymentFact } from '../../shared/payments/facts.ts';
import { ACCOUNT_GROUNDS, stageOf, type Payment } from '../../shared/payments/payment.ts';
import { isOwn, isPayer, mayReadPayments } from '../../shared/payments/rules/permit.ts';
import type { reasonBody } from '../../shared/payments/wire.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Row } from '../kernel/journal.ts';
import { seal } from '../kernel/seal.ts';
import type { PaymentDeps } from './deps.ts';
import { paymentOf, paymentStep, resultTask, textWrite, type StoredPayment } from './payment-view.ts';
import type { ItemAnswer } from './item-acts.ts';
import { paymentAsk } from './rows.ts';

export interface OrderAsked {
  readonly payment: PaymentId;
  readonly actor: Actor;
  readonly key: string;
  readonly body: Infer<typeof reasonBody>;
}

const readable = ({ actor, payment }: OrderAsked, rows: readonly Row[]): StoredPayment | undefined => {
  const found = paymentOf(payment, rows);
  return found !== undefined && mayReadPayments(actor, found.order.authority) ? found : undefined;
};

/** What an act makes of a payment that waits; `textsHash` vouches for its reason. */
type Decide = (payment: Payment, textsHash: string, by: PersonId) => Result<readonly PaymentFact[]>;

const takeOrderStep = (
  deps: PaymentDeps,
  asked: OrderAsked,
  { act, role, decide }: { readonly act: string; readonly role: 'payer' | 'orderer'; readonly decide: Decide },
): Promise<Result<ItemAnswer>> =>
  handle<ItemAnswer>(deps, {
    actor: asked.actor,
    key: asked.key,
    request: { act, payment: asked.payment, body: asked.body },
    read: [paymentAsk(asked.payment)],
    visible: ([rows = []]) => readable(asked, rows) !== undefined,
    plan: ([rows = []], at): Result<Plan<ItemAnswer>> => {
      const stored = readable(asked, rows);
      if (stored === undefined) return refuse('not-found');
      const { authority, payee } = stored.order;
      const may = role === 'payer' ? isPayer(asked.actor, authority) : holdsRole(asked.actor, 'orderer', authority);
      if (!may) return refuse('not-permitted');
      if (isOwn(asked.actor, payee)) return refuse('own-payment');
      const stage = stageOf(stored.payment);
      if (stage === 'inRun') return refuse('in-run');
      if (stage !== 'ready' && stage !== 'held') return refuse('illegal-step');
      const sealed = seal({ reason: asked.body.reason });
      const decided = decide(stored.payment, sealed.hash, asked.actor.person);
      if (!decided.ok) return decided;
      const { after, append, writes } = paymentStep(stored, decided.value, { at, by: asked.actor.person });
      return ok({
        answer: { payment: asked.payment, stage: stageOf(after.payment) },
        commit: {
          facts: [append],
          writes: [...writes, textWrite(after, sealed, asked.body.reason)],
          ...(stageOf(after.payment) === 'cancelled' && { tasks: [resultTask(after)] }),
        },
      });
    },
  });

/** Anhalten: a person holds a payment that waits, with the reason. */
export const holdOrder = (deps: PaymentDeps, asked: OrderAsked): Promise<Result<ItemAnswer>> =>
  takeOrderStep(deps, asked, {
    act: 'hold',
    role: 'payer',
    decide: ({ holds }, textsHash) =>
      holds.includes('manual') ? refuse('illegal-step') : ok([{ type: 'payment.held', ground: 'manual', textsHash }]),
  });

const isForPeople = (ground: HoldGround): boolean => !ACCOUNT_GROUNDS.includes(ground);

/** Freigeben zur Zahlung: ends what a person can end. A missing account ends by itself once there is one. */
export const freeOrder = (deps: PaymentDeps, asked: OrderAsked): Promise<Result<ItemAnswer>> =>
  takeOrderStep(deps, asked, {
    act: 'free',
    role: 'orderer',
    decide: ({ holds, notFreedBy = [] }, textsHash, by) => {
      if (holds.includes('return-unconfirmed') && notFreedBy.includes(by)) return refuse('same-person-statement');
      const grounds = holds.filter(isForPeople);
      if (grounds.length === 0) return refuse(holds.length > 0 ? 'account-first' : 'illegal-step');
      return ok(grounds.map((ground) => ({ type: 'payment.freed', ground, textsHash })));
    },
  });

/** Stornieren: the payment will not be made; the room that ordered it learns of it. */
export const cancelOrder = (deps: PaymentDeps, asked: OrderAsked): Promise<Result<ItemAnswer>> =>
  takeOrderStep(deps, asked, {
    act: 'cancel',
    role: 'orderer',
    decide: (_, textsHash) => ok([{ type: 'payment.cancelled', textsHash }]),
  });
