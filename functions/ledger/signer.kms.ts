import { GetPublicKeyCommand, SignCommand, type KMSClient } from '@aws-sdk/client-kms';
import { formatVkey, verifierKey } from '../../shared/ledger/note.ts';
import type { Signer } from './signer.ts';

/** The raw key stands at the end of its SubjectPublicKeyInfo (RFC 8410, 44 bytes in all). */
const SPKI_BYTES = 44;

/**
 * A key of KMS, `ECC_NIST_EDWARDS25519`, used with `ED25519_SHA_512`: plain Ed25519 over the message itself.
 * @throws Error if the key is of another kind.
 */
export const kmsSigner = async (options: {
  readonly client: KMSClient;
  readonly keyId: string;
  readonly origin: string;
}): Promise<Signer> => {
  const { client, keyId, origin } = options;
  const { PublicKey, KeySpec } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (PublicKey?.length !== SPKI_BYTES) throw new Error(`${keyId} is no Ed25519 key but ${String(KeySpec)}`);
  return {
    vkey: formatVkey(verifierKey(origin, PublicKey.slice(-32))),
    sign: async (message) => {
      const command = {
        KeyId: keyId,
        Message: message,
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      } as const;
      const { Signature } = await client.send(new SignCommand(command));
      if (Signature?.length !== 64) throw new Error('KMS gave no signature');
      return Signature;
    },
  };
};
