import { expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { openRun, orderTask, payCity, putTasks, queue } from '../../test/support/payments.ts';

/** Domain rules 10.6: 30 days, counted from 23 November by the calendar of Berlin. */
test.each([
  ['the thirtieth day', '2026-12-23T22:59:00.000Z', ['possible-duplicate']],
  ['the day after', '2026-12-23T23:00:00.000Z', undefined],
] as const)('the same payment again on %s after the first', async (_, at, holds) => {
  const city = await payCity(1);
  await openRun(city);
  city.at(at as Instant);
  const same = { payee: orderTask(1)['payee'], cents: 2001, remittance: orderTask(1)['remittance'] };
  await putTasks(city.deps.journal, [orderTask(2, same)]);
  await city.settle();
  await openRun(city, { run: 'run-zwei', executionDay: '2026-12-28' });
  expect((await queue(city, 'held')).map((one) => one.holds)).toEqual(holds === undefined ? [] : [holds]);
});
