import { base64, equalBytes, textOf } from '../../shared/ledger/bytes.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { growTiles, rootOfEdge, type Edge } from '../../shared/ledger/growth.ts';
import { consistencyRanges, isConsistent, leafHash, rangeRoot, type Hash } from '../../shared/ledger/merkle.ts';
import { openCheckpoint, parseVkey, type Checkpoint, type VerifierKey } from '../../shared/ledger/note.ts';
import { bundlePath, splitBundle, splitHashes, TILE_WIDTH, tilePath, widthIn } from '../../shared/ledger/tiles.ts';
import type { Files } from '../kernel/files.ts';
import type { Batch } from './batch.ts';
import { hashesOf } from './prove.ts';
import type { LedgerDeps } from './publish.ts';
import { logPath, type Head } from './rows.ts';

/** @throws Error if the signer's key is not that of the log of this name. */
export const keyOf = ({ signer, origin }: Pick<LedgerDeps, 'signer' | 'origin'>): VerifierKey => {
  const key = parseVkey(signer.vkey);
  if (!key.ok || key.value.name !== origin) throw new Error(`The signing key is not the one of ${origin}`);
  return key.value;
};

export interface Published {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/**
 * The checkpoint that lies among the files, if it can be read: `damaged` is written again from the head.
 * @throws Error if another key signed it: two logs must never stand under one name.
 */
export const publishedIn = async (deps: LedgerDeps): Promise<Published | 'damaged' | undefined> => {
  const bytes = await deps.files.get(logPath('checkpoint'));
  if (bytes === undefined) return undefined;
  const note = textOf(bytes) ?? '';
  const opened = openCheckpoint(note, keyOf(deps), verifyEd25519);
  if (opened.ok) return { note, checkpoint: opened.value };
  if (opened.refusal === 'not-signed-by-this-key' || opened.refusal === 'other-origin') {
    throw new Error(
      `The published ledger was signed by another key than ${deps.signer.vkey}: put that key back. Nothing was signed or published.`,
    );
  }
  return 'damaged';
};

/** @throws Error unless the present key signed exactly this head. */
export const mustBeOurs = (deps: LedgerDeps, head: Head): void => {
  const opened = openCheckpoint(head.note, keyOf(deps), verifyEd25519);
  if (opened.ok && opened.value.size === head.size && base64(opened.value.root) === head.root) return;
  throw new Error(
    `The present key did not sign the last state of the ledger (${head.size} entries): put the key back that did. Nothing was signed or published.`,
  );
};

const tileIn = async (files: Files, within: number, level: number, index: number): Promise<Hash[]> => {
  const width = widthIn(within, level, index);
  const bytes = width === 0 ? undefined : await files.get(logPath(tilePath({ level, index, width })));
  return splitHashes(bytes ?? new Uint8Array());
};

/** Entries of one bundle of the published log of `within` entries, as far as they are there. */
export const entriesIn = async (files: Files, within: number, index: number): Promise<Uint8Array[]> => {
  const width = widthIn(within, 0, index);
  const bytes = width === 0 ? undefined : await files.get(logPath(bundlePath(index, width)));
  const split = splitBundle(bytes ?? new Uint8Array());
  return split.ok ? split.value : [];
};

/**
 * The right edge at `size` of the published log of `within` entries.
 * @throws Error if the files do not lead to the root: they are not trusted.
 */
export const edgeIn = async (files: Files, at: Pick<Checkpoint, 'size' | 'root'>, within: number): Promise<Edge> => {
  const rows: Hash[][] = [];
  for (let level = 0, count = at.size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    const tile = await tileIn(files, within, level, Math.floor(count / TILE_WIDTH));
    rows.push(tile.slice(0, count % TILE_WIDTH));
  }
  const entries = (await entriesIn(files, within, Math.floor(at.size / TILE_WIDTH))).slice(0, at.size % TILE_WIDTH);
  const edge = { size: at.size, rows, entries };
  const leaves = rows[0] ?? [];
  const fits = entries.length === leaves.length && entries.every((one, n) => equalBytes(leafHash(one), leaves[n]!));
  if (!fits || !equalBytes(rootOfEdge(edge), at.root)) {
    throw new Error(`The published files do not lead to the signed tree of ${at.size} entries`);
  }
  return edge;
};

const rootWithin = ({ edge, added }: Batch, size: number): Hash =>
  rootOfEdge(growTiles(edge, added.slice(0, size - edge.size).map(leafHash)).edge);

/** Whether the head, which its batch leads to, continues the older published tree. */
export const continues = async (files: Files, old: Checkpoint, batch: Batch): Promise<boolean> => {
  const { size } = batch.edge;
  if (old.size >= size) return equalBytes(rootWithin(batch, old.size), old.root);
  const ranges = consistencyRanges(old.size, size);
  try {
    const at = await hashesOf(files, ranges, size);
    return isConsistent(
      old,
      { size, root: rootOfEdge(batch.edge) },
      ranges.map((range) => rangeRoot(range, at)),
    );
  } catch {
    return false;
  }
};
