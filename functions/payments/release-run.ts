import type { infer as Infer } from 'zod/mini';
import type { Actor } from '../../shared/kernel/actor.ts';
import { dayOf, type Instant } from '../../shared/kernel/day.ts';
import type { AccountOwner } from '../../shared/accounts/facts.ts';
import type { RunId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { isOut } from '../../shared/payments/run.ts';
import { isOwn, permit } from '../../shared/payments/rules/permit.ts';
import type { releaseBody } from '../../shared/payments/wire.ts';
import { runFilePath, sha256Of } from './close-run.ts';
import type { PaymentDeps } from './deps.ts';
import { accountAsk, usableAccount } from '../accounts/views.ts';
import { itemsPk, runAsk } from './rows.ts';
import { itemOf, readableRun, type StoredItem, type StoredRun } from './run-view.ts';
import { takeRunStep, type RunAnswer, type RunAsked } from './run-step.ts';

/** Accounts asked for at once. */
const AT_ONCE = 200;

/** Items whose account is not the frozen one any more, or is just being changed. */
const changedAccounts = async (
  { journal, clock }: PaymentDeps,
  items: readonly StoredItem[],
): Promise<StoredItem[]> => {
  const changed: StoredItem[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    const answers = await journal.read(some.map(({ payee }) => accountAsk(payee as AccountOwner)));
    some.forEach((item, index) => {
      const account = usableAccount(answers[index] ?? [], clock.now());
      const same = account.ok && account.value.iban === item.iban && account.value.holder === item.holder;
      if (!same) changed.push(item);
    });
  }
  return changed;
};

/** As many as one answer names. */
const MOST_NAMED = 50;

const refusedFor = (items: readonly StoredItem[]): Result<never> =>
  refuse(
    'account-changed',
    items.slice(0, MOST_NAMED).map(({ payment }) => ({ path: `items.${payment}`, code: 'account-changed' })),
  );

/**
 * Freigeben: another person than any who closed the run names the hash of the very file. Refused if its day has passed, since
 * banks reject such a file, if its bytes are others by now, or if the account of an item changed since it was frozen; those items are named. A change that begins in this
 * very moment does no harm: the account in force stays so for another day.
 */
export const releaseRun = (
  deps: PaymentDeps,
  asked: RunAsked<Infer<typeof releaseBody>>,
): Promise<Result<RunAnswer>> => {
  const { fileSha256 } = asked.body;
  let items: readonly StoredItem[] = [];
  return takeRunStep(deps, asked, 'release', {
    read: [{ pk: itemsPk(asked.run), prefix: '' }],
    decide: ({ run, head }, at, [rows = []]) => {
      if (head.executionDay < dayOf(at)) return refuse('execution-day-past');
      items = rows.map(itemOf);
      if (items.some(({ payee }) => isOwn(asked.actor, payee))) return refuse('own-payment');
      if (run.closing?.fileSha256 !== fileSha256) return refuse('file-changed');
      return ok({ facts: [{ type: 'run.released', fileSha256 }] });
    },
    before: async () => {
      const bytes = await deps.files.get(runFilePath(fileSha256));
      if (bytes === undefined || sha256Of(bytes) !== fileSha256) return refuse('file-changed');
      const changed = await changedAccounts(deps, items);
      return changed.length > 0 ? refusedFor(changed) : ok({});
    },
  });
};

const LINK_SECONDS = 300;

/** Whether no bank would take the file any more; one that is there already may be fetched again. */
const isTooLate = ({ run, head }: StoredRun, at: Instant): boolean =>
  run.stage === 'released' && head.channel !== 'orderList' && head.executionDay < dayOf(at);

/** A link to the released file, for whoever hands it to the bank, if its bytes are still those that were released. */
export const downloadRun = async (
  { journal, files, clock }: PaymentDeps,
  actor: Actor,
  id: RunId,
): Promise<Result<{ readonly link: string }>> => {
  const [rows = []] = await journal.read([runAsk(id)]);
  const stored = readableRun(actor, id, rows);
  if (stored === undefined) return refuse('not-found');
  const permitted = permit('download', stored.run, stored.head.authority, actor);
  if (!permitted.ok) return permitted;
  const { closing } = stored.run;
  if (closing === undefined || !isOut(stored.run)) return refuse('illegal-step');
  if (isTooLate(stored, clock.now())) return refuse('execution-day-past');
  const bytes = await files.get(runFilePath(closing.fileSha256));
  if (bytes === undefined || sha256Of(bytes) !== closing.fileSha256) return refuse('file-altered');
  const name = `${closing.messageId}.${stored.head.channel === 'orderList' ? 'csv' : 'xml'}`;
  return ok({ link: await files.link(runFilePath(closing.fileSha256), { name, seconds: LINK_SECONDS }) });
};
