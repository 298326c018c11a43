import { hash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Words that a fact vouches for without carrying them: the hash goes into the fact, salt and words into a record that can be erased. */
export interface Seal {
  /** 32 random bytes, base64url. */
  readonly salt: string;
  /** SHA-256 over salt and canonical JSON, base64url. */
  readonly hash: string;
}

export const hashWith = (salt: string, content: unknown): string =>
  hash(
    'sha256',
    Buffer.concat([Buffer.from(salt, 'base64url'), Buffer.from(canonicalize(content) ?? '')]),
    'base64url',
  );

export const seal = (content: unknown): Seal => {
  const salt = randomBytes(32).toString('base64url');
  return { salt, hash: hashWith(salt, content) };
};
