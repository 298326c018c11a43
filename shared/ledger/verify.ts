import { equalBytes, textOf } from './bytes.ts';
import { readDisclosures } from './entry.ts';
import { Found, foundIn, type Finding } from './finding.ts';
import { EMPTY_EDGE, growTiles, rootOfEdge, type Edge } from './growth.ts';
import { leafHash, type Hash } from './merkle.ts';
import { openCheckpoint, parseVkey, type Checkpoint, type Verify, type VerifierKey } from './note.ts';
import {
  bundlePath,
  disclosuresPath,
  splitBundle,
  splitHashes,
  tilePath,
  tilesForGrowth,
  TILE_WIDTH,
} from './tiles.ts';
import { checkWords, type Counts } from './words.ts';

/** Reads a file of the log by its path below the log (`checkpoint`, `tile/…`); undefined where there is none. */
export type ReadLog = (path: string) => Promise<Uint8Array | undefined>;

/** What was checked and holds. */
export interface Audit {
  readonly checkpoint: Checkpoint;
  /** The signed note: keep it, and the next audit proves that nothing before it was changed. */
  readonly note: string;
  readonly entries: number;
  readonly tiles: number;
  /** Words that are the ones committed to. */
  readonly texts: number;
  /** Words that were erased; their hashes still stand in the log. */
  readonly erased: number;
  /** Entries of the earlier checkpoint that was compared. */
  readonly since: number | undefined;
}

export type AuditOutcome = ({ readonly ok: true } & Audit) | ({ readonly ok: false } & Finding);

export interface AuditOptions {
  /** The verifier key, from somewhere else than the log itself if it can be had. */
  readonly vkey: string;
  readonly verify: Verify;
  /** A signed note of the same log that was kept from before. */
  readonly earlier?: string;
  readonly onProgress?: (checked: number, size: number) => void;
}

const opened = (note: string, key: VerifierKey, verify: Verify, at: string): Checkpoint => {
  const checkpoint = openCheckpoint(note, key, verify);
  if (!checkpoint.ok) throw new Found(checkpoint.refusal, at);
  return checkpoint.value;
};

/** Reads one bundle, its words and its tile of leaf hashes. */
const readPart = async (read: ReadLog, index: number, width: number) => {
  const [bundleAt, wordsAt] = [bundlePath(index, width), disclosuresPath(index, width)];
  const tileAt = tilePath({ level: 0, index, width });
  const [bundle, words, tile] = await Promise.all([read(bundleAt), read(wordsAt), read(tileAt)]);
  if (bundle === undefined) throw new Found('bundle-missing', bundleAt);
  if (words === undefined) throw new Found('disclosures-missing', wordsAt);
  if (tile === undefined) throw new Found('tile-missing', tileAt);
  const entries = splitBundle(bundle);
  if (!entries.ok) throw new Found(entries.refusal, bundleAt);
  const disclosures = readDisclosures(words);
  if (!disclosures.ok) throw new Found(disclosures.refusal, wordsAt);
  if (entries.value.length !== width) throw new Found('entry-missing', bundleAt);
  return { entries: entries.value, words: disclosures.value, leaves: splitHashes(tile) };
};

/** The log as its entries make it, beside the log as its lowest tiles tell it. */
interface Walk {
  edge: Edge;
  told: Edge;
  /** Number of the first entry that is not the one in the tile. */
  differs: number | undefined;
  /** Paths and bytes of the tiles above the lowest that the entries lead to. */
  readonly expected: Map<string, Uint8Array>;
  rootBefore: Hash | undefined;
  /** The first word or entry that does not hold by itself; told only if the log as such is sound. */
  words: Found | undefined;
}

const walkPart = (walk: Walk, entries: readonly Uint8Array[], leaves: readonly Hash[], earlier: number): void => {
  const hashes = entries.map(leafHash);
  const differs = hashes.findIndex((hash, index) => !equalBytes(hash, leaves[index] ?? new Uint8Array()));
  if (differs >= 0) walk.differs ??= walk.edge.size + differs;
  const before = earlier - walk.edge.size;
  if (before >= 0 && before <= hashes.length) {
    walk.rootBefore = rootOfEdge(growTiles(walk.edge, hashes.slice(0, before)).edge);
  }
  const grown = growTiles(walk.edge, hashes);
  for (const { path, bytes } of grown.tiles) walk.expected.set(path, bytes);
  walk.edge = grown.edge;
  walk.told = growTiles(walk.told, leaves).edge;
};

/** If the signed root is not the one of the entries, says whether the entries or the tiles were changed. */
const checkRoot = (walk: Walk, checkpoint: Checkpoint): void => {
  if (equalBytes(rootOfEdge(walk.edge), checkpoint.root)) {
    if (walk.differs === undefined) return;
    const index = Math.floor(walk.differs / TILE_WIDTH);
    const width = Math.min(TILE_WIDTH, checkpoint.size - index * TILE_WIDTH);
    throw new Found('tile-altered', tilePath({ level: 0, index, width }));
  }
  const tilesHold = equalBytes(rootOfEdge(walk.told), checkpoint.root);
  if (tilesHold && walk.differs !== undefined) throw new Found('entry-altered', String(walk.differs));
  throw new Found('root-differs', 'checkpoint');
};

const checkTiles = async (read: ReadLog, walk: Walk, size: number): Promise<number> => {
  const tiles = tilesForGrowth(0, size);
  for (const tile of tiles) {
    // The lowest tiles were compared with the entries when those were read.
    if (tile.level === 0) continue;
    const path = tilePath(tile);
    const bytes = walk.expected.get(path) ?? new Uint8Array();
    const published = await read(path);
    if (published === undefined) throw new Found('tile-missing', path);
    if (!equalBytes(published, bytes)) throw new Found('tile-altered', path);
  }
  return tiles.length;
};

const newWalk = (before: Checkpoint | undefined): Walk => ({
  edge: EMPTY_EDGE,
  told: EMPTY_EDGE,
  differs: undefined,
  expected: new Map(),
  rootBefore: before?.size === 0 ? rootOfEdge(EMPTY_EDGE) : undefined,
  words: undefined,
});

const walkLog = async (read: ReadLog, size: number, before: Checkpoint | undefined, options: AuditOptions) => {
  const walk = newWalk(before);
  const counts: Counts = { texts: 0, erased: 0, ids: new Set() };
  for (let first = 0; first < size; first += TILE_WIDTH) {
    const part = await readPart(read, first / TILE_WIDTH, Math.min(TILE_WIDTH, size - first));
    walkPart(walk, part.entries, part.leaves, before?.size ?? -1);
    walk.words ??= foundIn(() => checkWords(part.entries, first, part.words, counts));
    options.onProgress?.(walk.edge.size, size);
  }
  return { walk, counts };
};

const audit = async (read: ReadLog, options: AuditOptions): Promise<Audit> => {
  const key = parseVkey(options.vkey);
  if (!key.ok) throw new Found(key.refusal, 'vkey');
  const bytes = await read('checkpoint');
  if (bytes === undefined) throw new Found('checkpoint-missing', 'checkpoint');
  const note = textOf(bytes) ?? '';
  const checkpoint = opened(note, key.value, options.verify, 'checkpoint');
  const { earlier } = options;
  const before = earlier === undefined ? undefined : opened(earlier, key.value, options.verify, 'earlier checkpoint');
  const { size } = checkpoint;
  if (before !== undefined && before.size > size) throw new Found('rolled-back', String(before.size));
  const { walk, counts } = await walkLog(read, size, before, options);
  checkRoot(walk, checkpoint);
  if (walk.words !== undefined) throw walk.words;
  const tiles = await checkTiles(read, walk, size);
  if (before !== undefined && !equalBytes(walk.rootBefore ?? new Uint8Array(), before.root)) {
    throw new Found('not-consistent', String(before.size));
  }
  const { texts, erased } = counts;
  return { checkpoint, note, entries: size, tiles, texts, erased, since: before?.size };
};

/**
 * Audits a published log from its files alone: signature, every entry, every tile, the root, every word against its
 * commitment, and the earlier checkpoint if there is one. Gives the first thing that does not hold.
 */
export const auditLog = async (read: ReadLog, options: AuditOptions): Promise<AuditOutcome> => {
  try {
    return { ok: true, ...(await audit(read, options)) };
  } catch (error) {
    if (error instanceof Found) return { ok: false, ...error.finding };
    throw error;
  }
};
