import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../shared/ledger/bytes.ts';
import { formatVkey, verifierKey } from '../../shared/ledger/note.ts';
import { memoryFiles, type MemoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal, type MemoryJournal } from '../kernel/journal.memory.ts';
import { eraseTexts } from './erase.ts';
import { ANY_INSTANT, auditFiles, grant, ledgerDeps, ORIGIN, queue, queueMany, words } from './ledger.fixture.ts';
import { sequence } from './sequence.ts';

const place = () => {
  const [journal, files] = [memoryJournal(), memoryFiles()];
  return { journal, files, deps: ledgerDeps(journal, files) };
};

const noteIn = (files: MemoryFiles): string => textOf(files.all.get('ledger/log/checkpoint')!)!;

/** The table as it stood, in another one: what point-in-time recovery makes. */
const copyOf = async (journal: MemoryJournal): Promise<MemoryJournal> => {
  const copy = memoryJournal();
  const rows = journal.rows();
  for (let at = 0; at < rows.length; at += 90) {
    const writes = rows.slice(at, at + 90).map((put) => ({ put }));
    await copy.commit({ at: ANY_INSTANT, by: 'system', writes });
  }
  return copy;
};

const publicRows = (journal: MemoryJournal) =>
  journal
    .rows()
    .filter(({ pk }) => pk.startsWith('public#'))
    .map(({ version: _, ...row }) => row);

const stagedIn = (files: MemoryFiles): string[] => [...files.all.keys()].filter((path) => path.startsWith('ledger-st'));

const otherSigner = () => {
  const secret = new Uint8Array(32).fill(9);
  return {
    vkey: formatVkey(verifierKey(ORIGIN, ed25519.getPublicKey(secret))),
    sign: async (message: Uint8Array) => ed25519.sign(message, secret),
  };
};

describe('nothing is signed over a published log', () => {
  test('by a table that knows nothing of it', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 3);
    await sequence(deps);
    const before = new Map(files.all);
    const empty = memoryJournal();
    await queueMany(empty, 7, 8);
    await expect(sequence(ledgerDeps(empty, files))).rejects.toThrow('the table knows nothing of it');
    expect(files.all).toEqual(before);
    expect(empty.rows().filter(({ pk }) => pk === 'ledger#head')).toEqual([]);
  });

  test('by another key under the same name', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 3);
    await sequence(deps);
    await queueMany(journal, 3, 5);
    const before = new Map(files.all);
    const changed = { ...deps, signer: otherSigner() };
    await expect(sequence(changed)).rejects.toThrow('signed by another key');
    expect(files.all).toEqual(before);
    files.all.delete('ledger/log/checkpoint');
    await expect(sequence(changed)).rejects.toThrow('did not sign the last state');
    expect([...files.all.keys()].filter((path) => path.endsWith('checkpoint'))).toEqual([]);
    expect(textOf(files.all.get('ledger/log/vkey')!)).toBe(`${deps.signer.vkey}\n`);
  });

  test('that it does not continue', async () => {
    const [one, two] = [place(), place()];
    await queueMany(one.journal, 0, 3);
    await sequence(one.deps);
    await queueMany(two.journal, 0, 5);
    await sequence(two.deps);
    await queueMany(two.journal, 5, 9);
    const before = new Map(one.files.all);
    for (const path of stagedIn(two.files)) one.files.all.set(path, two.files.all.get(path)!);
    await expect(sequence({ ...two.deps, files: one.files })).rejects.toThrow('does not continue');
    for (const [path, bytes] of before) expect(one.files.all.get(path), path).toBe(bytes);
  });

  test('nor by a table that was put back and does not know its beginning', async () => {
    const [one, two] = [place(), place()];
    await queueMany(one.journal, 0, 3);
    await sequence(one.deps);
    await queueMany(two.journal, 0, 5);
    await sequence(two.deps);
    const note = noteIn(two.files);
    await expect(sequence({ ...one.deps, files: two.files })).rejects.toThrow('do not lead to the signed tree');
    expect(noteIn(two.files)).toBe(note);
  });
});

describe('a staged batch that is gone', () => {
  test.each(['published', 'not yet published'])(
    'is made again where its head is %s, and the log goes on',
    async (how) => {
      const { journal, files, deps } = place();
      await queueMany(journal, 0, 300);
      await sequence(deps);
      const before = noteIn(files);
      await queueMany(journal, 300, 310);
      const put = files.put.bind(files);
      if (how !== 'published') {
        files.put = async (path, bytes, about) => {
          if (path.startsWith('ledger/log/tile')) throw new Error('died');
          await put(path, bytes, about);
        };
        await expect(sequence(deps)).rejects.toThrow('died');
        files.put = put;
      }
      for (const path of stagedIn(files)) files.all.delete(path);
      expect(await sequence(deps)).toMatchObject({ size: 310 });
      expect(await auditFiles(files, before)).toMatchObject({ ok: true, entries: 310, since: 300 });
    },
  );
});

describe('a table that was put back to an earlier instant', () => {
  test('takes over what was published since, and the log is continued, never forked', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 290);
    await sequence(deps);
    await queueMany(journal, 290, 295);
    const earlier = await copyOf(journal);
    await queueMany(journal, 295, 600);
    await sequence(deps);
    const note = noteIn(files);
    const restored = ledgerDeps(earlier, files);
    expect(await sequence(restored)).toMatchObject({ size: 600, added: 0 });
    expect(noteIn(files)).toBe(note);
    expect(publicRows(earlier)).toEqual(publicRows(journal));
    expect(earlier.rows().filter(({ pk }) => pk === 'ledger#queue')).toEqual([]);
    // What was published counts as queued before: the same decision is not published twice.
    expect((await queue(earlier, grant(599), words(599))).is).toBe('refused');
    await queueMany(earlier, 600, 603);
    await sequence(restored);
    expect(await auditFiles(files, note)).toMatchObject({ ok: true, entries: 603, since: 600 });
  });

  test('erases again what was erased since', async () => {
    const { journal, files, deps } = place();
    await queueMany(journal, 0, 5);
    await queue(journal, grant(99), { ...words(99), recipient: 'Kanarienvogel Verein' });
    await sequence(deps);
    const earlier = await copyOf(journal);
    await eraseTexts(deps, 'entry-99', ['recipient']);
    await queueMany(journal, 5, 8);
    await sequence(deps);
    await sequence(ledgerDeps(earlier, files));
    const everything = JSON.stringify(earlier.rows()) + [...files.all.values()].map((bytes) => textOf(bytes)).join();
    expect(everything.toLowerCase()).not.toContain('kanarienvogel');
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 9, erased: 1 });
  });
});
