import { errorLine } from '../kernel/log-line.ts';

/** One line a fault, with its instant and level: what, where and why, as the platform keeps it in AWS. */
export const faultLine = (at: Date, what: string, error: unknown): string =>
  `${at.toISOString()} ${errorLine(what, { error: error instanceof Error ? error : new Error(String(error)) })}`;

/** Something to look at that is no fault of ours. */
export const warningLine = (at: Date, what: string): string =>
  `${at.toISOString()} ${JSON.stringify({ level: 'WARN', message: what })}\n`;
