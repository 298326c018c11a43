import { dayOf } from '../../shared/kernel/day.ts';
import { asId, type ApplicationId } from '../../shared/kernel/id.ts';
import type { NoticeFact } from '../../shared/notices/facts.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { caseAsk, caseOf, type Case } from '../funding/views.ts';
import type { Task } from '../kernel/journal.ts';
import type { NoticeDeps } from './deps.ts';
import { issueClaimNotice } from './issue-claim.ts';
import { issueOnce } from './issue-once.ts';
import { publishTask } from './views.ts';

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

const issueDecision = async (deps: NoticeDeps, task: Task): Promise<void> => {
  const [rows = []] = await deps.journal.read([
    caseAsk(asId<'application'>(String(task['application'])) satisfies ApplicationId),
  ]);
  const found = caseOf(asId(String(task['application'])), rows);
  const decision = found?.application.decision;
  if (found === undefined || decision === undefined)
    throw new Error(`No decision for the notice of ${String(task['application'])}`);
  const at = deps.clock.now();
  const channel = found.organisation.portalDelivery === undefined ? 'post' : 'portal';
  const line = lineOf(found, decision);
  await issueOnce(deps, {
    task,
    at,
    line,
    sha256: decision.noticeSha256,
    facts: factsOf(found, decision, channel, dayOf(at)),
    tasks: [
      ...(channel === 'portal' ? [mailTask(found, line)] : []),
      ...(channel === 'portal' && decision.kind === 'grant' ? [publishTask(line)] : []),
    ],
  });
};

/**
 * Reaction `notices.issue`: the released notice becomes a stream of its own. With the recipient's consent it is made
 * available in the portal, a mail says so, and a grant's publication follows; without, it waits to be posted.
 */
export const issueNotice = (deps: NoticeDeps, task: Task): Promise<void> =>
  task['claim'] === undefined ? issueDecision(deps, task) : issueClaimNotice(deps, task);
