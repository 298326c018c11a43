import { expect, inject, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { testCity } from '../support/city.ts';
import { claimOfPerson, held, seat } from '../support/claims.ts';
import { troubledTable } from '../support/fault-dynamodb.ts';
import type { Journal } from '../../functions/kernel/journal.ts';
import { sweep } from '../../functions/kernel/outbox.ts';
import { reactionsOf } from '../../functions/reactions.ts';

const START = '2026-11-23T18:00:00.000Z' as Instant;
const SEATS = 40;

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

/** What the machine takes at this moment for as many reads and transactions of the same size, one after the other. */
const bare = (journal: Journal) =>
  secondsOf(async () => {
    for (let n = 0; n < SEATS; n += 1) {
      for (let read = 0; read < 3; read += 1)
        await journal.read([
          { pk: `bare#${n}`, prefix: '' },
          { pk: 'bare', sk: 'x' },
        ]);
      const writes = Array.from({ length: 10 }, (_, row) => ({ put: { pk: `bare#${n}`, sk: `row#${row}` } }));
      await journal.commit({ at: START, by: 'system', writes });
    }
  });

test('the claims of a sitting of 40 seats are drafted within 5 seconds on the local engine', async () => {
  const { client, journal } = await troubledTable(inject('dynamodb'));
  const city = await testCity(START, journal);
  const entries = Array.from({ length: SEATS }, (_, n) => seat(`person-${n}`));
  await held(city, { sitting: 'sitting-40', from: '2026-11-23T15:00', to: '2026-11-23T17:00', entries });
  const baseline = await bare(journal);
  const seconds = await secondsOf(() => sweep(city.deps, reactionsOf(city.deps)));
  for (const { person } of entries) {
    const [rows = []] = await journal.read([{ pk: `claims#${person}`, prefix: '' }]);
    expect(rows).toMatchObject([{ line: { claim: claimOfPerson('sitting-40', person), feeCents: 20_00 } }]);
  }
  client.destroy();
  console.log(`40 claims drafted in ${seconds.toFixed(1)} s, bare storage ${baseline.toFixed(1)} s`);
  // Where other work holds the machine, the bare storage is slow as well.
  expect(seconds).toBeLessThan(Math.max(5, 3 * baseline));
});
