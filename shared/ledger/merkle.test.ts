import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalBytes, utf8 } from './bytes.ts';
import {
  consistencyRanges,
  inclusionRanges,
  isConsistent,
  leafHash,
  rangeRoot,
  rootFromInclusion,
  rootOf,
  type Hash,
} from './merkle.ts';
import { EMPTY_EDGE, growTiles, rootOfEdge } from './growth.ts';
import { hashesInTiles, splitHashes, tilePath, tilesForRanges } from './tiles.ts';

const LEAVES = Array.from({ length: 700 }, (_, index) => leafHash(utf8(`entry ${index}`)));
const at = (level: number, index: number): Hash => rootOf(LEAVES.slice(index * 2 ** level, (index + 1) * 2 ** level));
const tree = (size: number) => ({ size, root: rootOf(LEAVES.slice(0, size)) });
const size = fc.integer({ min: 1, max: LEAVES.length });

const flip = (hash: Hash, bit: number): Hash => {
  const other = Uint8Array.from(hash);
  other[bit >> 3]! ^= 1 << (bit & 7);
  return other;
};

describe('proofs', () => {
  test('an entry is proved where it lies, and nowhere else', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat(255), (n, pick, other, bit) => {
        const index = pick % n;
        const path = inclusionRanges(index, n).map((range) => rangeRoot(range, at));
        const proves = (leaf: Hash, i: number, s: number, p: Hash[]): boolean =>
          equalBytes(rootFromInclusion(leaf, i, s, p) ?? new Uint8Array(), tree(n).root);
        expect(proves(LEAVES[index]!, index, n, path)).toBe(true);
        expect(proves(flip(LEAVES[index]!, bit), index, n, path)).toBe(false);
        if (path.length > 0) {
          const spoiled = path.with(other % path.length, flip(path[other % path.length]!, bit));
          expect(proves(LEAVES[index]!, index, n, spoiled)).toBe(false);
          expect(proves(LEAVES[index]!, index, n, path.slice(1))).toBe(false);
          expect(proves(LEAVES[index]!, (index + 1 + (other % (n - 1))) % n, n, path)).toBe(false);
        }
        expect(proves(LEAVES[index]!, index, n, [...path, LEAVES[0]!])).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('a log that goes on is told from one that was changed', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat(255), (n, pick, other, bit) => {
        const old = 1 + (pick % n);
        const path = consistencyRanges(old, n).map((range) => rangeRoot(range, at));
        expect(isConsistent(tree(old), tree(n), path)).toBe(true);
        const forked = { size: old, root: flip(tree(old).root, bit) };
        expect(isConsistent(forked, tree(n), path)).toBe(false);
        if (path.length > 0) {
          const spoiled = path.with(other % path.length, flip(path[other % path.length]!, bit));
          expect(isConsistent(tree(old), tree(n), spoiled)).toBe(false);
        }
        expect(isConsistent(tree(n), { ...tree(old), size: old - 1 }, path)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('the same proofs come out of tiles', () => {
    fc.assert(
      fc.property(size, fc.nat(), (n, pick) => {
        const index = pick % n;
        const files = new Map(growTiles(EMPTY_EDGE, LEAVES.slice(0, n)).tiles.map(({ path, bytes }) => [path, bytes]));
        const ranges = inclusionRanges(index, n);
        const tiles = tilesForRanges(ranges, n);
        const read = hashesInTiles((level, index) => {
          const tile = tiles.find((tile) => tile.level === level && tile.index === index)!;
          return splitHashes(files.get(tilePath(tile))!);
        });
        expect(ranges.map((range) => rangeRoot(range, read))).toEqual(ranges.map((range) => rangeRoot(range, at)));
      }),
      { numRuns: 40 },
    );
  });

  test('a log that grew in steps is the log that grew at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 5 }), (steps) => {
        let edge = EMPTY_EDGE;
        const files = new Map<string, Uint8Array>();
        for (const step of steps) {
          const grown = growTiles(edge, LEAVES.slice(edge.size, edge.size + step));
          edge = grown.edge;
          for (const { path, bytes } of grown.tiles) files.set(path, bytes);
        }
        expect(rootOfEdge(edge)).toEqual(tree(edge.size).root);
        const once = growTiles(EMPTY_EDGE, LEAVES.slice(0, edge.size));
        for (const { path, bytes } of once.tiles) expect(files.get(path)).toEqual(bytes);
      }),
      { numRuns: 40 },
    );
  });
});
