import { expect, test } from 'vitest';
import { decideExample, takeEffect } from '../../test/support/example-case.ts';
import { testCity } from '../../test/support/city.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import type { Write } from '../kernel/journal.ts';

/** A grant to an organisation with or without legal personality, up to the entry that waits for the log. */
const granted = async (isLegalPerson: boolean) => {
  const journal = memoryJournal();
  const city = await testCity('2026-11-23T09:00:00.000Z' as Instant, journal);
  const { notice } = await decideExample(city, 'app-eins', async () => {
    const writes = journal.rows().flatMap((row): Write[] => {
      const text = JSON.stringify(row);
      if (!text.includes('"isLegalPerson":true') || !text.includes('Brückenhaus')) return [];
      const changed = text.replaceAll('"isLegalPerson":true', `"isLegalPerson":${isLegalPerson}`);
      return [{ put: JSON.parse(changed) as typeof row }];
    });
    await journal.commit({ at: city.deps.clock.now(), by: 'system', writes });
  });
  await takeEffect(city, notice);
  return journal.rows().filter(({ pk }) => pk.startsWith('ledger#entry#'));
};

test('a recipient that is no legal person is named nowhere in its entry', async () => {
  const rows = await granted(false);
  expect(rows).toMatchObject([{ entry: { nameWithheld: 'not-a-legal-person' } }]);
  expect(Object.keys((rows[0] as unknown as { disclosures: object }).disclosures).sort()).toEqual([
    'funder',
    'place',
    'purpose',
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Brückenhaus|VR_\d/);
});

test('a legal person is', async () => {
  const rows = await granted(true);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).toContain('Brückenhaus');
});
