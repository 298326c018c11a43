import type { SecurityLine } from './security-log.ts';

const told = (error: unknown): unknown =>
  error instanceof Error
    ? {
        name: error.name,
        message: error.message,
        stack: error.stack,
        ...(error.cause !== undefined && { cause: told(error.cause) }),
      }
    : String(error);

/** A fault as one line of JSON, which the platform collects with its instant: what, where and why. No body, no person. */
export const errorLine = (
  message: string,
  { error, ...about }: { readonly error: Error } & Readonly<Record<string, unknown>>,
): string => `${JSON.stringify({ level: 'ERROR', message, ...about, error: told(error) })}\n`;

/** An event of the security log as one line of JSON; alarms count them by `event`. */
export const securityLine = (line: SecurityLine): string =>
  `${JSON.stringify({ level: 'NOTICE', message: 'security', ...line })}\n`;
