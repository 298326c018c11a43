import type { PersonId, UploadId } from '../../shared/kernel/id.ts';
import type { UploadForm, UploadType } from '../../shared/kernel/uploads.ts';

/** What a scanner for malware says; `pending` where it has not looked yet. */
export type ScanResult = 'clean' | 'infected' | 'pending';

export interface SentFile {
  readonly bytes: Uint8Array;
  /** Which of the files that were sent under one path this is: the form may be used again. */
  readonly version: string;
}

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
  get(path: string): Promise<SentFile | undefined>;
  /**
   * What the scanner for malware says of exactly these bytes (GuardDuty in AWS; locally a stand-in that knows the EICAR test
   * file), whatever has been sent under the path meanwhile.
   */
  scan(path: string, sent: SentFile): Promise<ScanResult>;
}

/** Under the person's own id, so that nobody can claim what another has handed over. */
export const uploadPath = (by: PersonId, upload: UploadId): string => `uploads/${by}/${upload}`;
