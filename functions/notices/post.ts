import type { Actor } from '../../shared/kernel/actor.ts';
import { holds } from '../../shared/kernel/actor.ts';
import { dayOf, type Day } from '../../shared/kernel/day.ts';
import { record, type Recorded } from '../../shared/kernel/decider.ts';
import type { NoticeId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { deliveryOf, type Delivery } from '../../shared/notices/delivery.ts';
import { readNotice, type NoticeFact } from '../../shared/notices/facts.ts';
import { handle } from '../kernel/handle.ts';
import { streamOf, type Row, type Task } from '../kernel/journal.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeAsk, noticeOf, noticePk, publishTask, type StoredNotice } from './views.ts';

export interface Posting {
  readonly notice: NoticeId;
  /** The day on which the letter was given to the post (Aktenvermerk, domain rules 2.4). */
  readonly postedOn: Day;
}

/** A letter goes out once: where there is no consent to the portal, or where the provision there ended without retrieval. */
const mayPost = ({ notice }: StoredNotice, today: Day): boolean =>
  notice.stage === 'issued' || deliveryOf(notice, today).state === 'failed';

const refusalOf = (
  actor: Actor,
  stored: StoredNotice | undefined,
  { postedOn }: Posting,
  today: Day,
): string | undefined => {
  if (stored === undefined || !holds(actor, 'caseOfficer', stored.line.authority)) return 'not-found';
  if (!mayPost(stored, today)) return 'already-dispatched';
  return postedOn > today || postedOn < stored.line.day ? 'posted-on-impossible' : undefined;
};

/** What follows the first dispatch: a grant by letter is published now, one that waited in the portal was published then. */
const tasksOf = ({ notice, line }: StoredNotice): Task[] =>
  notice.stage === 'issued' && line.kind === 'grant' ? [publishTask(line)] : [];

/** Records that the notice was posted: delivered on the fourth day after (§ 41(2) VwVfG). */
export const recordPosting = (
  deps: NoticeDeps,
  actor: Actor,
  key: string,
  posting: Posting,
): Promise<Result<Delivery>> =>
  handle(deps, {
    actor,
    key,
    request: { act: 'posted', ...posting },
    read: [noticeAsk(posting.notice)],
    plan: ([rows = []], at) => {
      const stored = noticeOf(rows satisfies readonly Row[]);
      const today = dayOf(at);
      const refusal = refusalOf(actor, stored, posting, today);
      if (refusal !== undefined || stored === undefined) return refuse(refusal ?? 'not-found');
      const facts: NoticeFact[] = [{ type: 'notice.dispatched', channel: 'post', on: posting.postedOn }];
      const stream = [
        ...streamOf<NoticeFact>(rows),
        ...record(stored.notice.seq, { at, by: actor.person }, facts),
      ] as Recorded<NoticeFact>[];
      return ok({
        answer: deliveryOf(readNotice(stream), today),
        commit: { facts: [{ pk: noticePk(posting.notice), after: stored.notice.seq, facts }], tasks: tasksOf(stored) },
      });
    },
  });
