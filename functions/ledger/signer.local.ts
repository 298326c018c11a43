import { randomUUID, webcrypto } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { base64, fromBase64 } from '../../shared/ledger/bytes.ts';
import { formatVkey, parseVkey, verifierKey } from '../../shared/ledger/note.ts';
import type { Signer } from './signer.ts';

const { subtle } = webcrypto;
const FILE = 'ledger-key.json';

interface KeyFile {
  readonly vkey: string;
  /** PKCS #8 in base64. */
  readonly privateKey: string;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const readKey = async (place: string): Promise<KeyFile | undefined> => {
  try {
    return JSON.parse(await readFile(place, 'utf8')) as KeyFile;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Error(`The signing key in ${place} cannot be read: put it back from a copy`, { cause: error });
  }
};

const newKey = async (origin: string): Promise<KeyFile> => {
  const pair = (await subtle.generateKey({ name: 'Ed25519' }, true, [
    'sign',
    'verify',
  ])) as unknown as webcrypto.CryptoKeyPair;
  const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey));
  return { vkey: formatVkey(verifierKey(origin, publicKey)), privateKey: base64(privateKey) };
};

/** Whole or not at all, and never over a key that is there: of two first starts one wins. */
const keep = async (folder: string, key: KeyFile): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `${FILE}.${randomUUID()}`);
  const handle = await open(unfinished, 'wx', 0o600);
  await handle.writeFile(JSON.stringify(key));
  await handle.sync();
  await handle.close();
  try {
    await link(unfinished, join(folder, FILE));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(unfinished);
  }
};

/**
 * A key in a file of `folder`, made at the first start. For development: in AWS the key never leaves KMS.
 * @throws Error if the key there belongs to a log of another name.
 */
export const localSigner = async (options: { readonly folder: string; readonly origin: string }): Promise<Signer> => {
  const place = join(options.folder, FILE);
  if ((await readKey(place)) === undefined) await keep(options.folder, await newKey(options.origin));
  const key = await readKey(place);
  const verifier = parseVkey(key?.vkey ?? '');
  const pkcs8 = fromBase64(key?.privateKey ?? '');
  if (key === undefined || !verifier.ok || pkcs8 === undefined) throw new Error(`${place} holds no signing key`);
  if (verifier.value.name !== options.origin) {
    throw new Error(
      `The ledger in ${options.folder} is named ${verifier.value.name}, not ${options.origin}: a log keeps its name, so set LEDGER_ORIGIN back or start with an empty DATA_DIR.`,
    );
  }
  const privateKey = await subtle.importKey('pkcs8', Uint8Array.from(pkcs8), { name: 'Ed25519' }, false, ['sign']);
  return {
    vkey: key.vkey,
    sign: async (message) =>
      new Uint8Array(await subtle.sign({ name: 'Ed25519' }, privateKey, Uint8Array.from(message))),
  };
};
