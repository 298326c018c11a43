import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The portal as `npm start` runs it: a process of its own, started with an environment. */
export interface PortalProcess {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  printed(): string;
  /** Resolves when it says that it is ready. @throws Error with what it printed if it ends before. */
  ready(): Promise<void>;
  /** Its exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | string>;
}

export const startPortal = (environment: Record<string, string>): PortalProcess => {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
  });
  let output = '';
  const changed = new EventTarget();
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    changed.dispatchEvent(new Event('output'));
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const over = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
      changed.dispatchEvent(new Event('output'));
    });
  });
  return {
    child,
    printed: () => output,
    ready: async () => {
      while (!output.includes('Anteil is ready at')) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended: ${output}`);
        await once(changed, 'output');
      }
    },
    end: async (signal) => {
      if (signal !== undefined && child.exitCode === null && child.signalCode === null) child.kill(signal);
      return over;
    },
  };
};
