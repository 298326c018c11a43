import type { Cleaners } from './upload-clean.ts';

/** The reader is loaded when the first one comes. */
export const PDF: Cleaners = {
  'application/pdf': async (bytes) =>
    (await (await import('./upload-pdf.ts')).isPlainPdf(bytes)) ? bytes : 'upload-unsafe',
};
