import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Attachment, Mail, Mailer } from './mail.ts';

/** The Message-ID of a mail: the same cause has the same, so that whoever receives it can tell a repetition. */
export const messageIdOf = (mail: Mail, domain: string): string =>
  `<${createHash('sha256').update(mail.id).digest('hex').slice(0, 40)}@${domain}>`;

const attached = ({ name, type, text }: Attachment) => ({
  filename: name,
  contentType: `${type}; charset=utf-8`,
  contentTransferEncoding: 'base64' as const,
  content: text,
});

/** Hands messages to an SMTP server; `from` is an address like `Anteil <portal@anteil.example>`. */
export const smtpMailer = (server: { readonly host: string; readonly port: number; readonly from: string }): Mailer => {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    // Encrypted as soon as the server can; the local mailbox on this machine can't.
    opportunisticTLS: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = server.from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
  return {
    send: async (mail) => {
      await transport.sendMail({
        from: server.from,
        // As one address, so that a comma in it never makes two recipients.
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        messageId: messageIdOf(mail, domain),
        ...(mail.attachments && { attachments: mail.attachments.map(attached) }),
        headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
};
