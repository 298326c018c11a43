import { hash } from 'node:crypto';
import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { TaskLine } from '../../shared/kernel/operation.ts';
import type { Commit, Row, Task, Write } from './journal.ts';
import { mailFailureKey } from './mail-failure.ts';

/** The name under which an operator speaks of a task: it leads to the task, but nobody reads a person out of it. */
export const taskName = (row: Row): string => hash('sha256', row.sk, 'hex').slice(0, 16);

const stateOf = (row: Row): TaskLine['state'] => {
  if (row['parkedAt'] !== undefined) return 'parked';
  return Number(row['attempts'] ?? 0) > 0 ? 'failing' : 'open';
};

export const taskLine = (row: Row, at: Instant): TaskLine => {
  const state = stateOf(row);
  return {
    id: taskName(row),
    kind: (row['task'] as Task).kind,
    state,
    attempts: Number(row['attempts'] ?? 0),
    ageSeconds: Math.max(0, epochSeconds(at) - epochSeconds(row['at'] as Instant)),
    ...(typeof row['lastFailure'] === 'string' && { reason: row['lastFailure'] }),
    ...(state === 'failing' && { dueAt: row['dueAt'] as Instant }),
  };
};

/** What worries most stands first: parked, then failing, then open; each oldest first. */
const ORDER: readonly TaskLine['state'][] = ['parked', 'failing', 'open'];

export const taskLines = (rows: readonly Row[], at: Instant): TaskLine[] => {
  const lines = rows.map((row) => taskLine(row, at));
  return ORDER.flatMap((state) => lines.filter((line) => line.state === state));
};

/**
 * Lets the next sweep take the task up as if it had never failed; what the office was told of its mail goes. The version
 * keeps a task that was done meanwhile from coming back.
 */
export const driveAgain = (row: Row): Pick<Commit, 'writes'> => {
  const { attempts: _, dueAt: __, parkedAt: ___, lastFailure: ____, version = 1, ...task } = row;
  const again: Write = { put: { ...task, pk: row.pk, sk: row.sk, attempts: 0 }, if: { version } };
  const told = mailFailureKey(row['task'] as Task);
  return { writes: [again, ...(told === undefined ? [] : [{ remove: told }])] };
};
