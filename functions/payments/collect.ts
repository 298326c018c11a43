import type { Act } from '../../shared/kernel/decider.ts';
import { addDays, dayOf, epochSeconds, startOf, type Day } from '../../shared/kernel/day.ts';
import type { PaymentId } from '../../shared/kernel/id.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { sepaText } from '../../shared/accounts/sepa-text.ts';
import type { HoldGround, PaymentFact } from '../../shared/payments/facts.ts';
import { ACCOUNT_GROUNDS, stageOf } from '../../shared/payments/payment.ts';
import type { PaymentLine } from '../../shared/payments/wire.ts';
import type { Append, Row, Task, Write } from '../kernel/journal.ts';
import type { PaymentDeps } from './deps.ts';
import { accountAsk, usableAccount, type Details } from '../accounts/views.ts';
import { paymentOf, paymentStep, type StoredPayment } from './payment-view.ts';
import { alikeKey, alikePk, itemKey, ordersPk, paymentAsk, samePurposePrefix } from './rows.ts';
import type { RunHead, StoredItem, StoredRun } from './run-view.ts';
import { PORTION, workRun, type Portion } from './run-work.ts';

/** For so many days the same amount to the same account for the same purpose is held (domain rules 10.6). */
const ALIKE_DAYS = 30;

/** A payment as this run finds it: with an account to pay to, or with the ground that holds it. */
interface Candidate {
  readonly stored: StoredPayment;
  readonly account?: Details;
  readonly ground?: HoldGround;
}

const isWaiting = ({ payment }: StoredPayment): boolean =>
  stageOf(payment) === 'ready' ||
  (stageOf(payment) === 'held' && payment.holds.every((ground) => ACCOUNT_GROUNDS.includes(ground)));

const candidatesFrom = async (
  { journal }: PaymentDeps,
  lines: readonly PaymentLine[],
  act: Act,
): Promise<Candidate[]> => {
  const answers = await journal.read(lines.flatMap(({ payment, payee }) => [paymentAsk(payment), accountAsk(payee)]));
  return lines.flatMap(({ payment }, index): Candidate[] => {
    const stored = paymentOf(payment, answers[2 * index] ?? []);
    if (stored === undefined || !isWaiting(stored)) return [];
    const account = usableAccount(answers[2 * index + 1] ?? [], act.at);
    return [{ stored, ...(account.ok ? { account: account.value } : { ground: account.refusal }) }];
  });
};

const isRecent = (row: Row, today: Day): boolean => String(row['on']) >= addDays(today, -ALIKE_DAYS);

/** Holds what looks like another payment of the last days, or of this very portion, unless a person has freed it. */
const withoutDoubles = async (
  { journal }: PaymentDeps,
  found: readonly Candidate[],
  act: Act,
): Promise<Candidate[]> => {
  const prefixOf = ({ stored, account }: Candidate): string =>
    account === undefined ? '-' : samePurposePrefix(account.iban, stored.order.cents, stored.order.remittance);
  const answers = await journal.read(
    found.map((one) => ({ pk: alikePk(one.stored.order.authority), prefix: prefixOf(one) })),
  );
  const seen = new Set<string>();
  return found.map((one, index): Candidate => {
    if (one.account === undefined) return one;
    const others = (answers[index] ?? []).filter(
      (row) => row['payment'] !== one.stored.id && isRecent(row, dayOf(act.at)),
    );
    const isAlike = others.length > 0 || seen.has(prefixOf(one));
    seen.add(prefixOf(one));
    if (!isAlike || one.stored.payment.freed.includes('possible-duplicate')) return one;
    return { stored: one.stored, ground: 'possible-duplicate' };
  });
};

interface Taken {
  readonly append?: Append;
  readonly writes: readonly Write[];
  readonly item?: StoredItem;
}

const itemFrom = ({ id, order, payment }: StoredPayment, { iban, holder }: Details): StoredItem => ({
  payment: id,
  endToEndId: order.endToEndId,
  holder,
  iban,
  cents: order.cents,
  remittance: order.remittance,
  stage: 'inRun',
  holds: [],
  payee: order.payee,
  ...(payment.freed.includes('possible-duplicate') && { notDouble: true as const }),
  ...(order.hands !== undefined && { hands: order.hands }),
});

/** The row by which later payments are compared with this one; it goes by itself when nobody will ask any more. */
const alikeRow = ({ order }: StoredPayment, item: StoredItem, today: Day): Row => ({
  ...alikeKey(order.authority, item),
  payment: item.payment,
  on: today,
  ttl: epochSeconds(startOf(addDays(today, 400))),
});

const taken = (run: StoredRun, { stored, account, ground }: Candidate, act: Act): Taken => {
  const { holds } = stored.payment;
  if (account === undefined) {
    if (ground === undefined || holds.includes(ground)) return { writes: [] };
    const { append, writes } = paymentStep(stored, [{ type: 'payment.held', ground }], act);
    return { append, writes };
  }
  const facts: PaymentFact[] = [
    ...holds.map((held) => ({ type: 'payment.freed' as const, ground: held })),
    { type: 'payment.collected', run: run.id },
  ];
  const { append, writes } = paymentStep(stored, facts, act);
  const item = itemFrom(stored, account);
  return {
    append,
    item,
    writes: [
      ...writes,
      { put: { ...itemKey(run.id, stored.id), item } },
      { put: alikeRow(stored, item, dayOf(act.at)) },
    ],
  };
};

const MOST_NAMED = 100;

const headAfter = (
  head: RunHead,
  items: readonly StoredItem[],
  looked: number,
  cursor: string | undefined,
  act: Act,
): RunHead => {
  const notLatin = items.filter(({ holder }) => !sepaText(holder).ok).map(({ payment }): PaymentId => payment);
  return {
    ...head,
    changedAt: act.at,
    count: head.count + items.length,
    sumCents: cents(items.reduce<number>((sum, item) => sum + item.cents, head.sumCents)),
    collected: head.collected + looked,
    notLatin: [...head.notLatin, ...notLatin].slice(0, MOST_NAMED),
    work: { ...head.work!, ...(cursor !== undefined && { cursor }) },
  };
};

const portion = async (deps: PaymentDeps, stored: StoredRun, act: Act): Promise<Portion> => {
  const { rows, next } = await deps.journal.page({
    pk: ordersPk(stored.head.authority),
    limit: PORTION,
    cursor: stored.head.work?.cursor,
  });
  const lines = rows.map((row) => row['line'] as PaymentLine);
  const candidates = await withoutDoubles(deps, await candidatesFrom(deps, lines, act), act);
  const all = candidates.map((one) => taken(stored, one, act));
  const items = all.flatMap(({ item }) => (item === undefined ? [] : [item]));
  return {
    head: headAfter(stored.head, items, lines.length, next, act),
    isLast: next === undefined,
    commit: {
      facts: all.flatMap(({ append }) => (append === undefined ? [] : [append])),
      writes: all.flatMap(({ writes }) => writes),
    },
  };
};

/**
 * Reaction `payments.collect`: goes through what the authority has waiting and takes into the run what can be paid, held
 * first, then ready. Account and holder are frozen as they are now. A payment's own stream is the claim: its next fact can
 * be written once, so that it is in one run at most.
 */
export const collectItems = (deps: PaymentDeps, task: Task): Promise<void> =>
  workRun(deps, task, 'collect', (stored, act) => portion(deps, stored, act));
