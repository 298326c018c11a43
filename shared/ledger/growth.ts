import { leafHash, nodeHash, rootOf, EMPTY_ROOT, type Hash } from './merkle.ts';
import { bundlePath, joinBundle, joinHashes, TILE_WIDTH, tilePath } from './tiles.ts';

/**
 * The right edge of a log: all that is needed to go on. `rows[L]` are the hashes of the partial tile of level L,
 * `entries` those of the partial bundle.
 */
export interface Edge {
  readonly size: number;
  readonly rows: readonly (readonly Hash[])[];
  readonly entries: readonly Uint8Array[];
}

export const EMPTY_EDGE: Edge = { size: 0, rows: [], entries: [] };

/** A file of the log, under a path relative to the log. */
export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Growth {
  readonly edge: Edge;
  /** The tiles that the growth makes full, and the partial ones that it leaves, each once. */
  readonly tiles: readonly LogFile[];
}

/** The root of the log that ends with this edge. */
export const rootOfEdge = ({ size, rows }: Edge): Hash => {
  let root: Hash | undefined;
  for (const row of rows) {
    let end = row.length;
    for (let width = 1; width <= row.length; width *= 2) {
      if (Math.floor(row.length / width) % 2 === 0) continue;
      const left = rootOf(row.slice(end - width, end));
      root = root === undefined ? left : nodeHash(left, root);
      end -= width;
    }
  }
  return size === 0 || root === undefined ? EMPTY_ROOT : root;
};

/** Tile rows while they grow: a row that fills becomes a tile and one hash in the row above. */
class Rows {
  readonly rows: Hash[][];
  readonly tiles: LogFile[] = [];
  readonly #counts: number[];
  readonly #touched = new Set<number>();

  constructor(edge: Edge) {
    this.rows = edge.rows.map((row) => [...row]);
    this.#counts = edge.rows.map((_, level) => Math.floor(edge.size / TILE_WIDTH ** (level + 1)));
  }

  add(hash: Hash, level = 0): void {
    const row = (this.rows[level] ??= []);
    row.push(hash);
    this.#touched.add(level);
    if (row.length < TILE_WIDTH) return;
    this.tiles.push(this.#tile(level, row));
    this.#counts[level] = (this.#counts[level] ?? 0) + 1;
    this.rows[level] = [];
    this.add(rootOf(row), level + 1);
  }

  #tile(level: number, row: readonly Hash[]): LogFile {
    const tile = { level, index: this.#counts[level] ?? 0, width: row.length };
    return { path: tilePath(tile), bytes: joinHashes(row) };
  }

  partial(): LogFile[] {
    return this.rows.flatMap((row, level) =>
      row.length > 0 && this.#touched.has(level) ? [this.#tile(level, row)] : [],
    );
  }
}

/** Puts leaf hashes behind the edge. The entries of the edge are the caller's concern. */
export const growTiles = (edge: Edge, leaves: readonly Hash[]): Growth => {
  const rows = new Rows(edge);
  for (const leaf of leaves) rows.add(leaf);
  return {
    edge: { size: edge.size + leaves.length, rows: rows.rows, entries: [] },
    tiles: [...rows.tiles, ...rows.partial()],
  };
};

/** The log after these entries: its new edge, and the files (tiles and bundles) that it publishes beyond the old one. */
export const growLog = (edge: Edge, added: readonly Uint8Array[]): { edge: Edge; files: LogFile[] } => {
  const grown = growTiles(edge, added.map(leafHash));
  const all = [...edge.entries, ...added];
  const first = Math.floor(edge.size / TILE_WIDTH);
  const bundles: LogFile[] = [];
  let rest: Uint8Array[] = [];
  for (let at = 0; at < all.length; at += TILE_WIDTH) {
    const entries = all.slice(at, at + TILE_WIDTH);
    bundles.push({ path: bundlePath(first + at / TILE_WIDTH, entries.length), bytes: joinBundle(entries) });
    rest = entries.length < TILE_WIDTH ? entries : [];
  }
  const files = added.length === 0 ? [] : [...grown.tiles, ...bundles];
  return { edge: { ...grown.edge, entries: rest }, files };
};
