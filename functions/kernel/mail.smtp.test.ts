import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from './mail.smtp.ts';
import { MailNotSent, type Mail } from './mail.ts';

const ADDRESS = 'amina.geheim@verein.example';
const ANY_MAIL: Mail = { id: 'any', to: ADDRESS, subject: 'Any', text: 'Any', language: 'de' };

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve()))));

const refusingAt = async (where: 'recipient' | 'message', code: number) => {
  const refusal = () => Object.assign(new Error(`No <${ADDRESS}> here`), { responseCode: code });
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => done(where === 'recipient' ? refusal() : null),
    onData: (stream, _session, done) => void stream.resume().on('end', () => done(refusal())),
  });
  await new Promise<void>((resolve) => void server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return smtpMailer({ host: '127.0.0.1', port, from: 'Anteil <portal@anteil.example>' });
};

test.each([
  ['recipient', 550, 'address-refused'],
  ['message', 554, 'message-refused'],
  ['recipient', 450, 'unavailable'],
  ['message', 451, 'unavailable'],
] as const)('a %s refused with %i is %s, and the error names no address', async (where, code, reason) => {
  const mailer = await refusingAt(where, code);
  const error = await mailer.send(ANY_MAIL).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MailNotSent);
  expect(error).toMatchObject({ reason, message: `The mail service answered ${code}` });
  expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain('geheim');
});

test('an address that no server could take is refused for good', async () => {
  const mailer = await refusingAt('message', 554);
  const error = await mailer.send({ ...ANY_MAIL, to: '' }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ reason: 'address-refused' });
});

test('a service that is away may come back', async () => {
  const mailer = smtpMailer({ host: '127.0.0.1', port: 9, from: 'portal@anteil.example' });
  expect(await mailer.send(ANY_MAIL).catch((thrown: unknown) => thrown)).toMatchObject({ reason: 'unavailable' });
});
