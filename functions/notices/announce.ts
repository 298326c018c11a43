import { asId } from '../../shared/kernel/id.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import type { Mailer } from '../kernel/mail.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { isLanguage, textOf } from '../kernel/texts.ts';
import { contactIn, recipientKey } from './contact.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeAsk, noticeOf } from './views.ts';

/**
 * Reaction `notices.mail`: the notification of § 41(2a) VwVfG that a notice waits in the portal. It says neither what was
 * decided nor about what, since mail is read by others too; without consent by now nothing is sent, and it has to be posted. The stream may tell of a task again that is done: then nothing is sent.
 */
export const announceNotice = async (deps: NoticeDeps & { readonly mailer: Mailer }, task: Task): Promise<void> => {
  const id = asId<'notice'>(String(task['notice']));
  const [rows = [], open = []] = await deps.journal.read([noticeAsk(id), outboxKey(task)]);
  if (open.length === 0) return;
  const found = noticeOf(rows);
  if (found === undefined) throw new Error(`No notice ${id}`);
  const [[recipient] = []] = await deps.journal.read([recipientKey(found.line)]);
  const to = contactIn(found.line, recipient);
  if (to !== undefined) {
    const language = isLanguage(to.language) ? to.language : 'de';
    const values = { caseNumber: found.line.caseNumber, address: `${deps.publicUrl}/notices/${id}` };
    const [subject, text] = await Promise.all([
      textOf(language, 'notices', 'mail.subject', values),
      textOf(language, 'notices', 'mail.text', values),
    ]);
    await deps.mailer.send({ id: task.id, to: to.email, language, subject: subject ?? '', text: text ?? '' });
  }
  mustSettle(await deps.journal.commit({ at: deps.clock.now(), by: 'system', completes: outboxKey(task) }));
};
