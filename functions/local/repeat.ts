import { setTimeout as wait } from 'node:timers/promises';

export interface Repeating {
  /** Runs the job as soon as it is not running. */
  wake(): void;
  /** Resolves when the job is not running, or after so many seconds in any case: whoever waits must not wait for all of its work. */
  settled(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** A job on a timer, as the scheduler would call it: never twice at once, and a failure is reported, not the end. A long one may ask whether it is over. */
export const repeat = (
  job: (isOver: () => boolean) => Promise<unknown>,
  options: { readonly seconds: number; readonly report: (error: unknown) => void },
): Repeating => {
  let running: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    try {
      await job(() => stopped);
    } catch (error) {
      options.report(error);
    }
    running = undefined;
    if (wanted) wake();
  };
  const wake = (): void => {
    wanted = running !== undefined && !stopped;
    if (!stopped) running ??= run();
  };

  const timer = setInterval(wake, options.seconds * 1000);
  return {
    wake,
    settled: async (seconds) => Promise.race([running, wait(seconds * 1000, undefined, { ref: false })]),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
};
