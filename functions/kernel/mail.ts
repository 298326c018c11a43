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
  /** Resolves when the message was taken over by the mail service; throws otherwise. */
  send(mail: Mail): Promise<void>;
}
