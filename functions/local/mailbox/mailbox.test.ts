import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Mail, Mailer } from '../../kernel/mail.ts';
import { smtpMailer } from '../../kernel/mail.smtp.ts';
import { mailboxIn, startMailServer } from './mailbox.ts';
import { messageFrom } from './message.ts';
import { mailboxRoutes } from './routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'anteil-mail-'));
const mailbox = mailboxIn(folder);
const pages = mailboxRoutes(mailbox);
let stop: () => Promise<void>;
let mailer: Mailer;
let port = 0;

const ANY_MAIL: Mail = {
  id: 'notice-1',
  to: 'editor@anteil.example',
  subject: 'Ihr Bescheid für „Brückenhaus“ liegt im Portal, bitte lesen Sie ihn bis zum 22.12.2026',
  text: `Guten Tag,\n\n${'Förderung, Güte, Straße. '.repeat(20)}\n.\nEin Punkt allein, und = Zeichen.`,
  language: 'de',
};

beforeAll(async () => {
  const server = await startMailServer(folder);
  ({ port } = server);
  stop = () => server.stop();
  mailer = smtpMailer({ host: '127.0.0.1', port, from: 'Anteil <portal@anteil.example>' });
});
beforeEach(() => {
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

describe('the local mailbox', () => {
  test.each([
    ['German', ANY_MAIL],
    [
      'Arabic',
      { ...ANY_MAIL, id: 'a', language: 'ar', subject: 'قرار التمويل الخاص بكم', text: 'مرحباً،\nالقرار جاهز.' },
    ],
    [
      'Vietnamese',
      { ...ANY_MAIL, id: 'v', subject: 'Nguyễn Thị Muster 🙂', text: 'Xin chào Nguyễn Thị Muster'.repeat(30) },
    ],
  ])('shows a %s message as it was written', async (_, mail) => {
    await mailer.send(mail);
    const [letter] = await mailbox.letters();
    expect(letter).toMatchObject({
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      language: mail.language,
    });
  });

  test('keeps a message once that comes many times in one instant, and refuses none of them', async () => {
    await Promise.all(Array.from({ length: 12 }, () => mailer.send(ANY_MAIL)));
    expect(await mailbox.letters()).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('keeps a repeated message once', async () => {
    await mailer.send(ANY_MAIL);
    await mailer.send(ANY_MAIL);
    await mailer.send({ ...ANY_MAIL, id: 'notice-2' });
    expect(await mailbox.letters()).toHaveLength(2);
  });

  test('shows markup in a message as text, in the direction of its words', async () => {
    await mailer.send({
      ...ANY_MAIL,
      subject: '<script>alert(1)</script>',
      text: '</pre><img src=x onerror=alert(1)>',
    });
    const [letter] = await mailbox.letters();
    const list = await (await pages.request('/mailbox')).text();
    const shown = await pages.request(`/mailbox/${letter!.name}`);
    const text = await shown.text();
    for (const page of [list, text]) expect(page).toContain('&lt;script&gt;');
    for (const page of [list, text]) expect(page).not.toMatch(/<script|<img/);
    expect(text).toContain('<pre dir="auto"');
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('a comma in the address never makes two recipients', async () => {
    await mailer.send({ ...ANY_MAIL, to: 'a@anteil.example, b@anteil.example' }).catch(() => undefined);
    for (const { to } of await mailbox.letters()) expect(to).not.toMatch(/@.*@/);
  });

  test('an attached calendar file can be taken out as it was written, and is never shown as a page', async () => {
    const file = 'BEGIN:VCALENDAR\r\nSUMMARY:Sitzung\\, größer <b>\r\nEND:VCALENDAR\r\n';
    await mailer.send({
      ...ANY_MAIL,
      attachments: [{ name: 'sitzung.ics', type: 'text/calendar; method=PUBLISH', text: file }],
    });
    const [letter] = await mailbox.letters();
    expect(letter).toMatchObject({ text: ANY_MAIL.text, attachments: [{ name: 'sitzung.ics', text: file }] });
    expect(await (await pages.request(`/mailbox/${letter!.name}`)).text()).toContain('sitzung.ics');
    const taken = await pages.request(`/mailbox/${letter!.name}/0`);
    expect(await taken.text()).toBe(file);
    expect(taken.headers.get('content-type')).toContain('text/plain');
    expect(taken.headers.get('content-disposition')).toBe('attachment');
    expect((await pages.request(`/mailbox/${letter!.name}/1`)).status).toBe(404);
  });

  test('what was not delivered is an error for the sender', async () => {
    const nowhere = smtpMailer({ host: '127.0.0.1', port: 1, from: 'Anteil <portal@anteil.example>' });
    await expect(nowhere.send(ANY_MAIL)).rejects.toThrow();
  });

  test('a sender that breaks off leaves nothing half', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('HELO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: half');
        setTimeout(() => socket.destroy(), 50);
      });
      socket.on('close', () => resolve());
    });
    expect(await mailbox.letters()).toEqual([]);
  });

  test.each(['/mailbox/nothing', '/mailbox/..%2f..%2fkeys', `/mailbox/${'0'.repeat(40)}`])(
    '%s is 404',
    async (path) => {
      expect((await pages.request(path)).status).toBe(404);
    },
  );

  test('an empty mailbox says so', async () => {
    expect(await (await pages.request('/mailbox?lang=en')).text()).toContain('No message yet.');
  });

  test('reads quoted-printable, folded and encoded headers', () => {
    const raw = [
      'Subject: =?UTF-8?Q?F=C3=B6rder?=',
      ' =?UTF-8?B?dW5n?= 2027',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Stra=C3=9Fe =',
      'frei',
    ].join('\r\n');
    expect(messageFrom(Buffer.from(raw))).toMatchObject({ subject: 'Förderung 2027', text: 'Straße frei' });
  });
});
