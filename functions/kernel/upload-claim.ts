import { createHash } from 'node:crypto';
import type { PersonId, UploadId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { UPLOAD_LIMITS, type UploadType } from '../../shared/kernel/uploads.ts';
import type { Cleaners } from './upload-clean.ts';
import { typeOfBytes } from './upload-type.ts';
import { uploadPath, type ScanResult, type Uploads } from './uploads.ts';

export interface ClaimedFile {
  /** Cleaned: these, not what was sent, are to be stored. */
  readonly bytes: Uint8Array;
  readonly type: UploadType;
  /** Of the cleaned bytes, hex. */
  readonly sha256: string;
}

export type UploadRefusal =
  | 'upload-missing'
  | 'upload-type'
  | 'upload-too-large'
  | 'upload-unsafe'
  | 'upload-infected'
  | 'upload-checking';

const SCANNED: Readonly<Record<ScanResult, UploadRefusal | undefined>> = {
  clean: undefined,
  infected: 'upload-infected',
  pending: 'upload-checking',
};

/**
 * Takes what this person has handed over, and only this person: its type by its bytes, never by its name; looked at by
 * the scanner; pictures without place, time, camera and comments. Store the answer's bytes elsewhere, by their hash. Claiming
 * again gives the same. To be called before `handle`, outside of its two reads.
 */
export const claimUpload = async (
  { uploads }: { readonly uploads: Uploads },
  asked: {
    readonly upload: UploadId;
    readonly by: PersonId;
    readonly as: Cleaners;
    /** Less than the type's own limit, if need be. */
    readonly maxBytes?: number;
  },
): Promise<Result<ClaimedFile, UploadRefusal>> => {
  const path = uploadPath(asked.by, asked.upload);
  const sent = await uploads.get(path);
  if (sent === undefined) return refuse('upload-missing');
  const type = typeOfBytes(sent.bytes);
  const clean = type && asked.as[type];
  if (type === undefined || clean === undefined) return refuse('upload-type');
  if (sent.bytes.length > Math.min(asked.maxBytes ?? Infinity, UPLOAD_LIMITS[type])) return refuse('upload-too-large');
  const found = SCANNED[await uploads.scan(path, sent)];
  if (found !== undefined) return refuse(found);
  const bytes = await clean(sent.bytes);
  if (typeof bytes === 'string') return refuse(bytes);
  return ok({ bytes, type, sha256: createHash('sha256').update(bytes).digest('hex') });
};
