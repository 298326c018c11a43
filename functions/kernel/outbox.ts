import { ownOf } from '../../shared/kernel/own.ts';
import { addSeconds, epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { OutboxFigures } from '../../shared/kernel/operation.ts';
import type { Clock } from './clock.ts';
import { OUTBOX_SHARDS, type Journal, type Outcome, type Row, type Task } from './journal.ts';
import { mailFailureRow } from './mail-failure.ts';
import { MailNotSent } from './mail.ts';
import { taskName } from './tasks.ts';

/** Does what a task asks for, once: its last commit `completes` the task's outbox row. Idempotent, in any order. */
export type Reaction = (task: Task) => Promise<void>;

export type Reactions = Readonly<Record<string, Reaction>>;

/** Told of every failed attempt; `attempts` counts from 1, `task` is its name in `npm run tasks`. Never a name, never a text of the case. */
export type LogFailure = (failure: { task: string; kind: string; attempts: number; error: Error }) => void;

export interface OutboxDeps {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: LogFailure;
}

/** From so many failed attempts on a task counts as stuck: an alarm is raised and an operator looks at it. */
export const STUCK_AFTER = 5;

/** After so many, some five hours, it is parked: nobody tries any more until an operator drives it again. */
export const PARKED_AFTER = 12;

const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 60 * 60;

/** The first failure is tried again at once; then the pauses double, shortened by chance so that not all come back together. */
export const pauseAfter = (attempts: number, chance = Math.random()): number => {
  if (attempts <= 1) return 0;
  const whole = Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 2), LONGEST_PAUSE_SECONDS);
  return Math.ceil(whole * (1 - chance / 2));
};

/** @throws Error if the commit of a reaction was refused: the task stays and is tried again. */
export const mustSettle = (outcome: Outcome): void => {
  if (outcome.is === 'refused') throw new Error(`The reaction's commit was refused: ${outcome.refusal}`);
};

/** Why it failed, in a word that tells nothing of the case. */
const reasonOf = (error: Error): string => (error instanceof MailNotSent ? `mail-${error.reason}` : error.name);

const isHopeless = (error: Error): boolean => error instanceof MailNotSent && error.reason !== 'unavailable';

/** The row after another failure, and what an office is told if it is parked now. */
const afterFailure = (row: Row, error: Error, at: Instant): { readonly put: Row; readonly told?: Row } => {
  const attempts = Number(row['attempts'] ?? 0) + 1;
  const failed = { ...row, attempts, lastFailure: reasonOf(error) };
  if (!isHopeless(error) && attempts < PARKED_AFTER)
    return { put: { ...failed, dueAt: addSeconds(at, pauseAfter(attempts)) } };
  const told = error instanceof MailNotSent ? mailFailureRow(row['task'] as Task, error.reason, at) : undefined;
  return { put: { ...failed, parkedAt: at }, ...(told && { told }) };
};

/** Counts the failure on the row as it is now: the stream may tell of an older one. Undefined if it was completed meanwhile. */
const countFailure = async ({ journal, clock }: OutboxDeps, of: Row, error: Error): Promise<number | undefined> => {
  const [[row] = []] = await journal.read([{ pk: of.pk, sk: of.sk }]);
  if (row === undefined) return undefined;
  const at = clock.now();
  const { put, told } = afterFailure(row, error, at);
  const writes = [{ put, if: { version: row.version ?? 1 } }, ...(told === undefined ? [] : [{ put: told }])];
  const outcome = await journal.commit({ at, by: 'system', writes });
  // Somebody else counted or completed it in this very moment: then theirs counts.
  return outcome.is === 'committed' ? Number(put['attempts']) : Number(row['attempts'] ?? 0) + 1;
};

/**
 * What became of a task: `done`; `left` to the sweep, counted and due later or parked; `again`, if it may be tried once more at
 * once, since it failed for the first time or nobody could even count it.
 */
export type Worked = 'done' | 'left' | 'again';

/** Works off one outbox row. Never throws: what cannot be done stays in the outbox. */
export const workOff = async (deps: OutboxDeps, reactions: Reactions, row: Row): Promise<Worked> => {
  const task = row['task'] as Task;
  try {
    const reaction = ownOf(reactions, task.kind);
    if (reaction === undefined) throw new Error(`No reaction for ${task.kind}`);
    await reaction(task);
    return 'done';
  } catch (cause) {
    const error = cause as Error;
    const about = { task: taskName(row), kind: task.kind, error };
    try {
      const attempts = await countFailure(deps, row, error);
      deps.log({ ...about, attempts: attempts ?? Number(row['attempts'] ?? 0) + 1 });
      return attempts === 1 ? 'again' : attempts === undefined ? 'done' : 'left';
    } catch {
      deps.log({ ...about, attempts: Number(row['attempts'] ?? 0) + 1 });
      return 'again';
    }
  }
};

const ageOrder = (one: Row, other: Row): number => (String(one['at']) < String(other['at']) ? -1 : 1);

/** All open tasks, the oldest first; the outbox is short, since done tasks leave it. */
export const openTasks = async (journal: Journal): Promise<Row[]> => {
  const shards = Array.from({ length: OUTBOX_SHARDS }, (_, shard) => ({ pk: `outbox#${shard}`, prefix: 'task#' }));
  return (await journal.read(shards)).flat().sort(ageOrder);
};

export interface Sweeping {
  /** `due`: what is neither parked nor waits for its pause to end. `all` is for drills that make no pauses. */
  readonly which: 'due' | 'all';
  /** What is younger is just being worked off by the stream; two at once would send a mail twice. */
  readonly graceSeconds?: number;
}

const isDue =
  (at: Instant, { which, graceSeconds = 0 }: Sweeping) =>
  (row: Row): boolean => {
    if (which === 'all') return true;
    if (row['parkedAt'] !== undefined) return false;
    const dueAt = row['dueAt'] as Instant | undefined;
    return (dueAt ?? addSeconds(row['at'] as Instant, graceSeconds)) <= at;
  };

/** So many at once: what is left waits for the next turn, and a turn ends before the platform ends it. */
const MOST_AT_ONCE = 800;

/** Takes up what the stream missed: it is a doorbell and forgets, the outbox is the queue. New tasks come before failing ones. */
export const sweep = async (
  deps: OutboxDeps,
  reactions: Reactions,
  sweeping: Sweeping = { which: 'due' },
): Promise<{ done: number; failed: number }> => {
  const due = (await openTasks(deps.journal)).filter(isDue(deps.clock.now(), sweeping));
  const rows = [...due.filter((row) => row['dueAt'] === undefined), ...due.filter((row) => row['dueAt'] !== undefined)];
  const tally = { done: 0, failed: 0 };
  for (const row of rows.slice(0, MOST_AT_ONCE)) {
    const done = (await workOff(deps, reactions, row)) === 'done';
    tally[done ? 'done' : 'failed'] += 1;
  }
  return tally;
};

const isParked = (row: Row): boolean => row['parkedAt'] !== undefined;

const isRefusedMail = (row: Row): boolean => isParked(row) && /^mail-.*-refused$/.test(String(row['lastFailure']));

/** `rows` are all open tasks, the oldest first. */
export const outboxFigures = (rows: readonly Row[], at: Instant): OutboxFigures => {
  const count = (matches: (row: Row) => boolean): number => rows.filter(matches).length;
  const oldest = rows.find((row) => !isParked(row));
  return {
    open: rows.length,
    stuck: count((row) => !isRefusedMail(row) && (isParked(row) || Number(row['attempts'] ?? 0) >= STUCK_AFTER)),
    parked: count(isParked),
    refusedMails: count(isRefusedMail),
    waitingMails: count((row) => row['lastFailure'] === 'mail-unavailable'),
    oldestSeconds: oldest === undefined ? 0 : Math.max(0, epochSeconds(at) - epochSeconds(oldest['at'] as Instant)),
  };
};
