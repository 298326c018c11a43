import { query, revalidate } from '@solidjs/router';
import type * as z from 'zod/mini';
import type {
  Clarifications,
  decideBody,
  openRunBody,
  PayerView,
  PaymentLines,
  PaymentQueue,
  RunItems,
  RunLines,
  RunView,
  settleBody,
  StatementLine,
  StatementLines,
} from '../../shared/payments/wire.ts';
import type { PayeeCheck } from '../../shared/payments/facts.ts';
import { takeStep } from '../acting.ts';
import { load, send, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';

const at = (...parts: string[]): string => ['/api/payments', ...parts.map(encodeURIComponent)].join('/');

const asked = (path: string, search: Readonly<Record<string, string | undefined>>): string =>
  `${path}?${new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )}`;

/** Payments that wait, the oldest first. */
export const orders = query(
  (queue: PaymentQueue, authority: string, cursor?: string) =>
    load<PaymentLines>(asked(at('orders'), { queue, authority, cursor })),
  'orders',
);

/** The account from which the authority pays; undefined where none is entered. */
export const payer = query(async (authority: string) => {
  const answer = await send<PayerView>(asked(at('payer'), { authority }));
  return answer.ok ? answer.value : undefined;
}, 'payer');

export const runs = query(
  (authority: string, cursor?: string) => load<RunLines>(asked(at('runs'), { authority, cursor })),
  'runs',
);

export const runView = query((run: string) => load<RunView>(at('runs', run)), 'run');

export const runItems = query(
  (run: string, cursor?: string) => load<RunItems>(asked(at('runs', run, 'items'), { cursor })),
  'run-items',
);

export const statements = query(
  (authority: string, cursor?: string) => load<StatementLines>(asked(at('statements'), { authority, cursor })),
  'statements',
);

export const clarifications = query(
  (authority: string, cursor?: string) => load<Clarifications>(asked(at('clarifications'), { authority, cursor })),
  'clarifications',
);

const EVERYTHING = [orders.key, runs.key, runView.key, runItems.key, statements.key, clarifications.key];

/** Money moved, or where it lies: every list of this room is old now. */
export const revalidatePayments = (): Promise<void> => revalidate(EVERYTHING);

const old = async <T>(answer: Answer<T>): Promise<Answer<T>> => {
  if (answer.ok) await revalidatePayments();
  return answer;
};

const act = async <T>(path: string, body: object, intent: Intent): Promise<Answer<T>> =>
  old(await takeStep<T>(path, body, intent));

export type OrderAct = 'hold' | 'free' | 'cancel';

export const actOnOrder = (payment: string, what: OrderAct, reason: string, intent: Intent): Promise<Answer<unknown>> =>
  act(at('orders', payment, what), { reason }, intent);

/** `run` is made by the page, so that a repeated press opens no second one. */
export const openRun = async (run: string, body: z.input<typeof openRunBody>): Promise<Answer<unknown>> =>
  old(await send(at('runs', run), { method: 'PUT', body }));

export type RunStep = 'close' | 'reopen' | 'release' | 'transmitted' | 'cancel' | 'note-rejection' | 'reject';

export const actOnRun = (run: string, what: RunStep, body: object, intent: Intent): Promise<Answer<unknown>> =>
  act(at('runs', run, what), body, intent);

interface Link {
  readonly link: string;
}

/** The released file, by a link that is valid for some minutes. */
export const downloadFile = (run: string, intent: Intent): Promise<Answer<Link>> =>
  takeStep(at('runs', run, 'download'), {}, intent);

export const orderList = (run: string, format: 'pdf' | 'csv', intent: Intent): Promise<Answer<Link>> =>
  takeStep(at('runs', run, 'order-list'), { format }, intent);

const onItem =
  <B extends object>(what: string) =>
  (run: string, payment: string, body: B, intent: Intent): Promise<Answer<unknown>> =>
    act(at('runs', run, 'items', payment, what), body, intent);

export const holdItem = onItem<{ readonly reason: string }>('hold');
export const notePayeeCheck = onItem<{ readonly result: PayeeCheck }>('payee-check');
export const decideItem = onItem<z.input<typeof decideBody>>('decide');

export const handInStatement = (authority: string, upload: string, intent: Intent): Promise<Answer<StatementLine>> =>
  act(at('statements'), { authority, upload }, intent);

export const settle = (
  clarification: string,
  body: z.input<typeof settleBody>,
  intent: Intent,
): Promise<Answer<unknown>> => act(at('clarifications', clarification, 'settle'), body, intent);
