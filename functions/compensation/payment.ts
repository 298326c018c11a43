import { settle, type PaymentOutcome } from '../../shared/compensation/rules/order.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { dayOf, yearOf, type Day, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { outboxKey, type Row, type Task, type Write } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import type { CompensationDeps } from './deps.ts';
import { paidWrites, returnedWrites, yearAsksOf } from './paid-rows.ts';
import { stepCommit } from './step.ts';
import { claimAsk, claimOf, type StoredClaim } from './views.ts';

const outcomeOf = (task: Task): PaymentOutcome => ({
  payment: asId(String(task['payment'])),
  outcome: task['outcome'] as PaymentOutcome['outcome'],
  on: task['on'] as Day,
  ...(task['reason'] !== undefined && { reason: task['reason'] as string }),
});

/** The year whose rows the outcome moves: that of the booking, also where the money comes back later. */
const yearIn = ({ claim }: StoredClaim, { on }: PaymentOutcome): number => yearOf(claim.paidOn ?? on);

const writesOf = (
  found: StoredClaim,
  { outcome, on }: PaymentOutcome,
  rows: readonly (Row | undefined)[],
  at: Instant,
): Write[] => {
  const { claim } = found;
  const paid = cents(claim.orderedCents - claim.offsetCents);
  if (outcome === 'booked') return paidWrites(found, paid, { paidOn: on, today: dayOf(at) }, rows);
  return claim.paidOn === undefined ? [] : returnedWrites(found, paid, dayOf(at), rows);
};

/**
 * Reaction `compensation.payment`: the bank booked a payment, sent it back or refused it. Only the bank's word makes a claim paid.
 * Late and doubled answers, and those to an earlier round, change nothing.
 */
export const takePaymentResult = async (deps: CompensationDeps, task: Task): Promise<void> => {
  const { id: source } = task['source'] as { readonly id: string };
  const id = asId<'claim'>(source);
  const [rows = []] = await deps.journal.read([claimAsk(id)]);
  const found = claimOf(id, rows);
  if (found === undefined) throw new Error(`No claim ${id}`);
  const outcome = outcomeOf(task);
  const at = deps.clock.now();
  const act = { at, by: 'system' } as const;
  const completes = outboxKey(task);
  const facts = settle(found.claim, outcome);
  if (facts.length === 0) {
    mustSettle(await deps.journal.commit({ ...act, completes }));
    return;
  }
  const year = await deps.journal.read(yearAsksOf(found, yearIn(found, outcome)));
  const writes = writesOf(
    found,
    outcome,
    year.map(([row]) => row),
    at,
  );
  const { commit } = stepCommit(found, { facts, writes }, act);
  mustSettle(await deps.journal.commit({ ...commit, ...act, completes }));
};
