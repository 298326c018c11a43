import { crc32, deflateSync } from 'node:zlib';

/** Small files for tests: sound ones, and the traps that people hand over on purpose or without knowing. */
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

export const jpegSegment = (marker: number, body: Buffer | string): Buffer => {
  const bytes = typeof body === 'string' ? latin(body) : body;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

/** An EXIF body with an orientation and the place where the picture was taken. */
export const exifOf = (orientation: number, place = 'GPS 52.5200'): Buffer => {
  const body = latin(`Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0${place}`);
  body.writeUInt16LE(orientation, 6 + 8 + 2 + 8);
  return body;
};

const frame = (width: number, height: number): Buffer => {
  const body = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  body.writeUInt16BE(height, 1);
  body.writeUInt16BE(width, 3);
  return jpegSegment(0xc0, body);
};

/** A picture with these segments behind its beginning; its coded dots hold a stuffed byte and a restart. */
export const jpegOf = (...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    jpegSegment(0xdb, Buffer.alloc(65, 1)),
    frame(8, 8),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);

export const HUGE_JPEG = Buffer.concat([Buffer.from([0xff, 0xd8]), frame(65_000, 65_000), Buffer.from([0xff, 0xd9])]);

export const pngChunk = (name: string, body: Buffer | string): Buffer => {
  const typed = Buffer.concat([latin(name), typeof body === 'string' ? latin(body) : body]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(typed.length - 4, 0);
  numbers.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([numbers.subarray(0, 4), typed, numbers.subarray(4)]);
};

export const pngOf = (width: number, height: number, ...chunks: readonly Buffer[]): Buffer => {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.alloc(4))),
    pngChunk('IEND', ''),
  ]);
};

const PAGES = ['<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>'];

/** A document of one page, with this in its catalogue, these objects behind, and this in its trailer. */
export const pdfOf = (catalog = '', objects: readonly (string | Buffer)[] = [], trailer = ''): Buffer =>
  Buffer.concat([
    latin('%PDF-1.7\n'),
    ...[`<</Type/Catalog/Pages 2 0 R${catalog}>>`, ...PAGES, ...objects].map((object, index) =>
      Buffer.concat([
        latin(`${index + 1} 0 obj\n`),
        typeof object === 'string' ? latin(object) : object,
        latin('\nendobj\n'),
      ]),
    ),
    latin(`trailer<</Size 4/Root 1 0 R${trailer}>>\nstartxref\n0\n%%EOF\n`),
  ]);

export const pdfStream = (dictionary: string, content: Buffer): Buffer => {
  const packed = deflateSync(content);
  const head = latin(`<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>stream\n`);
  return Buffer.concat([head, packed, latin('\nendstream')]);
};

/** The test file that every scanner for malware knows; put together here, so that none trips over this file. */
export const EICAR = latin(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
