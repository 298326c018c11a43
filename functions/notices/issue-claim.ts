import { bodyById } from '../../shared/bodies/directory.ts';
import type { ClaimFact } from '../../shared/compensation/facts.ts';
import { dayOf } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { IssuedKind, NoticeFact } from '../../shared/notices/facts.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { claimAsk, claimOf, type StoredClaim } from '../compensation/views.ts';
import type { Task } from '../kernel/journal.ts';
import type { NoticeDeps } from './deps.ts';
import { contactIn, recipientKey } from './contact.ts';
import { issueOnce } from './issue-once.ts';
import { mailTask } from './views.ts';

type Rejected = Extract<ClaimFact, { type: 'claim.partlyRejected' }>;

const rejectionIn = (found: StoredClaim | undefined, notice: string): Rejected | undefined =>
  found?.facts
    .map(({ fact }) => fact)
    .find((fact): fact is Rejected => fact.type === 'claim.partlyRejected' && fact.notice === notice);

const lineOf = ({ id, of, claim, context }: StoredClaim, { notice, noticeDay, totalCents }: Rejected): NoticeLine => ({
  id: notice,
  kind: (totalCents === 0 ? 'claimRefusal' : 'claimPartialRefusal') satisfies IssuedKind,
  claim: id,
  caseNumber: claim.caseNumber ?? '',
  title: bodyById(of.body)?.name ?? context.bodyName,
  person: of.person,
  authority: of.authority,
  day: noticeDay,
});

/**
 * The notice on a claim that was not recognised in full becomes a stream of its own: available in the portal with the member's
 * consent, else waiting to be posted. It is never published.
 */
export const issueClaimNotice = async (deps: NoticeDeps, task: Task): Promise<void> => {
  const claim = asId<'claim'>(String(task['claim']));
  const [rows = []] = await deps.journal.read([claimAsk(claim)]);
  const found = claimOf(claim, rows);
  const rejection = rejectionIn(found, String(task['notice']));
  if (found === undefined || rejection === undefined) throw new Error(`No rejection for the notice of ${claim}`);
  const line = lineOf(found, rejection);
  const [[recipient] = []] = await deps.journal.read([recipientKey(line)]);
  const at = deps.clock.now();
  const isPortal = contactIn(line, recipient) !== undefined;
  const issued: NoticeFact = {
    type: 'notice.issued',
    kind: line.kind,
    claim,
    sha256: rejection.noticeSha256,
    day: rejection.noticeDay,
  };
  await issueOnce(deps, {
    task,
    at,
    line,
    sha256: rejection.noticeSha256,
    facts: isPortal ? [issued, { type: 'notice.dispatched', channel: 'portal', on: dayOf(at) }] : [issued],
    tasks: isPortal ? [mailTask(line)] : [],
  });
};
