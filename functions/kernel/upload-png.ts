import { crc32 } from 'node:zlib';
import { isPossible } from './upload-jpeg.ts';

/**
 * Needed to show the picture; texts, times, EXIF, animations, private chunks
 * and profiles of colours, which hold texts and unfold without end, are left out.
 */
const NEEDED = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'cICP',
  'sBIT',
  'pHYs',
  'bKGD',
]);

interface Chunk {
  readonly name: string;
  readonly body: Buffer;
  readonly end: number;
}

const chunkAt = (bytes: Buffer, at: number): Chunk | undefined => {
  if (at + 12 > bytes.length) return undefined;
  const bodyEnd = at + 8 + bytes.readUInt32BE(at);
  if (bodyEnd + 4 > bytes.length) return undefined;
  const name = bytes.subarray(at + 4, at + 8).toString('latin1');
  if (!/^[A-Za-z]{4}$/.test(name)) return undefined;
  if (crc32(bytes.subarray(at + 4, bodyEnd)) !== bytes.readUInt32BE(bodyEnd)) return undefined;
  return { name, body: bytes.subarray(at + 8, bodyEnd), end: bodyEnd + 4 };
};

const dotsIn = (header: Buffer): number =>
  header.length === 13 ? header.readUInt32BE(0) * header.readUInt32BE(4) : Infinity;

/** A chunk whose name begins with a capital letter cannot be left out: who does not know it does not know the picture. */
const isCritical = (name: string): boolean => name.startsWith(name[0]!.toUpperCase());

/** The same picture without texts, times and whatever hangs behind its end. Undefined if it is not whole. */
export const cleanPng = (given: Uint8Array): Uint8Array | undefined => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const kept = [bytes.subarray(0, 8)];
  let hasDots = false;
  for (let at = 8; ;) {
    const chunk = chunkAt(bytes, at);
    if (chunk === undefined) return undefined;
    const { name, body, end } = chunk;
    const isFirst = at === 8;
    const start = at;
    at = end;
    if (isFirst !== (name === 'IHDR') || (name === 'IHDR' && !isPossible(dotsIn(body)))) return undefined;
    hasDots ||= name === 'IDAT' && body.length > 0;
    if (NEEDED.has(name)) kept.push(bytes.subarray(start, end));
    else if (isCritical(name)) return undefined;
    if (name === 'IEND') return hasDots ? Buffer.concat(kept) : undefined;
  }
};
