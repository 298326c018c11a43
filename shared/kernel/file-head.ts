/** What the first bytes of a file say of its kind, whatever its name and its sender say. Pure: page and server ask the same. */

/** So many bytes of the beginning are needed. */
export const HEAD_LENGTH = 16;

export type KnownKind =
  | 'image/jpeg'
  | 'image/png'
  | 'application/pdf'
  /** ZIP, as which Word, Excel and LibreOffice write; and what Office wrote before 2007. */
  | 'office'
  /** Pictures of iPhones. */
  | 'heic'
  | 'picture';

const HEADS: readonly (readonly [KnownKind, at: number, signs: string])[] = [
  ['image/jpeg', 0, '\xFF\xD8\xFF'],
  ['image/png', 0, '\x89PNG\r\n\x1A\n'],
  ['application/pdf', 0, '%PDF-'],
  ['office', 0, 'PK\x03\x04'],
  ['office', 0, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
  ['office', 0, '{\\rtf'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftypmif1'],
  ['picture', 4, 'ftypavif'],
  ['picture', 0, 'GIF8'],
  ['picture', 0, 'RIFF'],
  ['picture', 0, 'II*\0'],
  ['picture', 0, 'MM\0*'],
];

export const kindOfHead = (head: Uint8Array): KnownKind | undefined => {
  const text = String.fromCharCode(...head.subarray(0, HEAD_LENGTH));
  return HEADS.find(([, at, signs]) => text.startsWith(signs, at))?.[0];
};
