import { publishAllocation } from './funding/publish.ts';
import { sendReceipt } from './funding/receipt.ts';
import type { Mailer } from './kernel/mail.ts';
import type { OutboxDeps, Reactions } from './kernel/outbox.ts';
import { queueAllocation } from './ledger/publish-allocation.ts';
import { announceNotice } from './notices/announce.ts';
import type { NoticeDeps } from './notices/deps.ts';
import { issueNotice } from './notices/issue.ts';

export interface ReactionDeps extends OutboxDeps, NoticeDeps {
  readonly mailer: Mailer;
}

/** What each kind of task sets in motion. */
export const reactionsOf = (deps: ReactionDeps): Reactions => ({
  'funding.receipt': (task) => sendReceipt(deps, task),
  'funding.publish': (task) => publishAllocation(deps, task),
  'notices.issue': (task) => issueNotice(deps, task),
  'notices.mail': (task) => announceNotice(deps, task),
  'ledger.publish': (task) => queueAllocation(deps, task),
});
