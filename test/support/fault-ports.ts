import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** What can happen to one call of a port. */
export const FAULTS = [
  'fails before',
  'succeeds, then times out',
  'is throttled thrice',
  'meets another transaction',
  'process exits before',
  'process exits after',
] as const;

export type Fault = (typeof FAULTS)[number];

/** The call with this number, counted from 1, meets this fault. */
export interface Strike {
  readonly at: number;
  readonly fault: Fault;
}

const named = (name: string): Error => Object.assign(new Error(name), { name });

export const conflict = (): TransactionCanceledException =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'Transaction cancelled',
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });

const forever = (): Promise<never> => new Promise(() => undefined);

/** Numbers the calls of all ports through all processes of one run, and lets one of them go wrong. */
export const strikingCalls = (strike?: Strike) => {
  const calls: string[] = [];
  let throttled = 0;
  let exit: (() => void) | undefined;
  let alive = Symbol('process');

  const struck = async (fault: Fault, call: () => Promise<unknown>): Promise<unknown> => {
    switch (fault) {
      case 'fails before':
        throw named('ECONNRESET');
      case 'is throttled thrice':
        throttled = 2;
        throw named('ThrottlingException');
      case 'meets another transaction':
        throw new Error('The table stayed busy', { cause: conflict() });
      case 'succeeds, then times out':
        await call();
        throw named('TimeoutError');
      case 'process exits before':
      case 'process exits after':
        // After the effect, if any, everything in the process is lost.
        if (fault === 'process exits after') await call();
        alive = Symbol('process');
        exit?.();
        return forever();
    }
  };

  const called = async (name: string, process: symbol, call: () => Promise<unknown>): Promise<unknown> => {
    if (process !== alive) return forever();
    calls.push(name);
    if (throttled > 0) {
      throttled -= 1;
      throw named('ThrottlingException');
    }
    return strike?.at === calls.length ? struck(strike.fault, call) : call();
  };

  return {
    calls,
    /** The ports as one process sees them; when it exits, its calls are never answered. */
    inProcess: () => {
      const process = alive;
      return <T extends object>(port: T, portName: string): T =>
        new Proxy(port, {
          get: (target, name, receiver) => {
            const member: unknown = Reflect.get(target, name, receiver);
            if (typeof member !== 'function') return member;
            const call = (...parts: unknown[]) =>
              (member as (...all: unknown[]) => Promise<unknown>).apply(target, parts);
            return (...parts: unknown[]) => called(`${portName}.${String(name)}`, process, () => call(...parts));
          },
        });
    },
    /** Resolves as `work` does, or as 'exited' if the process ends meanwhile. */
    untilExit: <T>(work: () => Promise<T>): Promise<T | 'exited'> =>
      new Promise((resolve, reject) => {
        exit = () => resolve('exited');
        work().then(resolve, reject);
      }),
  };
};

export type StrikingCalls = ReturnType<typeof strikingCalls>;
