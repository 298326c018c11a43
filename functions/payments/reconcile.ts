import type { Act } from '../../shared/kernel/decider.ts';
import type { PaymentId, StatementId } from '../../shared/kernel/id.ts';
import { matched, type Match, type Unclear } from '../../shared/payments/rules/match.ts';
import type { StatementEntry } from '../../shared/payments/statement-entry.ts';
import { outboxKey, type Commit, type Row, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import type { PaymentDeps } from './deps.ts';
import { applied, gatheredFacts, gatheredWrites, nothing, type Gathered } from './entry-effects.ts';
import { evidenceFor, type Evidence } from './entry-evidence.ts';
import { entryKey, statementAsk, statementPk } from './rows.ts';
import {
  CHUNK,
  chunkPath,
  clarificationOf,
  clarificationKey,
  reconcileTask,
  statementOf,
  statementWrites,
  type StatementHead,
  type StoredStatement,
} from './statement-view.ts';

/** A movement takes at most: its own row, a fact, the item, a removed row, a task, and counters and line of its run. */
const MOST_PLACES_EACH = 7;
/** Counters, line and last fact of the statement, the task done and the next one. */
const PLACES_FOR_STATEMENT = 5;
const PLACES = 100 - PLACES_FOR_STATEMENT - MOST_PLACES_EACH;

/** Movements read at once. */
const GROUP = 24;

/** The movement goes to the list of those that a person clears up; its own row keeps what it said. */
const unclear = (
  to: Gathered,
  { id, head }: StoredStatement,
  {
    entry,
    payment,
    why,
  }: { readonly entry: StatementEntry; readonly payment?: PaymentId | undefined; readonly why: Unclear },
): Partial<Row> => {
  const item = clarificationOf(id, entry, why, payment);
  to.counts.unclear += 1;
  to.writes.push({ put: { ...clarificationKey(head.authority, item), item } });
  return { item, entry, authority: head.authority, receivedBy: head.receivedBy };
};

/** Takes one movement up, unless it was before. */
const gather = (to: Gathered, seen: Evidence, statement: StoredStatement, entry: StatementEntry, act: Act): void => {
  if (seen.known.has(entry.id)) return;
  const id = seen.paymentOf.get(entry.id);
  const stored = id && (to.appends.get(id)?.after ?? seen.payments.get(id));
  const run = stored?.payment.run && seen.runs.get(stored.payment.run);
  const found = stored && {
    payment: stored.payment,
    cents: stored.order.cents,
    run: run === undefined ? ('none' as const) : run.run.stage,
  };
  const match: Match = seen.givenUp.has(entry.id)
    ? { is: 'unclear', why: 'rejected-before' }
    : matched(entry, found, { statement: statement.id, entry: entry.id });
  const more =
    match.is === 'unclear' ? unclear(to, statement, { entry, payment: id, why: match.why }) : { payment: id };
  if (match.is !== 'unclear') {
    to.counts[match.is] += 1;
    applied(to, seen, stored!, match.fact, act);
  }
  const told = { statement: statement.id, outcome: match.is, ...more };
  to.writes.push({ put: { ...entryKey(entry.id), ...told }, if: { version: 0 } });
};

const placesOf = ({ appends, heads, items, writes, tasks }: Gathered): number =>
  [...appends.values()].reduce((sum, { append }) => sum + append.facts.length, 0) +
  2 * heads.size +
  items.size +
  writes.length +
  tasks.length;

/** The commit of what was gathered, with the statement moved on by `done` movements. */
const commitOf = (to: Gathered, seen: Evidence, statement: StoredStatement, done: number, after: StatementHead) => {
  const isLast = after.next >= after.entries;
  const { booked, returned, unclear: open } = after;
  const last = { type: 'statement.reconciled', booked, returned, unclear: open };
  return {
    isLast,
    done,
    commit: {
      facts: [...gatheredFacts(to), ...(isLast ? [{ pk: statementPk(statement.id), after: 1, facts: [last] }] : [])],
      writes: [...gatheredWrites(to, seen), ...statementWrites(statement.id, after, statement.version)],
      tasks: to.tasks,
    } satisfies Pick<Commit, 'facts' | 'writes' | 'tasks'>,
  };
};

const nextGroup = async ({ files }: PaymentDeps, { head, id }: StoredStatement): Promise<StatementEntry[]> => {
  const path = chunkPath(head.sha256, Math.floor(head.next / CHUNK));
  const bytes = await files.get(path);
  if (bytes === undefined) throw new Error(`Movements of ${id} are missing`);
  const from = head.next % CHUNK;
  return (JSON.parse(new TextDecoder().decode(bytes)) as StatementEntry[]).slice(from, from + GROUP);
};

const portion = async (deps: PaymentDeps, statement: StoredStatement, act: Act) => {
  const entries = await nextGroup(deps, statement);
  const seen = await evidenceFor(deps.journal, statement.head.authority, entries);
  const to = nothing();
  let done = 0;
  for (const entry of entries) {
    if (placesOf(to) > PLACES) break;
    gather(to, seen, statement, entry, act);
    done += 1;
  }
  const { head } = statement;
  const { booked, returned, unclear: open } = to.counts;
  const after: StatementHead = {
    ...head,
    next: head.next + done,
    booked: head.booked + booked,
    returned: head.returned + returned,
    unclear: head.unclear + open,
  };
  return commitOf(to, seen, statement, done, after);
};

/** Portions of one task, and attempts of a portion that lost a race. */
const PORTIONS_OF_A_TASK = 40;
const ATTEMPTS = 5;

/**
 * Reaction `payments.reconcile`: works a statement's movements off, many in one transaction. How far it is stands in the
 * statement's counters and each movement has a row of its own, so that whatever is told twice, in whatever file or order,
 * and whatever crashes in between, counts once.
 */
export const reconcileStatement = async (deps: PaymentDeps, task: Task): Promise<void> => {
  const { journal, clock } = deps;
  const id = String(task['statement']) as StatementId;
  for (let taken = 1, attempts = 1; ;) {
    const act = { at: clock.now(), by: 'system' } as const;
    const [rows = []] = await journal.read([statementAsk(id)]);
    const statement = statementOf(id, rows);
    if (statement === undefined) throw new Error(`No statement ${id}`);
    if (statement.head.next >= statement.head.entries)
      return mustSettle(await journal.commit({ ...act, completes: outboxKey(task) }));
    const { commit, isLast, done } = await portion(deps, statement, act);
    const handsOn = !isLast && taken >= PORTIONS_OF_A_TASK;
    const outcome = await journal.commit({
      ...act,
      ...commit,
      tasks: [...commit.tasks, ...(handsOn ? [reconcileTask(id, statement.head.next + done)] : [])],
      ...((isLast || handsOn) && { completes: outboxKey(task) }),
    });
    if (outcome.is === 'refused' && (attempts += 1) <= ATTEMPTS) continue;
    mustSettle(outcome);
    if (isLast || handsOn || outcome.is === 'done') return;
    taken += 1;
    attempts = 1;
  }
};
