import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { MailNotSent, type Attachment, type Mailer, type MailProblem } from './mail.ts';

const utf8 = (text: string) => ({ Data: text, Charset: 'UTF-8' });

const attached = ({ name, type, text }: Attachment) => ({
  FileName: name,
  ContentType: `${type}; charset=utf-8`,
  ContentDisposition: 'ATTACHMENT' as const,
  // Lines of a calendar file end in CRLF and are counted in octets, which no other encoding keeps for certain.
  ContentTransferEncoding: 'BASE64' as const,
  RawContent: new TextEncoder().encode(text),
});

/** What will be refused again however often it is tried. Sending that is paused or throttled, and a domain not yet verified, pass. */
const FOR_GOOD: ReadonlyMap<string, MailProblem> = new Map([
  ['BadRequestException', 'address-refused'],
  ['MessageRejected', 'message-refused'],
]);

const notSent = ({ name }: Error): MailNotSent => new MailNotSent(FOR_GOOD.get(name) ?? 'unavailable', name);

/**
 * Hands messages to Amazon SES. SES keeps no memory of ids: that a mail is sent once is the outbox's doing, and a crash between
 * sending and noting it can repeat one; the tag `mail` shows which.
 */
export const sesMailer = (ses: { readonly client: SESv2Client; readonly from: string }): Mailer => ({
  send: async (mail) => {
    const message = new SendEmailCommand({
      FromEmailAddress: ses.from,
      Destination: { ToAddresses: [mail.to] },
      Content: {
        Simple: {
          Subject: utf8(mail.subject),
          Body: { Text: utf8(mail.text) },
          Headers: [
            { Name: 'Content-Language', Value: mail.language },
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
          ],
          ...(mail.attachments && { Attachments: mail.attachments.map(attached) }),
        },
      },
      EmailTags: [{ Name: 'mail', Value: mail.id.replaceAll(/[^\w.@-]/g, '_').slice(0, 256) }],
    });
    await ses.client.send(message).catch((error: Error) => Promise.reject(notSent(error)));
  },
});
