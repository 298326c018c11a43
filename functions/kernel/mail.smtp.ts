import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { MailNotSent, type Attachment, type Mail, type Mailer } from './mail.ts';

/** The Message-ID of a mail: the same cause has the same, so that whoever receives it can tell a repetition. */
export const messageIdOf = (mail: Mail, domain: string): string =>
  `<${createHash('sha256').update(mail.id).digest('hex').slice(0, 40)}@${domain}>`;

const attached = ({ name, type, text }: Attachment) => ({
  filename: name,
  contentType: `${type}; charset=utf-8`,
  contentTransferEncoding: 'base64' as const,
  content: text,
});

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Of the commands of one message, those that name an address. */
const ADDRESSING = ['MAIL FROM', 'RCPT TO'];

/** RFC 5321, 4.2.1: 5xx is for good, 4xx and everything that breaks on the way may pass later. */
const notSent = ({ code = 'nothing', command, responseCode = 0 }: SmtpError): MailNotSent => {
  if (code === 'EENVELOPE' && responseCode === 0) return new MailNotSent('address-refused', code);
  if (responseCode < 500) return new MailNotSent('unavailable', String(responseCode || code));
  const refused = command === undefined || ADDRESSING.includes(command) ? 'address-refused' : 'message-refused';
  return new MailNotSent(refused, String(responseCode));
};

/** A service that hangs must not hold up the other tasks. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Hands messages to an SMTP server; `from` is an address like `Anteil <portal@anteil.example>`. */
export const smtpMailer = (server: { readonly host: string; readonly port: number; readonly from: string }): Mailer => {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    // Encrypted as soon as the server can; the local mailbox on this machine can't.
    opportunisticTLS: true,
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = server.from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
  return {
    send: async (mail) => {
      const message = {
        from: server.from,
        // As one address, so that a comma in it never makes two recipients.
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        messageId: messageIdOf(mail, domain),
        ...(mail.attachments && { attachments: mail.attachments.map(attached) }),
        headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
      };
      await transport.sendMail(message).catch((error: SmtpError) => Promise.reject(notSent(error)));
    },
  };
};
