import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { writeWhole } from '../whole-file.ts';

export const ALGORITHM = 'ES256';

/** The provider's signing key and the secret of its cookies; they stay, so that a restart signs nobody out. */
export interface IdentityKeys {
  readonly jwk: JWK;
  readonly cookieSecret: string;
}

const fileIn = (folder: string): string => join(folder, 'keys.json');

/** The keys that a running city uses; undefined if none ever ran on the folder. */
export const readKeys = (folder: string): IdentityKeys | undefined => {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as IdentityKeys;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
};

export const keysIn = async (folder: string): Promise<IdentityKeys> => {
  const present = readKeys(folder);
  if (present !== undefined) return present;
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: ALGORITHM, use: 'sig', kid: randomBytes(8).toString('hex') };
  const keys: IdentityKeys = { jwk, cookieSecret: randomBytes(32).toString('base64url') };
  mkdirSync(folder, { recursive: true });
  writeWhole(fileIn(folder), JSON.stringify(keys));
  return keys;
};
