import { concat } from './bytes.ts';
import { HASH_BYTES, rootOf, type Hash, type HashAt, type Range } from './merkle.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';

/** Hashes in a full tile, entries in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Tile `index` of level `level`; `width` is 256, or less for a partial tile. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

const numberPath = (index: number): string => {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return groups.join('/');
};

const widthPath = (width: number): string => (width === TILE_WIDTH ? '' : `.p/${width}`);

/** `tile/0/x001/x234/067.p/8` */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${numberPath(index)}${widthPath(width)}`;

/** Entries `256·index` and following. */
export const bundlePath = (index: number, width: number): string =>
  `tile/entries/${numberPath(index)}${widthPath(width)}`;

/** The words and salts of the bundle of the same number. */
export const disclosuresPath = (index: number, width: number): string =>
  `disclosures/${numberPath(index)}${widthPath(width)}`;

const capacityBelow = (level: number): number => TILE_WIDTH ** level;

/** How many hashes tile `index` of `level` holds in a log of `size`; 0 where there is no such tile. */
export const widthIn = (size: number, level: number, index: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, Math.floor(size / capacityBelow(level)) - index * TILE_WIDTH));

/** All tiles of a log, or those that a growth adds or widens. */
export const tilesForGrowth = (from: number, to: number): Tile[] => {
  const tiles: Tile[] = [];
  for (let level = 0; Math.floor(to / capacityBelow(level)) > 0; level += 1) {
    const before = Math.floor(from / capacityBelow(level));
    const after = Math.floor(to / capacityBelow(level));
    if (before === after) continue;
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < after; index += 1) {
      tiles.push({ level, index, width: widthIn(to, level, index) });
    }
  }
  return tiles;
};

/** The bundles that a growth adds or widens, with the entries that each then holds. */
export const bundlesForGrowth = (from: number, to: number): Tile[] =>
  tilesForGrowth(from, to).filter((tile) => tile.level === 0);

/** @throws RangeError if an entry is too long for its two bytes of length. */
export const joinBundle = (entries: readonly Uint8Array[]): Uint8Array =>
  concat(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError(`An entry of ${entry.length} bytes is too long`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );

export const splitBundle = (bytes: Uint8Array): Result<Uint8Array[], 'malformed-bundle'> => {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + 2;
    const end = start + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    if (start > bytes.length || end > bytes.length) return refuse('malformed-bundle');
    entries.push(bytes.slice(start, end));
    at = end;
  }
  return ok(entries);
};

export const joinHashes = (hashes: readonly Hash[]): Uint8Array => concat(...hashes);

export const splitHashes = (bytes: Uint8Array): Hash[] =>
  Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, index) =>
    bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );

/** The tile in which the root of a complete subtree is found, and where its hashes stand there. */
const tileOf = (level: number, index: number): { level: number; index: number; at: number; count: number } => {
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  return {
    level: Math.floor(level / TILE_HEIGHT),
    index: Math.floor(first / TILE_WIDTH),
    at: first % TILE_WIDTH,
    count,
  };
};

/** Reads subtree roots out of tiles; `hashes` gives those of one tile. */
export const hashesInTiles =
  (hashes: (level: number, index: number) => readonly Hash[]): HashAt =>
  (level, index) => {
    const tile = tileOf(level, index);
    const found = hashes(tile.level, tile.index).slice(tile.at, tile.at + tile.count);
    if (found.length !== tile.count) throw new RangeError(`Tile ${tile.level}/${tile.index} is too narrow`);
    return rootOf(found);
  };

const tilesUnder = ([from, to]: Range): { level: number; index: number }[] => {
  const length = to - from;
  const level = Math.log2(length);
  if (Number.isInteger(level)) return [tileOf(level, from / length)];
  const k = 2 ** Math.floor(level);
  return [...tilesUnder([from, from + k]), ...tilesUnder([from + k, to])];
};

/** The tiles of a log of `size` that hold what these ranges are hashed from, each once. */
export const tilesForRanges = (ranges: readonly Range[], size: number): Tile[] => {
  const tiles = ranges
    .flatMap(tilesUnder)
    .map(({ level, index }) => ({ level, index, width: widthIn(size, level, index) }));
  return [...new Map(tiles.map((tile) => [tilePath(tile), tile])).values()];
};
