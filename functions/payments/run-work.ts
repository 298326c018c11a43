import type { Act } from '../../shared/kernel/decider.ts';
import type { RunId } from '../../shared/kernel/id.ts';
import { outboxKey, type Commit, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import type { PaymentDeps } from './deps.ts';
import { runAsk } from './rows.ts';
import { headWrites, runOf, type RunHead, type RunWork, type StoredRun } from './run-view.ts';

/** Items of one commit: each takes up to six places of the hundred. */
export const PORTION = 15;

/** Portions of one task; then it puts itself behind the others, so that no function runs out of time. */
const PORTIONS_OF_A_TASK = 40;

/** Commits of a portion that lost a race are tried again so often with a fresh look. */
const ATTEMPTS = 5;

export const workTask = (run: RunId, closings: number, work: RunWork): Task => ({
  id: `${run}-${work.kind}-${closings}-${work.n}`,
  kind: work.kind === 'collect' ? 'payments.collect' : 'payments.putBack',
  run,
});

/** One portion: what it changes, the counters after it, and whether it was the last one. */
export interface Portion {
  readonly commit: Pick<Commit, 'facts' | 'writes' | 'guards'>;
  readonly head: RunHead;
  readonly isLast: boolean;
}

export type TakePortion = (stored: StoredRun, act: Act) => Promise<Portion>;

const withoutWork = ({ work: _, ...rest }: RunHead): RunHead => rest;

/** What follows when this portion is committed: the next one, a task of its own for it, or nothing any more. */
const following = (stored: StoredRun, portion: Portion, task: Task, taken: number) => {
  const { work } = portion.head;
  const handsOn = !portion.isLast && taken + 1 >= PORTIONS_OF_A_TASK && work !== undefined;
  // Items that were put back after a reopening are collected anew, with accounts as they are now.
  const again = portion.isLast && work?.kind === 'putBack' && stored.run.stage === 'open';
  const next: RunWork | undefined = handsOn
    ? { ...work, n: work.n + 1 }
    : again
      ? { kind: 'collect', n: 1 }
      : undefined;
  const head = portion.isLast ? withoutWork(portion.head) : portion.head;
  return {
    head: next === undefined ? head : { ...head, work: next },
    ends: portion.isLast || handsOn,
    tasks: next === undefined ? [] : [workTask(stored.id, stored.run.closings, next)],
    completes: portion.isLast || handsOn ? outboxKey(task) : undefined,
  };
};

/**
 * Works a run's list off in portions. Where it stopped stands in the run's counters, replaced only in the version that
 * was read, so that a crash, a second delivery or a step of a person in between repeats nothing and loses nothing.
 */
export const workRun = async (
  { journal, clock }: PaymentDeps,
  task: Task,
  kind: RunWork['kind'],
  take: TakePortion,
): Promise<void> => {
  const id = String(task['run']) as RunId;
  for (let taken = 0, attempts = 0; ;) {
    const act = { at: clock.now(), by: 'system' } as const;
    const [rows = []] = await journal.read([runAsk(id)]);
    const stored = runOf(id, rows);
    if (stored?.head.work?.kind !== kind)
      return mustSettle(await journal.commit({ ...act, completes: outboxKey(task) }));
    const portion = await take(stored, act);
    const then = following(stored, portion, task, taken);
    const outcome = await journal.commit({
      ...act,
      ...portion.commit,
      writes: [...(portion.commit.writes ?? []), ...headWrites(id, stored.run, then.head, stored.version)],
      tasks: then.tasks,
      ...(then.completes && { completes: then.completes }),
    });
    if (outcome.is === 'refused' && (attempts += 1) < ATTEMPTS) continue;
    mustSettle(outcome);
    if (then.ends || outcome.is === 'done') return;
    taken += 1;
    attempts = 0;
  }
};
