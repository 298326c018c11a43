import * as fc from 'fast-check';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { cents } from '../kernel/cents.ts';
import { asId } from '../kernel/id.ts';
import { textOf, utf8 } from './bytes.ts';
import { verifyEd25519 } from './ed25519.ts';
import { disclosuresBytes, entryBytes, sealEntry, type DisclosuresFile, type SealedEntry } from './entry.ts';
import { EMPTY_EDGE, growLog } from './growth.ts';
import { inclusionRanges, leafHash, rangeRoot, rootOf } from './merkle.ts';
import { formatCheckpoint, formatNote, formatVkey, verifierKey } from './note.ts';
import { checkProof, formatProof, parseProof } from './proof.ts';
import { bundlesForGrowth, disclosuresPath, TILE_WIDTH } from './tiles.ts';
import { auditLog } from './verify.ts';

const SECRET = new Uint8Array(32).fill(7);
const KEY = verifierKey('test.example/ledger', ed25519.getPublicKey(SECRET));
const VKEY = formatVkey(KEY);

const sealed = (index: number): SealedEntry =>
  sealEntry(
    {
      id: asId(`entry-${index}`),
      kind: 'historic',
      year: 2017,
      cents: cents(index * 100),
      funder: 'bezirk',
      policyField: 'Integration',
    },
    { recipient: `Verein ${index} e. V.`, purpose: 'Zusammen lernen' },
    () => new Uint8Array(32).fill(index % 251),
  );

const ENTRIES = Array.from({ length: 600 }, (_, index) => sealed(index));

const noteOf = (entries: readonly SealedEntry[]): string => {
  const text = formatCheckpoint({
    origin: KEY.name,
    size: entries.length,
    root: rootOf(entries.map(({ entry }) => leafHash(entryBytes(entry)))),
  });
  return formatNote(text, KEY, ed25519.sign(utf8(text), SECRET));
};

/** A log as it would be published, path → bytes. */
const published = (entries: readonly SealedEntry[]): Map<string, Uint8Array> => {
  const { files } = growLog(
    EMPTY_EDGE,
    entries.map(({ entry }) => entryBytes(entry)),
  );
  const log = new Map(files.map(({ path, bytes }) => [path, bytes]));
  for (const { index, width } of bundlesForGrowth(0, entries.length)) {
    const part = entries.slice(index * TILE_WIDTH, index * TILE_WIDTH + width);
    const words: DisclosuresFile = Object.fromEntries(part.map(({ entry, disclosures }) => [entry.id, disclosures]));
    log.set(disclosuresPath(index, width), disclosuresBytes(words));
  }
  return log.set('checkpoint', utf8(noteOf(entries)));
};

const audit = (log: Map<string, Uint8Array>, earlier?: string) =>
  auditLog(async (path) => log.get(path), {
    vkey: VKEY,
    verify: verifyEd25519,
    ...(earlier === undefined ? {} : { earlier }),
  });

describe('the audit of a published log', () => {
  test.each([0, 1, 255, 256, 257, 600])('a log of %d entries holds', async (size) => {
    const log = published(ENTRIES.slice(0, size));
    expect(await audit(log, noteOf(ENTRIES.slice(0, Math.floor(size / 2))))).toMatchObject({
      ok: true,
      entries: size,
      texts: size * 2,
      erased: 0,
      since: Math.floor(size / 2),
    });
  });

  test('any flipped byte in any file is found', async () => {
    const log = published(ENTRIES.slice(0, 300));
    const paths = [...log.keys()];
    await fc.assert(
      fc.asyncProperty(fc.nat(paths.length - 1), fc.nat(), fc.integer({ min: 0, max: 7 }), async (pick, at, bit) => {
        const path = paths[pick]!;
        const bytes = Uint8Array.from(log.get(path)!);
        bytes[at % bytes.length]! ^= 1 << bit;
        expect(
          (await audit(new Map(log).set(path, bytes))).ok,
          `${path} ${at % bytes.length} ${bytes.length} ${bit}`,
        ).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('any missing file is found', async () => {
    const log = published(ENTRIES.slice(0, 300));
    for (const path of log.keys()) {
      const rest = new Map(log);
      rest.delete(path);
      expect((await audit(rest)).ok, path).toBe(false);
    }
  });

  test('it says what was changed: an entry, a word, a tile', async () => {
    const log = published(ENTRIES.slice(0, 300));
    const edited = (path: string, from: string, to: string) =>
      new Map(log).set(path, utf8(textOf(log.get(path)!)!.replace(from, to)));
    const entry = edited('tile/entries/001.p/44', '"cents":26000', '"cents":96000');
    expect(await audit(entry)).toEqual({ ok: false, problem: 'entry-altered', at: '260' });
    const word = edited('disclosures/000', 'Verein 9 e. V.', 'Verein X e. V.');
    expect(await audit(word)).toEqual({ ok: false, problem: 'text-altered', at: 'entry-9' });
    for (const path of ['tile/0/000', 'tile/1/000.p/1']) {
      const tile = Uint8Array.from(log.get(path)!);
      tile[3]! ^= 1;
      expect(await audit(new Map(log).set(path, tile))).toEqual({ ok: false, problem: 'tile-altered', at: path });
    }
  });

  test('a log from which an entry was dropped, signed anew, is found by whoever kept a checkpoint', async () => {
    const fork = published(ENTRIES.slice(0, 300).filter((_, index) => index !== 100));
    expect((await audit(fork)).ok).toBe(true);
    expect(await audit(fork, noteOf(ENTRIES.slice(0, 280)))).toEqual({
      ok: false,
      problem: 'not-consistent',
      at: '280',
    });
    expect(await audit(fork, noteOf(ENTRIES.slice(0, 300)))).toEqual({ ok: false, problem: 'rolled-back', at: '300' });
    expect((await audit(fork, noteOf(ENTRIES.slice(0, 100)))).ok).toBe(true);
  });

  test('erased words are told as erased, and the log holds', async () => {
    const [first, ...others] = ENTRIES.slice(0, 5);
    const { recipient: _, ...kept } = first!.disclosures;
    const log = published([{ entry: first!.entry, disclosures: kept }, ...others]);
    expect(await audit(log)).toMatchObject({ ok: true, texts: 9, erased: 1 });
  });

  test('another key, another name, an entry twice: refused', async () => {
    const log = published(ENTRIES.slice(0, 3));
    const stranger = formatVkey(verifierKey(KEY.name, ed25519.getPublicKey(new Uint8Array(32).fill(8))));
    const read = async (path: string) => log.get(path);
    expect(await auditLog(read, { vkey: stranger, verify: verifyEd25519 })).toMatchObject({
      problem: 'not-signed-by-this-key',
    });
    expect(await audit(published([ENTRIES[0]!, ENTRIES[1]!, ENTRIES[0]!]))).toEqual({
      ok: false,
      problem: 'entry-twice',
      at: 'entry-0',
    });
  });
});

describe('the proof of one entry', () => {
  const part = ENTRIES.slice(0, 77);
  const leaves = part.map(({ entry }) => leafHash(entryBytes(entry)));
  const path = inclusionRanges(9, 77).map((range) =>
    rangeRoot(range, (level, index) => rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))),
  );
  const proof = formatProof({ index: 9, path, checkpoint: noteOf(part) });

  test('it holds for the entry and for no other', () => {
    expect(checkProof(entryBytes(part[9]!.entry), proof, KEY, verifyEd25519)).toMatchObject({
      ok: true,
      value: { size: 77 },
    });
    expect(checkProof(entryBytes(part[10]!.entry), proof, KEY, verifyEd25519)).toEqual({
      ok: false,
      refusal: 'entry-not-in-log',
    });
  });

  test('it is read back as it was written; extra words are passed over', () => {
    const withExtra = proof.replace('\nindex', '\nextra SGFsbG8=\nindex');
    expect(parseProof(proof)).toEqual(parseProof(withExtra));
    expect(parseProof(proof.replace('index 9', 'index 09'))).toEqual({ ok: false, refusal: 'malformed-proof' });
  });
});

test('an entry holds hashes instead of words, each with a salt of its own', () => {
  const { entry, disclosures } = sealed(3);
  const line = textOf(entryBytes(entry))!;
  expect(line).not.toContain('Verein');
  expect(Object.keys(entry.commitments)).toEqual(['recipient', 'purpose']);
  expect(disclosures.recipient?.[1]).toBe('Verein 3 e. V.');
});

test('what is outside its form is not sealed, since an entry cannot be taken back', () => {
  const fields = { ...ENTRIES[0]!.entry, commitments: undefined };
  const seal = (change: object) => () => sealEntry({ ...fields, ...change }, {}, () => new Uint8Array(32));
  expect(seal({ year: 17 })).toThrow(RangeError);
  expect(seal({ cents: -5 })).toThrow(RangeError);
  expect(seal({ id: 'X Y' })).toThrow(RangeError);
  expect(seal({ day: '2026-02-30' })).toThrow(RangeError);
  expect(seal({ recipient: 'Verein' })).toThrow(RangeError);
});
