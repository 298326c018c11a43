import { expect, test } from 'vitest';
import { kindOfHead } from './file-head.ts';

test.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['\xFF\xD8\xFF\xE0\0\x10JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'image/png'],
  ['PK\x03\x04\x14\0', 'office'],
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'office'],
  ['\0\0\0\x18ftypheic', 'heic'],
  ['GIF89a', 'picture'],
  [' %PDF-1.7', undefined],
  ['MZ', undefined],
  ['', undefined],
])('a file that begins with %j is %s', (begins, kind) => {
  expect(kindOfHead(Uint8Array.from(begins, (sign) => sign.charCodeAt(0)))).toBe(kind);
});
