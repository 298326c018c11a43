import { ed25519 } from '@noble/curves/ed25519.js';
import type { Verify } from './note.ts';

/** In script alone, since phones of three years ago have no Ed25519 in WebCrypto. A few milliseconds a signature. */
export const verifyEd25519: Verify = (publicKey, message, signature) => {
  try {
    return ed25519.verify(signature, message, publicKey);
  } catch {
    return false;
  }
};
