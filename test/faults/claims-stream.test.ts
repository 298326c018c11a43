import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTasks, workOff } from '../../functions/kernel/outbox.ts';
import { reactionsOf } from '../../functions/reactions.ts';
import type { Row } from '../../functions/kernel/journal.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { testCity } from '../support/city.ts';
import { claimOfPerson, held, seat } from '../support/claims.ts';
import { FULL, loaded, SEED } from '../support/fault-cases.ts';
import { mailsOnce, stateOf } from '../support/fault-state.ts';

const SHUFFLES = FULL ? 500 : 10;
const START = '2026-11-23T18:00:00.000Z' as Instant;
const ENTRIES = Array.from({ length: 40 }, (_, n) => seat(`person-${n}`));
const EVENING = { sitting: 'sitting-40', from: '2026-11-23T15:00', to: '2026-11-23T17:00', entries: ENTRIES };

const inCity = async (rows: readonly Row[]) => {
  const journal = await loaded(rows);
  const city = await testCity(START, journal);
  return { journal, city, end: () => ({ rows: stateOf(journal.rows()), mails: mailsOnce(city.mails) }) };
};

const confirmedEvening = async (): Promise<Row[]> => {
  const { journal, city } = await inCity([]);
  await held(city, EVENING);
  return journal.rows();
};

test(
  'the tasks of an evening, each told one to three times in any order, leave the claims of one orderly run',
  async () => {
    const rows = await confirmedEvening();
    const orderly = await inCity(rows);
    await orderly.city.settle();
    const expected = orderly.end();
    for (const { person } of ENTRIES)
      expect(expected.rows.some((row) => row.includes(claimOfPerson(EVENING.sitting, person)))).toBe(true);
    let delivered = 0;
    const copies = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(copies, fc.infiniteStream(fc.nat(9999)), async (times, order) => {
        const { city, end } = await inCity(rows);
        const tasks = await openTasks(city.deps.journal);
        const told = tasks
          .flatMap((row, index) => Array.from({ length: times[index % 40]! }, () => row))
          .map((row) => ({ row, at: order.next().value }))
          .sort((one, other) => one.at - other.at);
        for (const { row } of told) expect(await workOff(city.deps, reactionsOf(city.deps), row)).toBe('done');
        delivered += told.length;
        await city.settle();
        expect(end()).toEqual(expected);
      }),
      { numRuns: SHUFFLES, seed: SEED },
    );
    console.log(`claims stream: ${SHUFFLES} shuffles, ${delivered} deliveries, 0 differences, FAULTS_SEED=${SEED}`);
    expect(delivered).toBeGreaterThan(SHUFFLES * 40);
  },
  FULL ? 1_800_000 : 90_000,
);
