import { sha256 } from '@noble/hashes/sha2.js';
import { concat, equalBytes } from './bytes.ts';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The root of a log without entries (RFC 6962, 2.1). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array());

export const leafHash = (entry: Uint8Array): Hash => sha256(concat(LEAF, entry));

export const nodeHash = (left: Hash, right: Hash): Hash => sha256(concat(NODE, left, right));

/** The entries `from` up to, not including, `to`. */
export type Range = readonly [from: number, to: number];

/** Reads the root of the complete subtree number `index` among those of 2^level entries. */
export type HashAt = (level: number, index: number) => Hash;

/** The largest power of two below `n`, for n > 1 (RFC 6962 calls it k). Sizes may exceed 32 bits. */
const splitOf = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

/** The Merkle tree hash of a range as the proofs of RFC 6962 cut it. */
export const rangeRoot = ([from, to]: Range, at: HashAt): Hash => {
  const length = to - from;
  const level = Math.log2(length);
  if (Number.isInteger(level)) return at(level, from / length);
  const k = splitOf(length);
  return nodeHash(rangeRoot([from, from + k], at), rangeRoot([from + k, to], at));
};

export const treeRoot = (size: number, at: HashAt): Hash => (size === 0 ? EMPTY_ROOT : rangeRoot([0, size], at));

/** The root over hashes that lie side by side, as many as there are. */
export const rootOf = (hashes: readonly Hash[]): Hash => {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return hashes[0]!;
  const k = splitOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)));
};

const inclusionWithin = (index: number, [from, to]: Range): Range[] => {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...inclusionWithin(index, [from, middle]), [middle, to]]
    : [...inclusionWithin(index, [middle, to]), [from, middle]];
};

/**
 * The ranges whose hashes prove that entry `index` lies in the tree, from its neighbour up to the root's child.
 * @throws RangeError if the tree has no such entry.
 */
export const inclusionRanges = (index: number, size: number): Range[] => {
  if (index < 0 || index >= size) throw new RangeError(`Entry ${index} is not in a tree of ${size}`);
  return inclusionWithin(index, [0, size]);
};

const consistencyWithin = (old: number, [from, to]: Range, known: boolean): Range[] => {
  if (old === to) return known ? [] : [[from, to]];
  const middle = from + splitOf(to - from);
  return old <= middle
    ? [...consistencyWithin(old, [from, middle], known), [middle, to]]
    : [...consistencyWithin(old, [middle, to], false), [from, middle]];
};

/**
 * The ranges whose hashes prove that the tree of `size` continues the tree of `old` entries (RFC 6962, 2.1.2).
 * @throws RangeError if the old tree is the larger one.
 */
export const consistencyRanges = (old: number, size: number): Range[] => {
  if (old < 0 || old > size) throw new RangeError(`A tree of ${size} cannot continue one of ${old}`);
  return old === 0 ? [] : consistencyWithin(old, [0, size], true);
};

/** The root that the path leads to, or undefined where the path does not fit index and size (RFC 9162, 2.1.3.2). */
export const rootFromInclusion = (leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | undefined => {
  if (index < 0 || index >= size) return undefined;
  let [here, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (here % 2 === 1 || here === last) {
      root = nodeHash(sibling, root);
      while (here % 2 === 0 && here !== 0) [here, last] = [here / 2, Math.floor(last / 2)];
    } else {
      root = nodeHash(root, sibling);
    }
    [here, last] = [Math.floor(here / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
};

interface Tree {
  readonly size: number;
  readonly root: Hash;
}

/** Whether the path proves that the new tree continues the old one (RFC 9162, 2.1.4.2). */
export const isConsistent = (old: Tree, now: Tree, path: readonly Hash[]): boolean => {
  if (old.size > now.size) return false;
  if (old.size === 0) return path.length === 0 && equalBytes(old.root, EMPTY_ROOT);
  if (old.size === now.size) return path.length === 0 && equalBytes(old.root, now.root);
  let [here, last] = [old.size - 1, now.size - 1];
  while (here % 2 === 1) [here, last] = [Math.floor(here / 2), Math.floor(last / 2)];
  const [first, ...rest] = here === 0 ? [old.root, ...path] : path;
  if (first === undefined) return false;
  let [oldRoot, newRoot] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (here % 2 === 1 || here === last) {
      [oldRoot, newRoot] = [nodeHash(sibling, oldRoot), nodeHash(sibling, newRoot)];
      while (here % 2 === 0 && here !== 0) [here, last] = [here / 2, Math.floor(last / 2)];
    } else {
      newRoot = nodeHash(newRoot, sibling);
    }
    [here, last] = [Math.floor(here / 2), Math.floor(last / 2)];
  }
  return last === 0 && equalBytes(oldRoot, old.root) && equalBytes(newRoot, now.root);
};
