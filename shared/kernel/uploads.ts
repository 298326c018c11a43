import * as z from 'zod/mini';
import type { UploadId } from './id.ts';
import { idText } from './text.ts';

const MIB = 1024 * 1024;

/** What may be handed over, and how large it may be in bytes. The same table serves form, route and storage. */
export const UPLOAD_LIMITS = {
  'image/jpeg': 8 * MIB,
  'image/png': 8 * MIB,
  'application/pdf': 10 * MIB,
  /** Statements of the bank (camt.053). */
  'application/xml': 64 * MIB,
} as const;

export type UploadType = keyof typeof UPLOAD_LIMITS;

const TYPES = Object.keys(UPLOAD_LIMITS) as [UploadType, ...UploadType[]];

/** `id` is made by the client; `size` in bytes is what will be sent, exactly. */
export const uploadBody = z.strictObject({
  id: idText<UploadId>(),
  type: z.enum(TYPES),
  size: z.int().check(z.minimum(1)),
});

/**
 * Where and how to send the bytes: a form of type `multipart/form-data` to `url` with these fields first and the field
 * `file` last. Ends after some minutes; what was sent and became part of nothing is deleted after a day.
 */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}
