import { asId } from '../../shared/kernel/id.ts';
import { memberKey, memberOf } from '../bodies/views.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { organisationKey, organisationOf } from '../organisations/views.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import type { Mailer } from '../kernel/mail.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { isLanguage, textOf } from '../kernel/texts.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeAsk, noticeOf } from './views.ts';

/** Where the recipient wants to be told, if notices may be made available in the portal. */
const contactOf = async (
  { journal }: NoticeDeps,
  { organisation, person }: NoticeLine,
): Promise<{ readonly email: string; readonly language: string } | undefined> => {
  if (organisation !== undefined) {
    const [[row] = []] = await journal.read([organisationKey(organisation)]);
    return organisationOf(row)?.portalDelivery;
  }
  if (person === undefined) return undefined;
  const [[row] = []] = await journal.read([memberKey(person)]);
  const member = memberOf(row);
  return member?.portalDelivery === undefined ? undefined : member;
};

/**
 * Reaction `notices.mail`: the notification of § 41(2a) VwVfG that a notice waits in the portal. It says neither what was
 * decided nor about what, since mail is read by others too. The stream may tell of a task again that is done: then nothing is sent.
 */
export const announceNotice = async (deps: NoticeDeps & { readonly mailer: Mailer }, task: Task): Promise<void> => {
  const id = asId<'notice'>(String(task['notice']));
  const [rows = [], open = []] = await deps.journal.read([noticeAsk(id), outboxKey(task)]);
  if (open.length === 0) return;
  const found = noticeOf(rows);
  if (found === undefined) throw new Error(`No notice ${id}`);
  const to = await contactOf(deps, found.line);
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
