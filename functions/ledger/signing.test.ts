import { describe, expect, test } from 'vitest';
import { EMPTY_EDGE } from '../../shared/ledger/growth.ts';
import { textOf, utf8 } from '../../shared/ledger/bytes.ts';
import type { Disclosures } from '../../shared/ledger/entry.ts';
import { edgeAfter, stage } from './batch.ts';
import { auditFiles, clockedLedger, grant, queue, queueMany, words } from './ledger.fixture.ts';
import { HEAD, type Head } from './rows.ts';
import { sequence } from './sequence.ts';

const saltsIn = (rows: readonly { readonly [field: string]: unknown }[]): string[] =>
  rows.flatMap(({ pk, disclosures }) =>
    String(pk).startsWith('ledger#entry#') ? Object.values(disclosures as Disclosures).map(([salt]) => salt) : [],
  );

test('each word has a salt of its own, so that none can be guessed after it was erased', async () => {
  const { journal } = clockedLedger();
  await queue(journal, grant(1), words(1));
  await queue(journal, grant(2), words(1));
  const again = clockedLedger().journal;
  await queue(again, grant(1), words(1));
  const salts = [...saltsIn(journal.rows()), ...saltsIn(again.rows())];
  expect(salts).toHaveLength(15);
  expect(new Set(salts).size).toBe(15);
  expect(salts.every((salt) => Buffer.from(salt, 'base64').length === 32)).toBe(true);
});

describe('what is staged', () => {
  test('leads to the tree that the head signed, or nothing is signed', async () => {
    const { journal, files, deps } = clockedLedger();
    await queueMany(journal, 0, 3);
    await sequence(deps);
    const [[head]] = (await journal.read([HEAD])) as unknown as [[Head & { pk: string; sk: string }]];
    const batch = { edge: EMPTY_EDGE, added: [utf8('somebody else’s'), utf8('entries'), utf8('here')] };
    expect(() => edgeAfter(batch, head)).toThrow('does not lead to the signed tree');
    const hash = await stage(files, batch);
    const put = { ...head, batch: hash };
    await journal.commit({ at: deps.clock.now(), by: 'system', writes: [{ put }] });
    await queueMany(journal, 3, 5);
    const before = new Map(files.all);
    await expect(sequence(deps)).rejects.toThrow();
    expect(files.all).toEqual(before);
    const [[after]] = (await journal.read([HEAD])) as unknown as [[Head]];
    expect(after.note).toBe(head.note);
  });
});

test('an older checkpoint never stays over a newer one: who publishes late looks again', async () => {
  const { journal, files, deps } = clockedLedger();
  await queueMany(journal, 0, 3);
  const put = files.put.bind(files);
  let isFirst = true;
  const slow: typeof files.put = async (path, bytes, about) => {
    if (path.endsWith('/checkpoint') && textOf(bytes)!.includes('\n3\n') && isFirst) {
      isFirst = false;
      await queueMany(journal, 3, 60);
      await sequence(deps);
    }
    return put(path, bytes, about);
  };
  await sequence({ ...deps, files: { ...files, put: slow } }, { steps: 1 });
  expect(isFirst).toBe(false);
  expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 60 });
});
