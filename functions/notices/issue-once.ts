import type { Instant } from '../../shared/kernel/day.ts';
import type { NoticeFact } from '../../shared/notices/facts.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import type { NoticeDeps } from './deps.ts';
import { noticePath, noticePk, noticeWrites } from './views.ts';

export interface Issue {
  /** The task that this completes. */
  readonly task: Task;
  readonly at: Instant;
  readonly line: NoticeLine;
  /** Of the released bytes, which must lie where notices lie. */
  readonly sha256: string;
  readonly facts: readonly NoticeFact[];
  readonly tasks: readonly Task[];
}

/** Begins the notice's stream. Idempotent: its first number is taken once, and the outbox row goes in the same commit. */
export const issueOnce = async (
  { journal, files }: NoticeDeps,
  { task, at, line, sha256, facts, tasks }: Issue,
): Promise<void> => {
  if ((await files.get(noticePath(sha256))) === undefined)
    throw new Error(`The released bytes of ${line.id} are missing`);
  const outcome = await journal.commit({
    at,
    by: 'system',
    facts: [{ pk: noticePk(line.id), after: 0, facts }],
    writes: noticeWrites(line),
    tasks,
    completes: outboxKey(task),
  });
  mustSettle(outcome);
};
