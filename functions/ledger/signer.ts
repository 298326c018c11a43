/** Signs checkpoints. The key's name is the origin of the log, for good. */
export interface Signer {
  /** `name+hex(keyId)+base64(0x01‖publicKey)` */
  readonly vkey: string;
  /** 64 bytes of Ed25519 over the message. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
