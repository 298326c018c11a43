import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { Key, Row, Task } from './journal.ts';
import type { MailNotSent } from './mail.ts';

/** What a mail was about: the office of this thing is told that it did not arrive. */
const ABOUT = ['sitting', 'claim', 'notice', 'application', 'person'] as const;

export type MailSubject = (typeof ABOUT)[number];

/** A mail that never left. Neither address nor text: whoever may see the person's record looks both up there. */
export interface MailFailure {
  /** The task that would have sent it; driven again by `npm run tasks -- again` or after the address was mended. */
  readonly task: string;
  readonly kind: string;
  readonly at: Instant;
  /** `address-refused`, `message-refused`: for good. `unavailable`: the mail service was away for hours. */
  readonly reason: MailNotSent['reason'];
  /** To whom, where the task names one person. */
  readonly person?: string;
}

/** Half a year: who looked at the record in that time has seen it. */
const KEPT_SECONDS = 180 * 24 * 60 * 60;

const partition = (about: MailSubject, id: string): string => `mail-failure#${about}#${id}`;

/**
 * Which mails about one sitting, claim, notice or application never left: all rows of one partition, usually none. A room
 * asks for it together with what it reads anyway and hands the rows to `mailFailuresIn`:
 *
 *     const [rows, failed] = await journal.read([sittingAsk(id), mailFailuresAsk('sitting', id)]);
 *     mailFailuresIn(failed).map(({ person, reason }) => …)
 *
 * A row goes when its task is driven again, and comes back if it fails again.
 */
export const mailFailuresAsk = (about: MailSubject, id: string): { readonly pk: string; readonly prefix: string } => ({
  pk: partition(about, id),
  prefix: 'task#',
});

export const mailFailuresIn = (rows: readonly Row[]): MailFailure[] =>
  rows.map((row) => row['failure'] as MailFailure).sort((one, other) => (one.at < other.at ? -1 : 1));

/** Where the failure of this task's mail is noted; undefined for a task that is about nothing that an office looks at. */
export const mailFailureKey = (task: Task): Key | undefined => {
  const about = ABOUT.find((one) => typeof task[one] === 'string');
  return about && { pk: partition(about, String(task[about])), sk: `task#${task.id}` };
};

export const mailFailureRow = (task: Task, reason: MailNotSent['reason'], at: Instant): Row | undefined => {
  const key = mailFailureKey(task);
  if (key === undefined) return undefined;
  const { person } = task;
  const failure: MailFailure = {
    task: task.id,
    kind: task.kind,
    at,
    reason,
    ...(typeof person === 'string' && { person }),
  };
  return { ...key, failure, ttl: epochSeconds(at) + KEPT_SECONDS };
};
