import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { sendCode } from './accounts/send-code.ts';
import { mailOfSitting } from './bodies/mail-sitting.ts';
import { proveContact } from './bodies/new-contact.ts';
import { draftClaims } from './compensation/draft.ts';
import { mailMember } from './compensation/mail.ts';
import { takePaymentResult } from './compensation/payment.ts';
import { noteDelivery } from './funding/delivery.ts';
import { publishAllocation } from './funding/publish.ts';
import { sendReceipt } from './funding/receipt.ts';
import type { Mailer } from './kernel/mail.ts';
import { workOff, type OutboxDeps, type Reactions } from './kernel/outbox.ts';
import { onNewTasks } from './kernel/stream-event.dynamo.ts';
import { queueAllocation } from './ledger/publish-allocation.ts';
import { announceNotice } from './notices/announce.ts';
import type { NoticeDeps } from './notices/deps.ts';
import { issueNotice } from './notices/issue.ts';
import { collectItems } from './payments/collect.ts';
import { openPayment } from './payments/open-payment.ts';
import { putItemsBack } from './payments/put-back.ts';
import { reconcileStatement } from './payments/reconcile.ts';

export interface ReactionDeps extends OutboxDeps, NoticeDeps {
  readonly mailer: Mailer;
}

/** What each kind of task sets in motion. */
export const reactionsOf = (deps: ReactionDeps): Reactions => ({
  'accounts.code': (task) => sendCode(deps, task),
  'bodies.contact': (task) => proveContact(deps, task),
  'bodies.mail': (task) => mailOfSitting(deps, task),
  'compensation.draft': (task) => draftClaims(deps, task),
  'compensation.mail': (task) => mailMember(deps, task),
  'compensation.payment': (task) => takePaymentResult(deps, task),
  'funding.receipt': (task) => sendReceipt(deps, task),
  'funding.delivery': (task) => noteDelivery(deps, task),
  'funding.publish': (task) => publishAllocation(deps, task),
  'notices.issue': (task) => issueNotice(deps, task),
  'notices.mail': (task) => announceNotice(deps, task),
  'payments.open': (task) => openPayment(deps, task),
  'payments.collect': (task) => collectItems(deps, task),
  'payments.putBack': (task) => putItemsBack(deps, task),
  'payments.reconcile': (task) => reconcileStatement(deps, task),
  'ledger.publish': (task) => queueAllocation(deps, task),
});

/** What the reactions of a deployed function stand on; loaded when the first event comes, so that the local city can use the table above alone. */
export const deployedReactionDeps = async (): Promise<ReactionDeps> => {
  const [{ deployed, logFailure }, { documents }, { deployedMailer }] = await Promise.all([
    import('./deployed.ts'),
    import('./deployed-files.ts'),
    import('./deployed-mail.ts'),
  ]);
  return { ...deployed(), files: documents(), mailer: deployedMailer(), log: logFailure };
};

let onEvent: Promise<ReturnType<typeof onNewTasks>> | undefined;

const startHandler = async (): Promise<ReturnType<typeof onNewTasks>> => {
  const deps = await deployedReactionDeps();
  const reactions = reactionsOf(deps);
  return onNewTasks((row) => workOff(deps, reactions, row));
};

/** AWS starts this for the table's stream: works off each new outbox row, and names those that failed. */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  onEvent ??= startHandler();
  return (await onEvent)(event);
};
