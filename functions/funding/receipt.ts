import { formatDay } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import type { Mailer } from '../kernel/mail.ts';
import { organisationKey, organisationOf } from '../organisations/views.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { isLanguage, textOf } from '../kernel/texts.ts';
import type { FundingDeps } from './deps.ts';
import { caseAsk, caseOf } from './views.ts';

/**
 * Reaction `funding.receipt`: tells the organisation that its application has arrived, with day and case number (rules 10.1).
 * The stream may tell of a task again that is done: then nothing is sent.
 */
export const sendReceipt = async (
  deps: FundingDeps & { readonly mailer: Mailer; readonly publicUrl: string },
  task: Task,
): Promise<void> => {
  const id = asId<'application'>(String(task['application']));
  const [rows = [], open = []] = await deps.journal.read([caseAsk(id), outboxKey(task)]);
  if (open.length === 0) return;
  const found = caseOf(id, rows);
  const [[organisation] = []] =
    found === undefined ? [] : await deps.journal.read([organisationKey(found.organisation.id)]);
  const to = organisationOf(organisation)?.portalDelivery;
  const submission = found?.application.submission;
  if (to !== undefined && submission !== undefined) {
    const language = isLanguage(to.language) ? to.language : 'de';
    const values = {
      caseNumber: submission.caseNumber,
      day: formatDay(submission.receivedOn),
      address: `${deps.publicUrl}/funding/cases/${id}`,
    };
    const [subject, text] = await Promise.all([
      textOf(language, 'funding', 'mail.receipt.subject', values),
      textOf(language, 'funding', 'mail.receipt.text', values),
    ]);
    await deps.mailer.send({ id: task.id, to: to.email, language, subject: subject ?? '', text: text ?? '' });
  }
  mustSettle(await deps.journal.commit({ at: deps.clock.now(), by: 'system', completes: outboxKey(task) }));
};
