import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { identityOf, isRunning, type KnownProcess } from './processes.ts';
import { writeWhole } from './whole-file.ts';

/** Beside the database: which portal has the folder, and which process serves the database for it. */
interface Lock {
  readonly portal: KnownProcess;
  /** Known as soon as it runs. */
  readonly database?: KnownProcess;
}

const fileIn = (folder: string): string => join(folder, 'process.json');

const read = (file: string): Lock | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Lock;
  } catch {
    // Absent, or of an older portal that a crash cut off while it wrote.
    return undefined;
  }
};

const known = (pid: number): KnownProcess => ({ pid, identity: identityOf(pid) ?? '' });

const inUse = (folder: string, portal: KnownProcess | undefined): CannotStart =>
  new CannotStart(
    `The folder ${dirname(folder)} is in use by a running portal${portal === undefined ? '' : ` (process ${portal.pid})`}: stop that one or choose another DATA_DIR.`,
  );

const isOfOther = (lock: Lock | undefined): boolean =>
  lock !== undefined && lock.portal.pid !== process.pid && isRunning(lock.portal);

/** Longer than taking a lock ever takes; who left this behind was killed in that instant. */
const ABANDONED_MS = 10_000;

/** Looking at a lock, taking away a dead one and making one's own are one act: of many at once one does it, the others are told. */
const alone = <T>(folder: string, act: () => T): T => {
  const taking = join(folder, 'process.taking');
  const since = statSync(taking, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > ABANDONED_MS) rmSync(taking, { recursive: true, force: true });
  try {
    mkdirSync(taking);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw inUse(folder, undefined);
    throw cause;
  }
  try {
    return act();
  } finally {
    rmSync(taking, { recursive: true, force: true });
  }
};

/** Whether the lock was made now: a link never replaces a file, so that of two starts in one instant one gets it. */
const make = (folder: string, lock: Lock): boolean => {
  const draft = `${fileIn(folder)}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(lock), { mode: 0o600, flush: true });
  try {
    linkSync(draft, fileIn(folder));
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  } finally {
    rmSync(draft);
  }
};

export interface DatabaseLock {
  /** The process that an earlier, killed portal left behind. */
  readonly orphan: KnownProcess | undefined;
  /** Notes the process that serves the database now. */
  serve(pid: number): void;
  release(): void;
}

/**
 * Takes the folder of a database for this process, before anything is started on it.
 * @throws CannotStart while another running portal has it
 */
export const lockDatabase = (folder: string): DatabaseLock => {
  const lock: Lock = { portal: known(process.pid) };
  const before = alone(folder, () => {
    const found = read(fileIn(folder));
    if (isOfOther(found)) throw inUse(folder, found?.portal);
    rmSync(fileIn(folder), { force: true });
    if (!make(folder, lock)) throw inUse(folder, undefined);
    return found;
  });
  return {
    orphan: before?.database,
    serve: (pid) => writeWhole(fileIn(folder), JSON.stringify({ ...lock, database: known(pid) } satisfies Lock)),
    release: () => rmSync(fileIn(folder), { force: true }),
  };
};
