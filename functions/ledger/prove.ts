import { equalBytes, textOf } from '../../shared/ledger/bytes.ts';
import { entryBytes } from '../../shared/ledger/entry.ts';
import { inclusionRanges, leafHash, rangeRoot, rootFromInclusion, type Hash } from '../../shared/ledger/merkle.ts';
import { parseCheckpoint } from '../../shared/ledger/note.ts';
import { formatProof } from '../../shared/ledger/proof.ts';
import { hashesInTiles, splitHashes, tilePath, tilesForRanges } from '../../shared/ledger/tiles.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';
import { entryKey, logPath, type EntryRow } from './rows.ts';

/** Reads the tiles that a proof needs; each is asked for once. */
export const hashesOf = async (files: Files, ranges: readonly (readonly [number, number])[], size: number) => {
  const tiles = tilesForRanges(ranges, size);
  const bytes = await Promise.all(tiles.map((tile) => files.get(logPath(tilePath(tile)))));
  const hashes = new Map<string, readonly Hash[]>();
  tiles.forEach(({ level, index }, at) => hashes.set(`${level}/${index}`, splitHashes(bytes[at] ?? new Uint8Array())));
  return hashesInTiles((level, index) => hashes.get(`${level}/${index}`) ?? []);
};

/**
 * The proof that an entry lies in the log as it is published now, made from its tiles alone.
 * Undefined where no such entry is published.
 * @throws Error if the tiles do not lead to the signed root: then someone changed them.
 */
export const proveEntry = async (
  { journal, files }: { readonly journal: Journal; readonly files: Files },
  id: string,
): Promise<string | undefined> => {
  const [[[row]], note] = await Promise.all([
    journal.read([entryKey(id)]) as Promise<EntryRow[][]> as Promise<[EntryRow[]]>,
    files.get(logPath('checkpoint')),
  ]);
  const checkpoint = textOf(note ?? new Uint8Array()) ?? '';
  const head = parseCheckpoint(checkpoint);
  if (row?.index === undefined || !head.ok || row.index >= head.value.size) return undefined;
  const { size, root } = head.value;
  const ranges = inclusionRanges(row.index, size);
  const at = await hashesOf(files, ranges, size);
  const path = ranges.map((range) => rangeRoot(range, at));
  const leads = rootFromInclusion(leafHash(entryBytes(row.entry)), row.index, size, path);
  if (leads === undefined || !equalBytes(leads, root)) throw new Error('The tiles do not lead to the signed root');
  return formatProof({ index: row.index, path, checkpoint });
};
