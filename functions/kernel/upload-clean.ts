import type { UploadType } from '../../shared/kernel/uploads.ts';

type Cleaned = Uint8Array | 'upload-type' | 'upload-unsafe';

/** What is taken, and how it is looked at. A room names only what it takes: what it does not name is in no bundle of it. */
export type Cleaners = Partial<Readonly<Record<UploadType, (bytes: Uint8Array) => Promise<Cleaned>>>>;

/** What reads a kind of file is loaded when the first one comes. */
export const PICTURES: Cleaners = {
  'image/jpeg': async (bytes) => (await import('./upload-jpeg.ts')).cleanJpeg(bytes) ?? 'upload-type',
  'image/png': async (bytes) => (await import('./upload-png.ts')).cleanPng(bytes) ?? 'upload-type',
};

export const PDF: Cleaners = {
  'application/pdf': async (bytes) =>
    (await (await import('./upload-pdf.ts')).isPlainPdf(bytes)) ? bytes : 'upload-unsafe',
};

/** Read by its room, which refuses what it does not know. */
export const XML: Cleaners = { 'application/xml': async (bytes) => bytes };
