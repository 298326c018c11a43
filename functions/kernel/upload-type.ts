import { kindOfHead } from '../../shared/kernel/file-head.ts';
import type { UploadType } from '../../shared/kernel/uploads.ts';

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, index) => bytes[index] === byte);

/** UTF-16 with its byte order mark, as text in UTF-8. */
const inSingleBytes = (bytes: Uint8Array): Uint8Array => {
  const order = begins(bytes, [0xff, 0xfe]) ? 'utf-16le' : begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;
  return order === undefined ? bytes : Buffer.from(new TextDecoder(order).decode(bytes));
};

/** Text in UTF-8 or a single-byte code that begins as XML does; control characters mean something else is inside. */
const isXml = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 64))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart();
  if (!/^<(\?xml[\s?]|[A-Za-z_!])/.test(head) || /^<(?:!doctype\s+html|html|svg|script)/i.test(head)) return false;
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
};

/** What the bytes are, whatever their name or their sender says; undefined for all that nobody may hand over. */
export const typeOfBytes = (bytes: Uint8Array): UploadType | undefined => {
  const kind = kindOfHead(bytes);
  if (kind === 'image/jpeg' || kind === 'image/png' || kind === 'application/pdf') return kind;
  return kind === undefined && isXml(inSingleBytes(bytes)) ? 'application/xml' : undefined;
};
