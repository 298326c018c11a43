import type { Cleaners } from './upload-clean.ts';

/** Their readers are loaded when the first one comes. */
export const PICTURES: Cleaners = {
  'image/jpeg': async (bytes) => (await import('./upload-jpeg.ts')).cleanJpeg(bytes) ?? 'upload-type',
  'image/png': async (bytes) => (await import('./upload-png.ts')).cleanPng(bytes) ?? 'upload-type',
};
