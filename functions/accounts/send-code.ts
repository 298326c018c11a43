import { randomBytes } from 'node:crypto';
import { asId } from '../../shared/kernel/id.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import type { Mailer } from '../kernel/mail.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { isLanguage, textOf } from '../kernel/texts.ts';
import { codeHash } from './commands.ts';
import type { AccountDeps } from './deps.ts';
import { accountAsk, accountFile, accountPk, type Entry } from './views.ts';

/** Codes that were sent before stay good: a repeated reaction sends another, and mails overtake each other. */
const MOST_CODES = 3;

export interface CodeDeps extends AccountDeps {
  readonly mailer: Mailer;
  readonly publicUrl: string;
}

const codeMail = async ({ publicUrl }: CodeDeps, task: Task, { to, language: wanted }: Entry, code: string) => {
  const language = isLanguage(wanted) ? wanted : 'de';
  const values = { code, address: `${publicUrl}/account/confirm#${code}`, account: `${publicUrl}/account` };
  const [subject = '', text = ''] = await Promise.all(
    ['mail.code.subject', 'mail.code.text'].map((key) => textOf(language, 'accounts', key, values)),
  );
  return { id: task.id, to, language, subject, text };
};

/** To the address of the sign-in too: whoever did not enter these details learns of it. No code, no number. */
const noticeMails = async ({ publicUrl }: CodeDeps, task: Task, { others = [], language: wanted }: Entry) => {
  const language = isLanguage(wanted) ? wanted : 'de';
  const [subject = '', text = ''] = await Promise.all(
    ['mail.notice.subject', 'mail.notice.text'].map((key) =>
      textOf(language, 'accounts', key, { account: `${publicUrl}/account` }),
    ),
  );
  return others.map((to, index) => ({ id: `${task.id}-${index + 1}`, to, language, subject, text }));
};

/**
 * Reaction `accounts.code`: makes the code that confirms new bank details and sends it to the contact known before. Of the
 * code, 128 random bits, only the hash is stored, and before the mail leaves, so that no code arrives that does not work. It
 * stands in the fragment of a link, which no server logs.
 */
export const sendCode = async (deps: CodeDeps, task: Task): Promise<void> => {
  const { journal, clock } = deps;
  const owner = { kind: 'person', id: asId<'person'>(String(task['person'])) } as const;
  const [rows = [], open = []] = await journal.read([accountAsk(owner), outboxKey(task)]);
  if (open.length === 0) return;
  const { account, entry } = accountFile(owner, rows);
  const { pending } = account;
  const isWaiting = pending?.hash === task['hash'] && pending?.holderConfirmedAt === undefined;
  if (isWaiting && entry !== undefined && entry.hash === task['hash']) {
    const code = randomBytes(16).toString('base64url');
    const { version, ...kept } = entry;
    const put = {
      pk: accountPk(owner),
      sk: 'entry',
      entry: { ...kept, codes: [...kept.codes, codeHash(code)].slice(-MOST_CODES) },
    };
    mustSettle(await journal.commit({ at: clock.now(), by: 'system', writes: [{ put, if: { version } }] }));
    await deps.mailer.send(await codeMail(deps, task, kept, code));
    for (const mail of await noticeMails(deps, task, kept)) await deps.mailer.send(mail);
  }
  mustSettle(await journal.commit({ at: clock.now(), by: 'system', completes: outboxKey(task) }));
};
