import type { UploadType } from '../../shared/kernel/uploads.ts';

type Cleaned = Uint8Array | 'upload-type' | 'upload-unsafe';

/**
 * What is taken, and how it is looked at. A room names only what it takes: what it does not
 * name is in no bundle of it, so each kind stands in a file of its own.
 */
export type Cleaners = Partial<Readonly<Record<UploadType, (bytes: Uint8Array) => Promise<Cleaned>>>>;

/** Read by its room, which refuses what it does not know. */
export const XML: Cleaners = { 'application/xml': async (bytes) => bytes };
