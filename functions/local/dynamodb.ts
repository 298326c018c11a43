import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { freePort } from './ports.ts';
import { end, identityOf, isRunning, type KnownProcess } from './processes.ts';

const JAVA_MISSING =
  'DynamoDB Local needs a Java runtime 17 or newer: install one (for example "apt install openjdk-17-jre-headless") and have "java" in the PATH or set JAVA_HOME.';

/** Beside the database: which process serves it, and which portal started that process. */
interface Lock {
  readonly database: KnownProcess;
  readonly portal: KnownProcess;
}

export interface RunningDynamoDb {
  readonly endpoint: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** Resolves if the database ends without having been stopped. */
  readonly ended: Promise<void>;
}

const lockFile = (folder: string): string => join(folder, 'process.json');

/** Where the database unpacks its native library; a killed one leaves it there. */
const scratchIn = (folder: string): string => join(folder, 'scratch');

const readLock = (folder: string): Lock | undefined => {
  try {
    return JSON.parse(readFileSync(lockFile(folder), 'utf8')) as Lock;
  } catch {
    // Absent, or cut off by a crash while it was written: then no database had been started yet.
    return undefined;
  }
};

/** A killed portal leaves its database running on the folder, where it would block the next one. */
const endOrphan = async (folder: string): Promise<void> => {
  const lock = readLock(folder);
  if (lock === undefined) return;
  if (lock.portal.pid !== process.pid && isRunning(lock.portal))
    throw new CannotStart(
      `The folder ${dirname(folder)} is in use by a running portal (process ${lock.portal.pid}): stop that one or choose another DATA_DIR.`,
    );
  if (lock.database.identity.includes('DynamoDBLocal.jar')) await end(lock.database);
};

const known = (pid: number): KnownProcess => ({ pid, identity: identityOf(pid) ?? '' });

const argumentsFor = (port: number, folder: string | undefined): string[] => [
  '-Xmx512m',
  // Keeps the machine's temporary folder clean.
  '-XX:-UsePerfData',
  ...(folder === undefined ? [] : [`-Djava.io.tmpdir=${scratchIn(folder)}`]),
  '-Djava.library.path=./DynamoDBLocal_lib',
  '-jar',
  'DynamoDBLocal.jar',
  '-disableTelemetry',
  // The default would let any web page that the developer visits read and write the tables.
  '-cors',
  'http://127.0.0.1',
  '-port',
  String(port),
  ...(folder === undefined ? ['-inMemory'] : ['-dbPath', folder]),
];

const launch = async (port: number, folder: string | undefined): Promise<ChildProcess> => {
  const home = process.env['JAVA_HOME'];
  const java = home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
  const emulator = join(dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator')), 'emulator');
  // A process group of its own, so that Ctrl-C reaches the portal alone, which then stops in order.
  const child = spawn(java, argumentsFor(port, folder), {
    cwd: emulator,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    await once(child, 'spawn');
  } catch (cause) {
    throw new CannotStart(JAVA_MISSING, { cause });
  }
  return child;
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
    return true;
  } catch {
    return false;
  }
};

const untilItAnswers = async (child: ChildProcess, endpoint: string): Promise<void> => {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (child.exitCode !== null) {
      if (/UnsupportedClassVersionError|Unrecognized (VM )?option/.test(complaint))
        throw new CannotStart(JAVA_MISSING, { cause: complaint });
      throw new CannotStart(
        `DynamoDB Local did not start: ${complaint.trim().split('\n').at(-1) || 'no reason given'}`,
      );
    }
    if (await answers(endpoint)) return;
    await wait(50);
  }
  throw new CannotStart('DynamoDB Local did not answer within 30 seconds: see whether the machine is overloaded.');
};

const stopper = (child: ChildProcess, folder: string | undefined) => {
  const endWithUs = (): void => void child.kill('SIGTERM');
  process.once('exit', endWithUs);
  let stopping = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      if (!stopping) resolve();
    });
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    process.off('exit', endWithUs);
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const slow = setTimeout(() => child.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(slow);
    }
    if (folder !== undefined) rmSync(lockFile(folder), { force: true });
  };
  return { stop, ended };
};

/**
 * DynamoDB Local, the official jar: persistent in `folder`, or in memory without one. An orphan that an earlier, killed portal
 * left on the folder is ended first.
 * @throws CannotStart without Java, or while another running portal uses the folder
 */
export const startDynamoDb = async (
  wanted: { readonly folder?: string; readonly port?: number } = {},
): Promise<RunningDynamoDb> => {
  const folder = wanted.folder === undefined ? undefined : resolve(wanted.folder);
  if (folder !== undefined) {
    // The name of the database's file holds its key.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await endOrphan(folder);
    rmSync(scratchIn(folder), { recursive: true, force: true });
    mkdirSync(scratchIn(folder));
  }
  const port = wanted.port ?? (await freePort());
  const child = await launch(port, folder);
  const pid = child.pid ?? 0;
  if (folder !== undefined)
    writeFileSync(
      lockFile(folder),
      JSON.stringify({ database: known(pid), portal: known(process.pid) } satisfies Lock),
    );
  const { stop, ended } = stopper(child, folder);
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(child, endpoint);
  } catch (cause) {
    await stop();
    throw cause;
  }
  child.unref();
  return { endpoint, pid, stop, ended };
};
