import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mail } from './mail.ts';
import { sesMailer } from './mail.ses.ts';

const received: unknown[] = [];
let status = 200;
let refusal = '';
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(JSON.parse(body));
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': refusal });
      response.end(`{"MessageId":"1","message":"no ${ANY_MAIL.to}"}`);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

const ANY_MAIL: Mail = {
  id: 'notice/1',
  to: 'editor@anteil.example',
  subject: 'Ihr Bescheid für „Brückenhaus“',
  text: 'Guten Tag',
  language: 'de',
};

const mailer = () =>
  sesMailer({
    from: 'portal@anteil.example',
    client: new SESv2Client({
      region: 'eu-central-1',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
      maxAttempts: 1,
    }),
  });

test('a mail reaches SES as plain text in its language, for one recipient', async () => {
  await mailer().send(ANY_MAIL);
  expect(received).toEqual([
    {
      FromEmailAddress: 'portal@anteil.example',
      Destination: { ToAddresses: ['editor@anteil.example'] },
      Content: {
        Simple: {
          Subject: { Data: ANY_MAIL.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: 'Guten Tag', Charset: 'UTF-8' } },
          Headers: [
            { Name: 'Content-Language', Value: 'de' },
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
          ],
        },
      },
      EmailTags: [{ Name: 'mail', Value: 'notice_1' }],
    },
  ]);
});

test('a calendar file goes with the mail byte by byte', async () => {
  const text = 'BEGIN:VCALENDAR\r\nSUMMARY:Sitzung für Fatıma\r\nEND:VCALENDAR\r\n';
  await mailer().send({
    ...ANY_MAIL,
    attachments: [{ name: 'sitzung.ics', type: 'text/calendar; method=PUBLISH', text }],
  });
  expect(received.at(-1)).toMatchObject({
    Content: {
      Simple: {
        Attachments: [
          {
            FileName: 'sitzung.ics',
            ContentType: 'text/calendar; method=PUBLISH; charset=utf-8',
            ContentDisposition: 'ATTACHMENT',
            ContentTransferEncoding: 'BASE64',
            RawContent: Buffer.from(text).toString('base64'),
          },
        ],
      },
    },
  });
});

test.each([
  [400, 'BadRequestException', 'address-refused'],
  [400, 'MessageRejected', 'message-refused'],
  [400, 'SendingPausedException', 'unavailable'],
  [429, 'TooManyRequestsException', 'unavailable'],
  [500, 'InternalFailure', 'unavailable'],
])('what SES answers with %i %s is %s, and the error names no address', async (answered, name, reason) => {
  [status, refusal] = [answered, name];
  const error = await mailer()
    .send(ANY_MAIL)
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'MailNotSent', reason });
  expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain(ANY_MAIL.to);
});
