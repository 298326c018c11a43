/** A picture of more dots is a trap for whoever opens it. */
const MOST_DOTS = 100_000_000;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const ORIENTATION = 0x0112;

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const startsWith = (body: Buffer, text: string): boolean => body.subarray(0, text.length).toString('latin1') === text;

/** Markers of frames, tables, scans, restarts: what a picture is made of. Others below APP0 (`JPG`, `DNL`, `EXP` …) are not. */
const isPart = (marker: number): boolean =>
  isFrame(marker) || marker === 0xc4 || marker === 0xcc || marker === SOS || marker === 0xdb || marker === 0xdd;

/** The density without the small picture that may follow it, which shows what was cut away later. */
const densityOnly = (body: Buffer): Buffer => Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])]);

/**
 * What is needed to show the picture: tables, frame, scan, density. All else says who, where and with what; profiles of
 * colours too, which hold texts.
 */
const needed = ({ marker, body }: Segment): Buffer | undefined => {
  if (marker === 0xe0) return startsWith(body, 'JFIF\0') && body.length >= 14 ? densityOnly(body) : undefined;
  if (marker === 0xee) return startsWith(body, 'Adobe') ? body.subarray(0, 12) : undefined;
  return isPart(marker) ? body : undefined;
};

/** How the camera was held (1 to 8), from the first directory of an EXIF segment. */
const orientationIn = (body: Buffer): number | undefined => {
  if (!startsWith(body, 'Exif\0\0') || body.length < 14) return undefined;
  const tiff = body.subarray(6);
  const little = startsWith(tiff, 'II');
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(short(directory), 200); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) === ORIENTATION) return short(at + 8);
  }
  return undefined;
};

/** An EXIF segment that says how the camera was held and nothing else. */
const orientationOnly = (orientation: number): Buffer => {
  const body = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  body.writeUInt16BE(orientation, 6 + 8 + 2 + 8);
  return segment(APP1, body);
};

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** Where the coded dots that begin here end: at the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Buffer, from: number): number => {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    const goesOn = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!goesOn && next !== 0xff) return at;
    at = bytes.indexOf(0xff, goesOn ? at + 2 : at + 1);
  }
  return -1;
};

interface Segment {
  readonly marker: number;
  readonly body: Buffer;
  readonly end: number;
}

const segmentAt = (bytes: Buffer, at: number): Segment | undefined => {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return undefined;
  const marker = bytes[at + 1]!;
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (marker < 0xc0 || marker === SOI || end < at + 4 || end > bytes.length) return undefined;
  return { marker, body: bytes.subarray(at + 4, end), end };
};

export const isPossible = (dots: number): boolean => dots > 0 && dots <= MOST_DOTS;

const isTooLarge = ({ marker, body }: Segment): boolean =>
  isFrame(marker) && (body.length < 5 || !isPossible(body.readUInt16BE(1) * body.readUInt16BE(3)));

/**
 * The same picture without EXIF, XMP, IPTC, comments, previews and whatever hangs behind its end; an orientation is kept
 * as the one thing in an EXIF segment of our own. The dots are not coded anew. Undefined if it is not whole.
 */
export const cleanJpeg = (given: Uint8Array): Uint8Array | undefined => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const kept: Buffer[] = [];
  const isWhole = { frame: false, scan: false };
  let orientation: number | undefined;
  let at = 2;
  while (bytes[at] !== 0xff || bytes[at + 1] !== EOI) {
    // Any number of 0xFF may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const found = segmentAt(bytes, at);
    if (found === undefined || isTooLarge(found)) return undefined;
    isWhole.frame ||= isFrame(found.marker);
    isWhole.scan ||= found.marker === SOS;
    if (found.marker === APP1) orientation ??= orientationIn(found.body);
    const end = found.marker === SOS ? endOfScan(bytes, found.end) : found.end;
    if (end < 0) return undefined;
    const body = needed(found);
    if (body !== undefined) kept.push(segment(found.marker, body), bytes.subarray(found.end, end));
    at = end;
  }
  if (!isWhole.frame || !isWhole.scan) return undefined;
  const turned =
    orientation !== undefined && orientation >= 2 && orientation <= 8 ? [orientationOnly(orientation)] : [];
  return Buffer.concat([Buffer.from([0xff, SOI]), ...turned, ...kept, Buffer.from([0xff, EOI])]);
};
