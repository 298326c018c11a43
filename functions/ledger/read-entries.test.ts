import { expect, test } from 'vitest';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { ANY_INSTANT } from './ledger.fixture.ts';
import { readEntries } from './read-entries.ts';
import { wordPartition } from './views.ts';

/** More than one request reads along. */
const MANY = 4500;

/** The list of one frequent word: entries of 2020, and one at its far end of 1999. */
const frequentWord = async () => {
  const journal = memoryJournal();
  const put = (year: number, number: number) => ({
    put: {
      pk: wordPartition('verein'),
      sk: `verein#${year}#${String(number).padStart(6, '0')}`,
      item: { id: `e-${number}`, year, recipient: { name: 'Verein', id: 'r' }, funder: { id: 'f', name: 'Amt' } },
    },
  });
  for (let at = 0; at < MANY; at += 90) {
    const writes = Array.from({ length: 90 }, (_, one) => put(2020, at + one));
    await journal.commit({ at: ANY_INSTANT, by: 'system', writes });
  }
  await journal.commit({ at: ANY_INSTANT, by: 'system', writes: [put(1999, 1)] });
  return journal;
};

test('an empty page says that not everything was looked through, and its next leads to the entry', async () => {
  const journal = await frequentWord();
  const query = { q: 'verein', year: '1999' };
  const first = await readEntries(journal, query);
  expect(first).toMatchObject({ ok: true, value: { items: [], next: expect.any(String) } });
  let requests = 1;
  let found = first;
  while (found.ok && found.value.items.length === 0 && found.value.next !== null) {
    found = await readEntries(journal, { ...query, cursor: found.value.next });
    requests += 1;
  }
  expect(found).toMatchObject({ ok: true, value: { items: [{ year: 1999 }] } });
  expect(requests).toBe(2);
});
