import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { Clock } from './clock.ts';
import { OUTBOX_SHARDS, type Journal, type Outcome, type Row, type Task } from './journal.ts';

/** Does what a task asks for, once: its last commit `completes` the task's outbox row. Idempotent, in any order. */
export type Reaction = (task: Task) => Promise<void>;

export type Reactions = Readonly<Record<string, Reaction>>;

/** Told of every failed attempt; `attempts` counts from 1. Never a name, never a text of the case. */
export type LogFailure = (failure: { task: string; kind: string; attempts: number; error: Error }) => void;

export interface OutboxDeps {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: LogFailure;
}

/** From so many failed attempts on a task counts as stuck: an alarm is raised and an operator looks at it. */
export const STUCK_AFTER = 5;

/** @throws Error if the commit of a reaction was refused: the task stays and is tried again. */
export const mustSettle = (outcome: Outcome): void => {
  if (outcome.is === 'refused') throw new Error(`The reaction's commit was refused: ${outcome.refusal}`);
};

/** Counts the failure on the row, unless the task was completed meanwhile. */
const noteFailure = async (deps: OutboxDeps, row: Row, error: Error): Promise<void> => {
  const attempts = Number(row['attempts'] ?? 0) + 1;
  const put: Row = { ...row, attempts, lastFailure: error.name };
  await deps.journal.commit({
    at: deps.clock.now(),
    by: 'system',
    writes: [{ put, if: { version: row.version ?? 1 } }],
  });
  const { id, kind } = row['task'] as Task;
  deps.log({ task: id, kind, attempts, error });
};

/** Works off one outbox row. False if it failed and stays. */
export const workOff = async (deps: OutboxDeps, reactions: Reactions, row: Row): Promise<boolean> => {
  const task = row['task'] as Task;
  try {
    const reaction = reactions[task.kind];
    if (reaction === undefined) throw new Error(`No reaction for ${task.kind}`);
    await reaction(task);
    return true;
  } catch (error) {
    await noteFailure(deps, row, error as Error);
    return false;
  }
};

/** All open tasks; the outbox is short, since done tasks leave it. */
export const openTasks = async (journal: Journal): Promise<Row[]> => {
  const shards = Array.from({ length: OUTBOX_SHARDS }, (_, shard) => ({ pk: `outbox#${shard}`, limit: 100 }));
  const pages = await Promise.all(shards.map((shard) => journal.page(shard)));
  return pages.flatMap((page) => page.rows);
};

/** Takes up what the stream missed: it is a doorbell and forgets, the outbox is the queue. */
export const sweep = async (
  deps: OutboxDeps,
  reactions: Reactions,
): Promise<{ done: number; failed: number; stuck: number }> => {
  const rows = await openTasks(deps.journal);
  const tally = { done: 0, failed: 0, stuck: 0 };
  for (const row of rows) {
    const done = await workOff(deps, reactions, row);
    tally[done ? 'done' : 'failed'] += 1;
    if (!done && Number(row['attempts'] ?? 0) + 1 >= STUCK_AFTER) tally.stuck += 1;
  }
  return tally;
};

/** How long the oldest open task has waited, in seconds; 0 where none is open. */
export const oldestTaskSeconds = async ({ journal, clock }: Pick<OutboxDeps, 'journal' | 'clock'>): Promise<number> => {
  const now = epochSeconds(clock.now());
  const waits = (await openTasks(journal)).map((row) => now - epochSeconds(row['at'] as Instant));
  return Math.max(0, ...waits);
};
