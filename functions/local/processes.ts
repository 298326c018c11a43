import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process as it was when it was noted down: numbers are reused, start time with command line practically never. */
export interface KnownProcess {
  readonly pid: number;
  readonly identity: string;
}

const fromProc = (pid: number): string => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie is over, it only waits for its parent to notice.
  if (fields[0] === 'Z') throw new Error('ended');
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  return `${fields[19]} ${command}`;
};

const fromPs = (pid: number): string =>
  execFileSync('ps', ['-o', 'lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

/** Start time and command line of a running process; undefined where none runs (or nobody can tell, on Windows). */
export const identityOf = (pid: number): string | undefined => {
  try {
    return (existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid)) || undefined;
  } catch {
    return undefined;
  }
};

export const isRunning = ({ pid, identity }: KnownProcess): boolean => identityOf(pid) === identity;

/** All process numbers of this machine that this user can see; none where nobody can tell. */
const allNumbers = (): number[] => {
  const names = existsSync('/proc/self/stat')
    ? readdirSync('/proc')
    : execFileSync('ps', ['-axo', 'pid='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n');
  return names.map((name) => Number(name.trim())).filter((pid) => Number.isInteger(pid) && pid > 0);
};

/** The processes whose command line ends so. */
export const runningWith = (ending: string): KnownProcess[] => {
  if (process.platform === 'win32') return [];
  return allNumbers().flatMap((pid) => {
    const identity = identityOf(pid);
    return identity?.endsWith(` ${ending}`) === true ? [{ pid, identity }] : [];
  });
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
};

/** Ends exactly this process, first politely; does nothing if its number belongs to another one by now. */
export const end = async (known: KnownProcess): Promise<void> => {
  for (const [name, patience] of [
    ['SIGTERM', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    if (!isRunning(known)) return;
    signal(known.pid, name);
    for (let waited = 0; waited < patience && isRunning(known); waited += 20) await wait(20);
  }
};
