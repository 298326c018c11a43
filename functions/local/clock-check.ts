import { statSync } from 'node:fs';

const TOLERANCE_MS = 60_000;

/**
 * A sentence if this machine's clock stands before the last thing that was written in the folder: what happens now would be
 * dated before what it rests on, and deadlines would be computed from it.
 */
export const clockComplaint = (lastWritten: string, now: Date): string | undefined => {
  const { mtime } = statSync(lastWritten, { throwIfNoEntry: false }) ?? {};
  if (mtime === undefined || mtime.getTime() - TOLERANCE_MS <= now.getTime()) return undefined;
  return `The clock of this machine says ${now.toISOString()}, but the portal worked here until ${mtime.toISOString()}: set the clock right, or acts of today will be dated before those they rest on.`;
};
