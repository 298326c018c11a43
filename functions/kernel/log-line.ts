import type { SecurityLine } from './security-log.ts';

/** What libraries like to quote in their errors. Bounded, so that a long text costs no time. */
const PERSONAL = [
  /[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,100}/g,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/g,
];

const withoutPersons = (text: string): string => PERSONAL.reduce((rest, personal) => rest.replace(personal, '…'), text);

const told = (error: unknown): unknown =>
  error instanceof Error
    ? {
        name: error.name,
        message: withoutPersons(error.message),
        stack: withoutPersons(error.stack ?? ''),
        ...(error.cause !== undefined && { cause: told(error.cause) }),
      }
    : withoutPersons(String(error));

/** A fault as one line of JSON, which the platform collects with its instant: what, where and why. No body, no person. */
export const errorLine = (
  message: string,
  { error, ...about }: { readonly error: Error } & Readonly<Record<string, unknown>>,
): string => `${JSON.stringify({ level: 'ERROR', message, ...about, error: told(error) })}\n`;

/** An event of the security log as one line of JSON; alarms count them by `event`. */
export const securityLine = (line: SecurityLine): string =>
  `${JSON.stringify({ level: 'NOTICE', message: 'security', ...line })}\n`;
