import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { base64, fromBase64, utf8 } from './bytes.ts';
import { verifyEd25519 } from './ed25519.ts';
import { EMPTY_EDGE, growTiles, rootOfEdge } from './growth.ts';
import {
  consistencyRanges,
  inclusionRanges,
  isConsistent,
  leafHash,
  nodeHash,
  rangeRoot,
  rootFromInclusion,
  treeRoot,
  type Hash,
} from './merkle.ts';
import { formatCheckpoint, formatNote, formatVkey, openCheckpoint, parseVkey } from './note.ts';

interface Vectors {
  readonly vkey: string;
  readonly roots: { readonly size: number; readonly root: string; readonly checkpoint: string }[];
  readonly inclusion: { size: number; index: number; leafHash: string; proof: string[] | null }[];
  readonly consistency: { old: number; new: number; proof: string[] | null }[];
}

const FILE = '../shared/data/tlog/vectors.json';
const present = existsSync(FILE);
if (!present && process.env['CI'] !== undefined) throw new Error(`${FILE} is missing: the log cannot be checked`);

const entry = (index: number): Uint8Array => utf8(`{"seq":${index},"betragCent":${(index * 7919) % 1000000}}`);
const hashes = (texts: readonly string[] | null): Hash[] => (texts ?? []).map((text) => fromBase64(text)!);

describe.skipIf(!present)('the vectors made with Go (skipped where shared/data is not beside the project)', () => {
  const vectors = (present ? JSON.parse(readFileSync(FILE, 'utf8')) : {}) as Vectors;
  const size = present ? Math.max(...vectors.consistency.map((vector) => vector.new)) : 0;
  const leaves = Array.from({ length: size }, (_, index) => leafHash(entry(index)));
  const levels: Hash[][] = [leaves];
  for (let below = leaves; below.length > 1; below = levels.at(-1)!) {
    levels.push(
      Array.from({ length: Math.floor(below.length / 2) }, (_, i) => nodeHash(below[2 * i]!, below[2 * i + 1]!)),
    );
  }
  const at = (level: number, index: number): Hash => levels[level]![index]!;
  const key = parseVkey(present ? vectors.vkey : '');

  test('the verifier key is read and written as Go does', () => {
    expect(key.ok && formatVkey(key.value)).toBe(vectors.vkey);
  });

  test.each(present ? vectors.roots : [])('root and checkpoint of $size entries', ({ size, root, checkpoint }) => {
    expect(base64(treeRoot(size, at))).toBe(root);
    expect(base64(rootOfEdge(growTiles(EMPTY_EDGE, leaves.slice(0, size)).edge))).toBe(root);
    if (!key.ok) throw new Error('no key');
    const opened = openCheckpoint(checkpoint, key.value, verifyEd25519);
    expect(opened.ok && { ...opened.value, root: base64(opened.value.root) }).toEqual({
      origin: key.value.name,
      size,
      root,
    });
    const [text = '', line = ''] = checkpoint.split('\n\n');
    const signature = fromBase64(line.trim().split(' ')[2]!)!.slice(4);
    expect(opened.ok && formatNote(formatCheckpoint(opened.value), key.value, signature)).toBe(checkpoint);
    const later = checkpoint.replace(`\n${size}\n`, `\n${size + 1}\n`);
    expect(text).toContain(key.value.name);
    expect(openCheckpoint(later, key.value, verifyEd25519)).toEqual({ ok: false, refusal: 'bad-signature' });
  });

  test.each(present ? vectors.inclusion : [])('entry $index lies in the tree of $size', (vector) => {
    const path = inclusionRanges(vector.index, vector.size).map((range) => rangeRoot(range, at));
    expect(base64(leaves[vector.index]!)).toBe(vector.leafHash);
    expect(path.map(base64)).toEqual(vector.proof ?? []);
    const root = rootFromInclusion(leaves[vector.index]!, vector.index, vector.size, hashes(vector.proof));
    expect(base64(root!)).toBe(base64(treeRoot(vector.size, at)));
  });

  test.each(present ? vectors.consistency : [])('the tree of $new entries continues the one of $old', (vector) => {
    const path = consistencyRanges(vector.old, vector.new).map((range) => rangeRoot(range, at));
    expect(path.map(base64)).toEqual(vector.proof ?? []);
    const [old, now] = [vector.old, vector.new].map((size) => ({ size, root: treeRoot(size, at) }));
    expect(isConsistent(old!, now!, hashes(vector.proof))).toBe(true);
    expect(isConsistent({ ...old!, root: leaves[5]! }, now!, hashes(vector.proof))).toBe(false);
  });
});
