import { holds, type Actor } from '../../shared/kernel/actor.ts';
import { dayOf, type Day, type Instant } from '../../shared/kernel/day.ts';
import { record } from '../../shared/kernel/decider.ts';
import type { NoticeId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { deliveryOf, mayDispatch, postableFrom, type Delivery } from '../../shared/notices/delivery.ts';
import { carriesAnnex, readNotice, type NoticeFact } from '../../shared/notices/facts.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import { streamOf, type Row, type Task } from '../kernel/journal.ts';
import type { NoticeDeps } from './deps.ts';
import { consentsIn, findNotice } from './reading.ts';
import { deliveryTasks, mailTask, noticeAsk, noticeOf, noticePk, type StoredNotice } from './views.ts';

export interface Posting {
  readonly notice: NoticeId;
  /** The day on which the letter was given to the post (Aktenvermerk, domain rules 2.4). */
  readonly postedOn: Day;
  /** A printed letter has no file: general clauses bind only if they lie in it (AV § 44 LHO no. 5). */
  readonly annexEnclosed?: true | undefined;
}

interface Dispatch {
  readonly notice: NoticeId;
  readonly request: object;
  readonly fact: (today: Day) => NoticeFact;
  readonly tasks: (stored: StoredNotice, delivery: Delivery) => readonly Task[];
  /** What stands against this way of dispatch, beside what stands against any. */
  readonly refusal: (stored: StoredNotice, today: Day, consents: boolean) => string | undefined;
}

const planOf = (
  rows: readonly Row[],
  stored: StoredNotice,
  { fact, tasks }: Dispatch,
  act: { readonly actor: Actor; readonly at: Instant },
): Plan<Delivery> => {
  const { notice, line } = stored;
  const today = dayOf(act.at);
  const facts = [fact(today)];
  const stream = [...streamOf<NoticeFact>(rows), ...record(notice.seq, { at: act.at, by: act.actor.person }, facts)];
  const delivery = deliveryOf(readNotice(stream), today);
  const append = { pk: noticePk(line.id), after: notice.seq, facts };
  return { answer: delivery, commit: { facts: [append], tasks: tasks(stored, delivery) } };
};

/** Dispatches a notice once more by an officer of its authority; the recipient's consent is looked at as it stands now. */
const dispatch = async (
  deps: NoticeDeps,
  actor: Actor,
  key: string,
  dispatched: Dispatch,
): Promise<Result<Delivery>> => {
  const asked = await findNotice(deps, actor, dispatched.notice);
  if (asked === undefined) return refuse('not-found');
  return handle(deps, {
    actor,
    key,
    request: dispatched.request,
    read: [noticeAsk(dispatched.notice), asked.recipient],
    plan: ([rows = [], recipients], at) => {
      const stored = noticeOf(rows);
      const today = dayOf(at);
      if (stored === undefined || !holds(actor, 'caseOfficer', stored.line.authority)) return refuse('not-found');
      const consents = consentsIn(stored, recipients);
      if (!mayDispatch(stored.notice, today, consents)) return refuse('already-dispatched');
      const refusal = dispatched.refusal(stored, today, consents);
      return refusal === undefined ? ok(planOf(rows, stored, dispatched, { actor, at })) : refuse(refusal);
    },
  });
};

/** What stands against a letter that is said to have left on this day. */
const refusedLetter = (
  { postedOn, annexEnclosed }: Posting,
  { notice, line }: StoredNotice,
  today: Day,
  consents: boolean,
) => {
  if (carriesAnnex(line.kind) && annexEnclosed !== true) return 'annex-not-enclosed';
  if (postedOn > today || postedOn < line.day) return 'posted-on-impossible';
  return postedOn < postableFrom(notice, line.day, today, consents) ? 'posted-while-provided' : undefined;
};

/** Records that the notice was posted: delivered on the fourth day after (§ 41(2) VwVfG). */
export const recordPosting = (
  deps: NoticeDeps,
  actor: Actor,
  key: string,
  posting: Posting,
): Promise<Result<Delivery>> =>
  dispatch(deps, actor, key, {
    notice: posting.notice,
    request: { act: 'posted', ...posting },
    fact: () => ({
      type: 'notice.dispatched',
      channel: 'post',
      on: posting.postedOn,
      ...(posting.annexEnclosed === true && { annexEnclosed: true }),
    }),
    tasks: ({ line }, delivery) => deliveryTasks(line, delivery),
    refusal: (stored, today, consents) => refusedLetter(posting, stored, today, consents),
  });

/** Erneute Bereitstellung (§ 41(2a) S. 5 VwVfG): in the portal once more, with a mail and ten days of its own. */
export const provideAgain = (
  deps: NoticeDeps,
  actor: Actor,
  key: string,
  notice: NoticeId,
): Promise<Result<Delivery>> =>
  dispatch(deps, actor, key, {
    notice,
    request: { act: 'provide', notice },
    fact: (today) => ({ type: 'notice.dispatched', channel: 'portal', on: today }),
    tasks: ({ notice: before, line }) => [mailTask(line, `-${before.seq}`)],
    refusal: (_stored, _today, consents) => (consents ? undefined : 'no-consent'),
  });
