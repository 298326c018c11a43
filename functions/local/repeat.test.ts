import { expect, test } from 'vitest';
import { repeat } from './repeat.ts';

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
};
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a job woken while it runs runs once more afterwards, never twice at once', async () => {
  const first = gate();
  let runs = 0;
  const repeating = repeat(() => ((runs += 1), runs === 1 ? first.opened : Promise.resolve()), {
    seconds: 60,
    report: () => expect.fail(),
  });
  for (const _ of [1, 2, 3]) repeating.wake();
  await turn();
  expect(runs).toBe(1);
  first.open();
  await turn();
  expect(runs).toBe(2);
  await repeating.stop();
});

test('a long job is told when it is over, so that stopping does not wait for all of its work', async () => {
  let steps = 0;
  const repeating = repeat(
    async (isOver) => {
      for (; !isOver() && steps < 1000; steps += 1) await turn();
    },
    { seconds: 60, report: () => expect.fail() },
  );
  repeating.wake();
  await turn();
  await repeating.stop();
  expect(steps).toBeLessThan(100);
});

test('a start waits for a short job to its end, and for a long one a bounded time', async () => {
  let done = false;
  const begun = Date.now();
  const short = repeat(async () => void (await turn(), (done = true)), { seconds: 60, report: () => expect.fail() });
  short.wake();
  await short.settled(20);
  expect(done).toBe(true);
  const queue = gate();
  const long = repeat(() => queue.opened, { seconds: 60, report: () => expect.fail() });
  long.wake();
  await long.settled(0.02);
  expect(Date.now() - begun).toBeLessThan(5000);
  queue.open();
  await Promise.all([short.stop(), long.stop()]);
});

test('a job that fails is reported and runs again', async () => {
  const reported: unknown[] = [];
  const repeating = repeat(() => Promise.reject(new Error('away')), {
    seconds: 0.002,
    report: (error) => reported.push(error),
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await repeating.stop();
  expect(reported.length).toBeGreaterThan(1);
  const then = reported.length;
  repeating.wake();
  await turn();
  expect(reported).toHaveLength(then);
});
