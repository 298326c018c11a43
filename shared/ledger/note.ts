import { sha256 } from '@noble/hashes/sha2.js';
import { base64, concat, fromBase64, hex, utf8 } from './bytes.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';

/** Checks an Ed25519 signature (RFC 8032) over the message. */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export interface VerifierKey {
  readonly name: string;
  /** First 4 bytes of SHA-256(name ‖ "\n" ‖ 0x01 ‖ public key). */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The tree head that a log signs (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

const ED25519 = Uint8Array.of(1);
const KEY_NAME = /^[^\s+]+$/u;
/** Far more than a log with witnesses carries; a note from a stranger cannot keep a phone busy. */
const MAX_SIGNATURES = 100;

export const verifierKey = (name: string, publicKey: Uint8Array): VerifierKey => ({
  name,
  keyId: sha256(concat(utf8(`${name}\n`), ED25519, publicKey)).slice(0, 4),
  publicKey,
});

/** `name+hex(keyId)+base64(0x01‖publicKey)`, as C2SP signed-note and Go's note package write it. */
export const formatVkey = (key: VerifierKey): string =>
  `${key.name}+${hex(key.keyId)}+${base64(concat(ED25519, key.publicKey))}`;

export const parseVkey = (text: string): Result<VerifierKey, 'not-a-verifier-key'> => {
  const [, name = '', keyId, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const key = fromBase64(encoded);
  if (!KEY_NAME.test(name) || key?.length !== 33 || key[0] !== 1) return refuse('not-a-verifier-key');
  const found = verifierKey(name, key.slice(1));
  return hex(found.keyId) === keyId ? ok(found) : refuse('not-a-verifier-key');
};

export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`;

/** Reads the signed text; further lines are extensions and allowed. */
export const parseCheckpoint = (text: string): Result<Checkpoint, 'malformed-checkpoint'> => {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const hash = fromBase64(root);
  const number = Number(size);
  const counted = /^(0|[1-9]\d*)$/.test(size) && Number.isSafeInteger(number);
  if (origin === '' || !counted || hash?.length !== HASH_BYTES || !text.endsWith('\n')) {
    return refuse('malformed-checkpoint');
  }
  return ok({ origin, size: number, root: hash });
};

/** The signed text with its signature line. */
export const formatNote = (text: string, key: VerifierKey, signature: Uint8Array): string =>
  `${text}\n— ${key.name} ${base64(concat(key.keyId, signature))}\n`;

export type NoteRefusal = 'malformed-note' | 'not-signed-by-this-key' | 'bad-signature';

interface SignatureLine {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

const parseSignature = (line: string): SignatureLine | undefined => {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!KEY_NAME.test(name) || bytes === undefined || bytes.length < 5) return undefined;
  return { name, keyId: hex(bytes.slice(0, 4)), signature: bytes.slice(4) };
};

// eslint-disable-next-line no-control-regex -- exactly these are forbidden
const CONTROLS = /[\u0000-\u0009\u000b-\u001f]/;

/** The text of a note, if this key signed it. Signatures of other keys are passed over (C2SP signed-note). */
export const openNote = (note: string, key: VerifierKey, verify: Verify): Result<string, NoteRefusal> => {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || CONTROLS.test(note)) return refuse('malformed-note');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature);
  if (signatures.length > MAX_SIGNATURES || signatures.includes(undefined)) return refuse('malformed-note');
  const own = signatures.filter((line) => line?.name === key.name && line.keyId === hex(key.keyId));
  if (own.length === 0) return refuse('not-signed-by-this-key');
  const good = own.every((line) => line !== undefined && verify(key.publicKey, utf8(text), line.signature));
  return good ? ok(text) : refuse('bad-signature');
};

export type CheckpointRefusal = NoteRefusal | 'malformed-checkpoint' | 'other-origin';

/** The checkpoint of the log that this key stands for; key name and origin are the log's one permanent name. */
export const openCheckpoint = (
  note: string,
  key: VerifierKey,
  verify: Verify,
): Result<Checkpoint, CheckpointRefusal> => {
  const text = openNote(note, key, verify);
  if (!text.ok) return text;
  const checkpoint = parseCheckpoint(text.value);
  if (!checkpoint.ok) return checkpoint;
  return checkpoint.value.origin === key.name ? checkpoint : refuse('other-origin');
};
