import { dayOf } from '../../shared/kernel/day.ts';
import { asId, type ApplicationId } from '../../shared/kernel/id.ts';
import type { NoticeFact } from '../../shared/notices/facts.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { caseAsk, caseOf, type Case } from '../funding/views.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import type { NoticeDeps } from './deps.ts';
import { noticePath, noticePk, noticeWrites, publishTask } from './views.ts';

const lineOf = (found: Case, decision: NonNullable<Case['application']['decision']>): NoticeLine => {
  const title = found.draft.sections['project']?.['title'];
  return {
    id: decision.notice,
    kind: decision.kind,
    application: found.id,
    caseNumber: found.application.submission?.caseNumber ?? '',
    title: typeof title === 'string' ? title : '',
    organisation: found.organisation.id,
    authority: found.parties.authority,
    day: decision.noticeDay,
  };
};

const factsOf = (
  found: Case,
  decision: NonNullable<Case['application']['decision']>,
  channel: 'portal' | 'post',
  on: ReturnType<typeof dayOf>,
): NoticeFact[] => [
  {
    type: 'notice.issued',
    kind: decision.kind,
    application: found.id,
    sha256: decision.noticeSha256,
    day: decision.noticeDay,
    ...(decision.entry !== undefined && { entry: decision.entry }),
  },
  ...(channel === 'portal' ? [{ type: 'notice.dispatched', channel, on } as const] : []),
];

const mailTask = (found: Case, line: NoticeLine): Task => ({
  id: `${line.id}-mail`,
  kind: 'notices.mail',
  application: found.id,
  notice: line.id,
});

/**
 * Reaction `notices.issue`: the released notice becomes a stream of its own. With the organisation's consent it is made
 * available in the portal, a mail says so, and a grant's publication follows; without, it waits to be posted.
 * Idempotent: the stream's first number is taken once, and the outbox row goes in the same commit.
 */
export const issueNotice = async (deps: NoticeDeps, task: Task): Promise<void> => {
  const [rows = []] = await deps.journal.read([
    caseAsk(asId<'application'>(String(task['application'])) satisfies ApplicationId),
  ]);
  const found = caseOf(asId(String(task['application'])), rows);
  const decision = found?.application.decision;
  if (found === undefined || decision === undefined)
    throw new Error(`No decision for the notice of ${String(task['application'])}`);
  if ((await deps.files.get(noticePath(decision.noticeSha256))) === undefined)
    throw new Error(`The released bytes of ${decision.notice} are missing`);
  const at = deps.clock.now();
  const channel = found.organisation.portalDelivery === undefined ? 'post' : 'portal';
  const line = lineOf(found, decision);
  const outcome = await deps.journal.commit({
    at,
    by: 'system',
    facts: [{ pk: noticePk(line.id), after: 0, facts: factsOf(found, decision, channel, dayOf(at)) }],
    writes: noticeWrites(line),
    tasks: [
      ...(channel === 'portal' ? [mailTask(found, line)] : []),
      ...(channel === 'portal' && decision.kind === 'grant' ? [publishTask(line)] : []),
    ],
    completes: outboxKey(task),
  });
  mustSettle(outcome);
};
