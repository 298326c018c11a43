import { randomBytes } from 'node:crypto';
import { asId } from '../../shared/kernel/id.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import type { Mailer } from '../kernel/mail.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { personKey } from '../kernel/person.ts';
import { isLanguage, textOf } from '../kernel/texts.ts';
import { contactCodeHash } from './commands/confirm-contact.ts';
import type { BodyDeps } from './deps.ts';
import { memberKey, memberOf, newContactKey, newContactOf } from './views.ts';

/** Mails overtake each other, and a repeated reaction sends another code: the last ones are good. */
const MOST_CODES = 3;

interface ContactDeps extends BodyDeps {
  readonly mailer: Mailer;
  readonly publicUrl: string;
}

const sent = async (
  { mailer, publicUrl }: ContactDeps,
  { id, to, language: wanted, about }: { id: string; to: string; language: string; about: 'code' | 'notice' },
  values: Record<string, string>,
): Promise<void> => {
  const language = isLanguage(wanted) ? wanted : 'de';
  const all = { ...values, details: `${publicUrl}/calendar/details` };
  const [subject = '', text = ''] = await Promise.all(
    ['subject', 'text'].map((part) => textOf(language, 'bodies', `mail.contact-${about}.${part}`, all)),
  );
  await mailer.send({ id, to, language, subject, text });
};

/** `f•••@anteil.example`: enough to recognise one's own, too little for whoever reads the old mailbox. */
const masked = (address: string): string => `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`;

/**
 * Reaction `bodies.contact`: a code goes to the new address, and a notice to the old one and to the address of the sign-in, so
 * that whoever did not ask for it learns of it (ASVS 6.3.7). The code stands in the fragment of a link, which no server logs.
 */
export const proveContact = async (deps: ContactDeps, task: Task): Promise<void> => {
  const { journal, clock } = deps;
  const person = asId<'person'>(String(task['person']));
  const asks = [memberKey(person), newContactKey(person), personKey(person), outboxKey(task)];
  const [[memberRow] = [], [row] = [], [known] = [], open = []] = await journal.read(asks);
  if (open.length === 0) return;
  const [member, contact] = [memberOf(memberRow), newContactOf(row)];
  const isAsked = contact !== undefined && contact.askedAt === task['askedAt'];
  if (member !== undefined && row !== undefined && isAsked) {
    const code = randomBytes(16).toString('base64url');
    const codes = [...contact.codes, contactCodeHash(code)].slice(-MOST_CODES);
    const put = { ...newContactKey(person), contact: { ...contact, codes } };
    const version = row.version ?? 0;
    mustSettle(await journal.commit({ at: clock.now(), by: 'system', writes: [{ put, if: { version } }] }));
    const { language } = member;
    const address = `${deps.publicUrl}/calendar/confirm-mail#${code}`;
    await sent(deps, { id: task.id, to: contact.email, language, about: 'code' }, { code, address });
    const signIn = (known?.['email'] ?? member.email) as string;
    const told = new Set([member.email, signIn].filter((to) => to !== contact.email));
    for (const [index, to] of [...told].entries()) {
      const mail = { id: `${task.id}-${index + 1}`, to, language, about: 'notice' } as const;
      await sent(deps, mail, { email: masked(contact.email) });
    }
  }
  mustSettle(await journal.commit({ at: clock.now(), by: 'system', completes: outboxKey(task) }));
};
