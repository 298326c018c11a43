import { inject, expect, test } from 'vitest';
import { memoryFiles } from '../../functions/kernel/files.memory.ts';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import { createTable, localClient } from '../../functions/local/table.ts';
import { auditFiles, ledgerDeps, queueMany } from '../../functions/ledger/ledger.fixture.ts';
import { proveEntry } from '../../functions/ledger/prove.ts';
import { readEntries } from '../../functions/ledger/read-entries.ts';
import { sequence } from '../../functions/ledger/sequence.ts';

test('on the real engine: three sequencers at once make one log, and every list reads it', async () => {
  const client = localClient(inject('dynamodb'));
  const table = 'ledger-test';
  await createTable(client, table);
  const [journal, files] = [dynamoJournal({ client, table }), memoryFiles()];
  const deps = ledgerDeps(journal, files);
  await queueMany(journal, 0, 110);
  await Promise.all([sequence(deps), sequence(deps), sequence(deps)]);
  expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 110 });
  expect(await proveEntry({ journal, files }, 'entry-42')).toContain('c2sp.org/tlog-proof@v1');
  const count = async (query: Parameters<typeof readEntries>[1]) => {
    const ids = new Set<string>();
    for (let cursor: string | undefined; ;) {
      const page = await readEntries(journal, { ...query, ...(cursor !== undefined && { cursor }) });
      if (!page.ok) throw new Error(page.refusal);
      for (const { id } of page.value.items) ids.add(id);
      if (page.value.next === null) return ids.size;
      cursor = page.value.next;
    }
  };
  expect(await count({})).toBe(110);
  expect(await count({ year: '2025' })).toBe(55);
  expect(await count({ funder: 'bezirksamt-mitte' })).toBe(37);
  expect(await count({ field: 'Integration', year: '2026' })).toBe(55);
  expect(await count({ q: 'brucke' })).toBe(37);
  expect(await count({ q: 'nichts' })).toBe(0);
  client.destroy();
});
