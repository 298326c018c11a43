import { travelUntil } from '../../shared/compensation/periods.ts';
import { formatDay } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { outboxKey, type Row, type Task } from '../kernel/journal.ts';
import type { Mailer } from '../kernel/mail.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { personKey } from '../kernel/person.ts';
import { isLanguage, textOf } from '../kernel/texts.ts';
import type { CompensationDeps } from './deps.ts';
import { memberKey, memberOf, type Member } from '../bodies/views.ts';
import { claimAsk, claimOf, type StoredClaim } from './views.ts';

const ABOUT = ['ready', 'remind', 'travel', 'offset'] as const;

const valuesOf = ({ id, of, context }: StoredClaim, publicUrl: string) => ({
  body: context.bodyName,
  day: formatDay(of.on),
  until: formatDay(travelUntil(of.on)),
  address: `${publicUrl}/compensation/${id}`,
});

const contactOf = (member: Member | undefined, person: Row | undefined) => {
  const language = member?.language ?? 'de';
  const email = (member?.email ?? person?.['email'] ?? '') as string;
  return { to: email, language: isLanguage(language) ? language : ('de' as const) };
};

/**
 * Reaction `compensation.mail`: tells the member in their language that a claim is ready, still lies there, that its travel
 * costs will soon be lost, or that something is kept back. Without amounts, since mail is read by others too. Told again of a task that is done, it sends nothing.
 */
export const mailMember = async (
  deps: CompensationDeps & { readonly mailer: Mailer; readonly publicUrl: string },
  task: Task,
): Promise<void> => {
  const id = asId<'claim'>(String(task['claim']));
  const about = ABOUT.find((one) => one === task['about']);
  const [rows = [], open = []] = await deps.journal.read([claimAsk(id), outboxKey(task)]);
  if (open.length === 0) return;
  const found = claimOf(id, rows);
  if (found === undefined || about === undefined) throw new Error(`No mail about ${String(task['about'])} of ${id}`);
  const { person } = found.of;
  const [[member] = [], [known] = []] = await deps.journal.read([memberKey(person), personKey(person)]);
  const { to, language } = contactOf(memberOf(member), known);
  // What was submitted or voided meanwhile needs no mail.
  if ((about === 'offset' || found.claim.stage === 'drafted') && to !== '') {
    const values = valuesOf(found, deps.publicUrl);
    const [subject, text] = await Promise.all([
      textOf(language, 'compensation', `mail.${about}.subject`, values),
      textOf(language, 'compensation', `mail.${about}.text`, values),
    ]);
    await deps.mailer.send({ id: task.id, to, language, subject: subject ?? '', text: text ?? '' });
  }
  mustSettle(await deps.journal.commit({ at: deps.clock.now(), by: 'system', completes: outboxKey(task) }));
};
