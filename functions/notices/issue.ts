import { dayOf } from '../../shared/kernel/day.ts';
import { asId, type ApplicationId } from '../../shared/kernel/id.ts';
import type { NoticeFact } from '../../shared/notices/facts.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { caseAsk, caseOf, type Case } from '../funding/views.ts';
import type { Task } from '../kernel/journal.ts';
import type { NoticeDeps } from './deps.ts';
import { issueClaimNotice } from './issue-claim.ts';
import { contactIn, recipientKey } from './contact.ts';
import { issueOnce } from './issue-once.ts';
import { mailTask } from './views.ts';

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

const issueDecision = async (deps: NoticeDeps, task: Task): Promise<void> => {
  const [rows = []] = await deps.journal.read([
    caseAsk(asId<'application'>(String(task['application'])) satisfies ApplicationId),
  ]);
  const found = caseOf(asId(String(task['application'])), rows);
  const decision = found?.application.decision;
  if (found === undefined || decision === undefined)
    throw new Error(`No decision for the notice of ${String(task['application'])}`);
  const at = deps.clock.now();
  const line = lineOf(found, decision);
  const [[recipient] = []] = await deps.journal.read([recipientKey(line)]);
  const channel = contactIn(line, recipient) === undefined ? 'post' : 'portal';
  await issueOnce(deps, {
    task,
    at,
    line,
    sha256: decision.noticeSha256,
    facts: factsOf(found, decision, channel, dayOf(at)),
    tasks: channel === 'portal' ? [mailTask(line)] : [],
  });
};

/**
 * Reaction `notices.issue`: the released notice becomes a stream of its own. With the consent that the recipient gives on this
 * day it is made available in the portal and a mail says so; without, it waits to be posted.
 */
export const issueNotice = (deps: NoticeDeps, task: Task): Promise<void> =>
  task['claim'] === undefined ? issueDecision(deps, task) : issueClaimNotice(deps, task);
