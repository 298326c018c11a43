import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { lockDatabase, type DatabaseLock } from './database-lock.ts';
import { freePort } from './ports.ts';
import { end, runningWith, type KnownProcess } from './processes.ts';

const JAVA_MISSING =
  'DynamoDB Local needs a Java runtime 17 or newer: install one (for example "apt install openjdk-17-jre-headless") and have "java" in the PATH or set JAVA_HOME.';

export interface RunningDynamoDb {
  readonly endpoint: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** Resolves if the database ends without having been stopped. */
  readonly ended: Promise<void>;
}

/** Where the database unpacks its native library; a killed one leaves it there. */
const scratchIn = (folder: string): string => join(folder, 'scratch');

/** A killed portal leaves its database running on the folder, where it would block the next one; also one it had no time to note. */
const endOrphans = async (folder: string, noted: KnownProcess | undefined): Promise<void> => {
  const orphans = [...(noted === undefined ? [] : [noted]), ...runningWith(`-dbPath ${folder}`)];
  for (const orphan of orphans) if (orphan.identity.includes('DynamoDBLocal.jar')) await end(orphan);
};

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

const stopper = (child: ChildProcess, lock: DatabaseLock | undefined) => {
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
    lock?.release();
  };
  return { stop, ended };
};

const untilItAnswersOrStopped = async (child: ChildProcess, endpoint: string, stop: () => Promise<void>) => {
  try {
    await untilItAnswers(child, endpoint);
  } catch (cause) {
    await stop();
    throw cause;
  }
};

/** What the database writes at each start: that a faster parser is not there, and the head of such a record. */
const USUAL = /JAXB is unavailable|com\.amazonaws\.log\.JulLog warn$/;

/** What Java complains about while it serves, line by line. */
const passOn = (child: ChildProcess, said: (line: string) => void): void => {
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on(
      'line',
      (line) => void (line.trim() && !USUAL.test(line) && said(line)),
    );
};

const prepare = async (folder: string): Promise<DatabaseLock> => {
  // The name of the database's file holds its key.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockDatabase(folder);
  await endOrphans(folder, lock.orphan);
  rmSync(scratchIn(folder), { recursive: true, force: true });
  mkdirSync(scratchIn(folder));
  return lock;
};

export interface DatabaseWanted {
  /** In memory without one. */
  readonly folder?: string;
  readonly port?: number;
  /** Told what Java writes to its error output while it serves. */
  readonly said?: (line: string) => void;
}

/**
 * DynamoDB Local, the official jar: persistent in `folder`, or in memory without one. An orphan that an earlier, killed portal
 * left on the folder is ended first.
 * @throws CannotStart without Java, or while another running portal uses the folder
 */
export const startDynamoDb = async (wanted: DatabaseWanted = {}): Promise<RunningDynamoDb> => {
  const folder = wanted.folder === undefined ? undefined : resolve(wanted.folder);
  const lock = folder === undefined ? undefined : await prepare(folder);
  const port = wanted.port ?? (await freePort());
  const child = await launch(port, folder).catch((cause: unknown) => {
    lock?.release();
    throw cause;
  });
  const pid = child.pid ?? 0;
  lock?.serve(pid);
  const { stop, ended } = stopper(child, lock);
  const endpoint = `http://127.0.0.1:${port}`;
  await untilItAnswersOrStopped(child, endpoint, stop);
  passOn(child, wanted.said ?? (() => undefined));
  child.unref();
  return { endpoint, pid, stop, ended };
};
