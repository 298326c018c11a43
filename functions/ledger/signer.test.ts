import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ed25519 } from '@noble/curves/ed25519.js';
import type { KMSClient } from '@aws-sdk/client-kms';
import { concat, utf8 } from '../../shared/ledger/bytes.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { parseVkey } from '../../shared/ledger/note.ts';
import { kmsSigner } from './signer.kms.ts';
import { localSigner } from './signer.local.ts';
import type { Signer } from './signer.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'anteil-key-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));
const ORIGIN = 'test.example/ledger';

const signs = async (signer: Signer): Promise<boolean> => {
  const key = parseVkey(signer.vkey);
  const message = utf8('text\n');
  return key.ok && key.value.name === ORIGIN && verifyEd25519(key.value.publicKey, message, await signer.sign(message));
};

test('a first start makes one key, also when two start at once, and later starts find it', async () => {
  const both = await Promise.all([1, 2].map(() => localSigner({ folder: FOLDER, origin: ORIGIN })));
  const later = await localSigner({ folder: FOLDER, origin: ORIGIN });
  expect(new Set([...both, later].map((signer) => signer.vkey)).size).toBe(1);
  expect(await signs(later)).toBe(true);
  expect(readdirSync(FOLDER)).toEqual(['ledger-key.json']);
  expect(statSync(join(FOLDER, 'ledger-key.json')).mode & 0o077).toBe(0);
});

test('a key does not sign for a log of another name', async () => {
  await expect(localSigner({ folder: FOLDER, origin: 'other.example/log' })).rejects.toThrow('keeps its name');
});

test('a key in KMS is read from its public key and signs the message itself', async () => {
  const secret = new Uint8Array(32).fill(5);
  const prefix = Uint8Array.from([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]);
  const send = async ({
    input,
  }: {
    input: { Message?: Uint8Array; SigningAlgorithm?: string; MessageType?: string };
  }) => {
    if (input.Message === undefined) return { PublicKey: concat(prefix, ed25519.getPublicKey(secret)) };
    expect(input).toMatchObject({ SigningAlgorithm: 'ED25519_SHA_512', MessageType: 'RAW' });
    return { Signature: ed25519.sign(input.Message, secret) };
  };
  const client = { send } as unknown as KMSClient;
  expect(await signs(await kmsSigner({ client, keyId: 'alias/ledger', origin: ORIGIN }))).toBe(true);
});
