import { base64, equalBytes, fromBase64 } from './bytes.ts';
import { HASH_BYTES, leafHash, rootFromInclusion, type Hash } from './merkle.ts';
import { openCheckpoint, type Checkpoint, type CheckpointRefusal, type Verify, type VerifierKey } from './note.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';

/** That one entry lies in the log of one checkpoint; complete in itself (C2SP tlog-proof). */
export interface InclusionProof {
  readonly index: number;
  readonly path: readonly Hash[];
  /** The signed note as the log published it. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';

export const formatProof = ({ index, path, checkpoint }: InclusionProof): string =>
  [HEAD, `index ${index}`, ...path.map(base64), '', checkpoint].join('\n');

export const parseProof = (text: string): Result<InclusionProof, 'malformed-proof'> => {
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, Math.max(end, 0)).split('\n');
  if (end < 0 || lines.shift() !== HEAD) return refuse('malformed-proof');
  // Extra lines carry unsigned words of whoever made the proof: read past them.
  if (lines[0]?.startsWith('extra ') === true) lines.shift();
  const [, digits = ''] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? [];
  const path = lines.map(fromBase64);
  const good = path.every((hash): hash is Hash => hash?.length === HASH_BYTES);
  if (digits === '' || !good || path.length > 63) return refuse('malformed-proof');
  return ok({ index: Number(digits), path, checkpoint: text.slice(end + 2) });
};

export type ProofRefusal = 'malformed-proof' | 'entry-not-in-log' | CheckpointRefusal;

/** Whether these very bytes lie in the log that the key stands for; gives the checkpoint that covers them. */
export const checkProof = (
  entry: Uint8Array,
  proof: string,
  key: VerifierKey,
  verify: Verify,
): Result<Checkpoint, ProofRefusal> => {
  const parsed = parseProof(proof);
  if (!parsed.ok) return parsed;
  const { index, path, checkpoint } = parsed.value;
  const opened = openCheckpoint(checkpoint, key, verify);
  if (!opened.ok) return opened;
  const root = rootFromInclusion(leafHash(entry), index, opened.value.size, path);
  return root !== undefined && equalBytes(root, opened.value.root) ? opened : refuse('entry-not-in-log');
};
