import type { Day, Instant } from '../kernel/day.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { PersonId, RunId, StatementId } from '../kernel/id.ts';
import type { HoldGround, PayeeCheck, PaymentFact, PaymentStage } from './facts.ts';

/** Grounds that end by themselves once the account can be used. */
export const ACCOUNT_GROUNDS: readonly HoldGround[] = ['account-missing', 'account-changing'];

/** An ordered payment (Auszahlung) as its facts tell it. Booked and returned do not depend on which was told first. */
export interface Payment {
  readonly seq: number;
  readonly since?: Instant;
  readonly opened?: Omit<Extract<PaymentFact, { type: 'payment.opened' }>, 'type'>;
  readonly holds: readonly HoldGround[];
  /** Grounds that a person looked at and freed: they hold no more. */
  readonly freed: readonly HoldGround[];
  readonly run?: RunId;
  readonly payeeCheck?: PayeeCheck;
  readonly bookedOn?: Day;
  readonly returned?: {
    readonly on: Day;
    readonly reason: string;
    readonly statement: StatementId;
    /** Whether a second person looked at it, or it rests on whoever handed the statement over. */
    readonly isConfirmed: boolean;
  };
  /** Persons who may not free it, since it rests on their word. */
  readonly notFreedBy?: readonly PersonId[];
  readonly rejected?: string;
  readonly isCancelled: boolean;
}

export const NO_PAYMENT: Payment = { seq: 0, holds: [], freed: [], isCancelled: false };

type FactOf<T extends PaymentFact['type']> = Extract<PaymentFact, { type: T }>;

const without = (grounds: readonly HoldGround[], ground: HoldGround): readonly HoldGround[] =>
  grounds.filter((one) => one !== ground);

const outOfRun = ({ run: _, payeeCheck: __, ...rest }: Payment): Payment => rest;

const APPLY: { readonly [T in PaymentFact['type']]: (state: Payment, fact: FactOf<T>) => Payment } = {
  'payment.opened': (state, { type: _, ...opened }) => ({ ...state, opened }),
  'payment.held': (state, { ground, notBy }) => ({
    ...state,
    holds: [...without(state.holds, ground), ground],
    ...(notBy !== undefined && { notFreedBy: [...(state.notFreedBy ?? []), notBy] }),
  }),
  'payment.freed': (state, { ground }) => ({
    ...state,
    holds: without(state.holds, ground),
    freed: [...without(state.freed, ground), ground],
  }),
  'payment.collected': (state, { run }) => ({ ...state, run }),
  'payment.dropped': (state) => outOfRun(state),
  'payment.payeeChecked': (state, { result }) => ({ ...state, payeeCheck: result }),
  'payment.cancelled': (state) => ({ ...state, isCancelled: true }),
  'payment.booked': (state, { on }) => ({ ...state, bookedOn: on }),
  'payment.returned': (state, { on, reason, statement, textsHash }) => ({
    ...state,
    returned: { on, reason, statement, isConfirmed: textsHash !== undefined },
  }),
  'payment.renumbered': (state, { endToEndId }) => ({
    ...outOfRun(state),
    ...(state.opened !== undefined && { opened: { ...state.opened, endToEndId } }),
  }),
  'payment.rejected': (state, { reason }) => ({ ...state, rejected: reason }),
};

export const evolvePayment = (before: Payment, { seq, fact, at }: Recorded<PaymentFact>): Payment => {
  const apply = APPLY[fact.type] as (state: Payment, fact: PaymentFact) => Payment;
  return { ...apply(before, fact), seq, since: at };
};

export const readPayment = (stream: readonly Recorded<PaymentFact>[]): Payment =>
  replay(NO_PAYMENT, evolvePayment, stream);

/** Money that came back outweighs that it was booked. */
export const stageOf = (payment: Payment): PaymentStage => {
  if (payment.opened === undefined) return 'none';
  if (payment.returned !== undefined) return 'returned';
  if (payment.rejected !== undefined) return 'rejected';
  if (payment.bookedOn !== undefined) return 'booked';
  if (payment.isCancelled) return 'cancelled';
  if (payment.run !== undefined) return 'inRun';
  return payment.holds.length > 0 ? 'held' : 'ready';
};
