import { createHash } from 'node:crypto';
import { base64, fromBase64, textOf, utf8 } from '../../shared/ledger/bytes.ts';
import { EMPTY_EDGE, growLog, rootOfEdge, type Edge } from '../../shared/ledger/growth.ts';
import type { Files } from '../kernel/files.ts';
import { batchPath, type Head } from './rows.ts';

/** A step of the log, with everything that its publication is made of, but for words: those can be erased. */
export interface Batch {
  /** The log before. */
  readonly edge: Edge;
  readonly added: readonly Uint8Array[];
}

interface Stored {
  readonly size: number;
  readonly rows: readonly (readonly string[])[];
  readonly entries: readonly string[];
  readonly added: readonly string[];
}

const octets = (text: string): Uint8Array => {
  const bytes = fromBase64(text);
  if (bytes === undefined) throw new TypeError('A staged batch is damaged');
  return bytes;
};

const batchBytes = ({ edge, added }: Batch): Uint8Array =>
  utf8(
    JSON.stringify({
      size: edge.size,
      rows: edge.rows.map((row) => row.map(base64)),
      entries: edge.entries.map(base64),
      added: added.map(base64),
    } satisfies Stored),
  );

const parseBatch = (bytes: Uint8Array): Batch => {
  const { size, rows, entries, added } = JSON.parse(textOf(bytes) ?? '') as Stored;
  return {
    edge: { size, rows: rows.map((row) => row.map(octets)), entries: entries.map(octets) },
    added: added.map(octets),
  };
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Stores the batch under its content hash and gives that. */
export const stage = async (files: Files, batch: Batch): Promise<string> => {
  const bytes = batchBytes(batch);
  const hash = hashOf(bytes);
  await files.put(batchPath(hash), bytes, { type: 'application/json', immutable: true });
  return hash;
};

/**
 * The batch that led to this head, or undefined where it is gone because the log went on.
 * @throws Error if what lies there is not what the head names: files are not trusted.
 */
export const stagedBatch = async (files: Files, head: Head): Promise<Batch | undefined> => {
  if (head.batch === undefined) return { edge: EMPTY_EDGE, added: [] };
  const bytes = await files.get(batchPath(head.batch));
  if (bytes === undefined) return undefined;
  if (hashOf(bytes) !== head.batch) throw new Error(`The staged batch ${head.batch} was changed`);
  return parseBatch(bytes);
};

/**
 * Where the log ends after its last batch.
 * @throws Error if that is not the tree that the head signed; then nothing more may be signed.
 */
export const edgeAfter = (batch: Batch, head: Head): Edge => {
  const { edge } = growLog(batch.edge, batch.added);
  if (edge.size !== head.size || base64(rootOfEdge(edge)) !== head.root) {
    throw new Error(`The staged batch does not lead to the signed tree of ${head.size} entries`);
  }
  return edge;
};
