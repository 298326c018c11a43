import type { PersonId, UploadId } from '../../shared/kernel/id.ts';
import type { UploadForm, UploadType } from '../../shared/kernel/uploads.ts';

/** What a scanner for malware says; `pending` where it has not looked yet. */
export type ScanResult = 'clean' | 'infected' | 'pending';

/**
 * Where bytes lie that were handed over and are not yet part of anything: a folder locally, a bucket of its own in AWS.
 * The storage itself enforces key, type, exact size and end of the form; all of it is deleted after a day.
 */
export interface Uploads {
  /** A form that stores exactly so many bytes of this type under the path, once or again, until `seconds` are over. */
  admit(
    path: string,
    about: { readonly type: UploadType; readonly size: number; readonly seconds: number },
  ): Promise<UploadForm>;
  get(path: string): Promise<Uint8Array | undefined>;
  /** What the scanner for malware says of it (GuardDuty in AWS; locally a stand-in that knows the EICAR test file). */
  scan(path: string, bytes: Uint8Array): Promise<ScanResult>;
}

/** Under the person's own id, so that nobody can claim what another has handed over. */
export const uploadPath = (by: PersonId, upload: UploadId): string => `uploads/${by}/${upload}`;
