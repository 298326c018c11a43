import type { Actor } from '../../shared/kernel/actor.ts';
import { dayOf } from '../../shared/kernel/day.ts';
import { record } from '../../shared/kernel/decider.ts';
import type { NoticeId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { deliveryOf, isClosed, mayRetrieve, type Delivery } from '../../shared/notices/delivery.ts';
import { readNotice, type NoticeFact } from '../../shared/notices/facts.ts';
import type { Opened } from '../../shared/notices/wire.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import { streamOf, type Row } from '../kernel/journal.ts';
import type { NoticeDeps } from './deps.ts';
import { consentsIn, findNotice, isRecipient, mayReceive, readable } from './reading.ts';
import { deliveryTasks, noticeAsk, noticePath, noticePk, type StoredNotice } from './views.ts';

const LINK_SECONDS = 300;

interface Shown {
  readonly sha256: string;
  readonly name: string;
  readonly delivery: Delivery;
}

const shown = ({ notice, line }: StoredNotice, delivery: Delivery): Shown => ({
  sha256: notice.issued?.sha256 ?? '',
  name: `Bescheid-${line.caseNumber}.pdf`,
  delivery,
});

const retrieval = (
  actor: Actor,
  rows: readonly Row[],
  stored: StoredNotice,
  at: Parameters<typeof dayOf>[0],
): Plan<Shown> => {
  const today = dayOf(at);
  const { notice, line } = stored;
  const facts: NoticeFact[] = [{ type: 'notice.retrieved', on: today }];
  const stream = [...streamOf<NoticeFact>(rows), ...record(notice.seq, { at, by: actor.person }, facts)];
  const delivery = deliveryOf(readNotice(stream), today);
  return {
    answer: shown(stored, delivery),
    commit: {
      facts: [{ pk: noticePk(line.id), after: notice.seq, facts }],
      tasks: deliveryTasks(line, delivery),
    },
  };
};

/**
 * Opens the notice; the first time by an entitled person, within its provision and with consent to it, is its retrieval, a fact
 * that sets the day of delivery. When the provision has ended it is closed to its recipient: opening it late would look like a
 * delivery and is none (§ 41(2a) S. 4, 5 VwVfG). Nothing counts as opened whose bytes are not there.
 */
export const openNotice = async (
  deps: NoticeDeps,
  actor: Actor,
  key: string,
  id: NoticeId,
): Promise<Result<Opened>> => {
  const asked = await findNotice(deps, actor, id);
  if (asked === undefined) return refuse('not-found');
  const path = noticePath(asked.found.notice.issued?.sha256 ?? '');
  // A fault, not a refusal: nobody outside can mend it, so an operator is told and no fact is written.
  const bytesAreThere = async (): Promise<Result<true>> => {
    if ((await deps.files.get(path)) === undefined) throw new Error(`The bytes of the notice ${id} are missing`);
    return ok(true);
  };
  const result = await handle(deps, {
    actor,
    key,
    request: { act: 'open', id },
    read: [noticeAsk(id), asked.recipient],
    visible: ([rows = []]) => readable(actor, rows) !== undefined,
    plan: ([rows = [], recipients], at): Result<Plan<Shown>> => {
      const stored = readable(actor, rows);
      if (stored === undefined) return refuse('not-found');
      const today = dayOf(at);
      if (mayReceive(actor, stored.line) && mayRetrieve(stored.notice, today, consentsIn(stored, recipients)))
        return ok(retrieval(actor, rows, stored, at));
      if (isRecipient(actor, stored) && isClosed(stored.notice, today)) return refuse('provision-ended');
      return ok({ answer: shown(stored, deliveryOf(stored.notice, today)) });
    },
    before: bytesAreThere,
  });
  if (!result.ok) return result;
  await bytesAreThere();
  const { name, delivery } = result.value;
  return ok({ link: await deps.files.link(path, { name, seconds: LINK_SECONDS }), delivery });
};
