/** A small text file that goes with a message, such as a calendar file. */
export interface Attachment {
  readonly name: string;
  /** Content type without its charset, which is always UTF-8: `text/calendar; method=PUBLISH`. */
  readonly type: string;
  readonly text: string;
}

/** One message in one language, plain text. Adapters: SMTP (local mailbox), SES (AWS). */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Stable id of what caused the message: the same id is sent once. */
  readonly id: string;
  readonly language: string;
  readonly attachments?: readonly Attachment[];
}

export interface Mailer {
  /** Resolves when the message was taken over by the mail service. @throws MailNotSent */
  send(mail: Mail): Promise<void>;
}

/** Why a message was not taken over: for good, or because the service is away or busy. */
export type MailProblem = 'address-refused' | 'message-refused' | 'unavailable';

/**
 * The mail service did not take a message. Services like to repeat the address in their answer, so nothing of it is kept
 * but its code: this error is logged, and a log holds no addresses.
 */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
  readonly reason: MailProblem;

  constructor(reason: MailProblem, code: string) {
    super(`The mail service answered ${code}`);
    this.reason = reason;
  }
}
