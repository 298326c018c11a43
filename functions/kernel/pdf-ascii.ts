const hexOf = (text: string): Buffer => Buffer.from(text.slice(0, text.length - (text.length % 2)), 'hex');

const ZERO = '!!!!!';

/** Five signs stand for four bytes; a group that is cut short is filled with `u`. */
const numberOf = (group: string): number => {
  let number = 0;
  for (let digit = 0; digit < 5; digit += 1)
    number = number * 85 + (digit < group.length ? group.charCodeAt(digit) - 33 : 84);
  return Math.min(Math.max(number, 0), 0xffff_ffff);
};

const base85Of = (text: string): Buffer => {
  const bytes = Buffer.alloc(text.length * 4);
  let length = 0;
  for (let at = 0; at < text.length;) {
    const isZero = text[at] === 'z';
    const group = isZero ? ZERO : text.slice(at, at + 5);
    bytes.writeUInt32BE(numberOf(group), length);
    length += group.length - 1;
    at += isZero ? 1 : 5;
  }
  return bytes.subarray(0, length);
};

/** Bytes from ASCIIHex or ASCII85 (ISO 32000-1, 7.4.2 and 7.4.3), as far as they are written so. */
export const fromAscii = (filter: string, bytes: Buffer): Buffer => {
  const isHex = filter === 'ASCIIHexDecode';
  const text = bytes.toString('latin1').replaceAll(/[\0\t\n\f\r ]/g, '');
  const end = text.indexOf(isHex ? '>' : '~');
  const coded = end < 0 ? text : text.slice(0, end);
  return isHex ? hexOf(coded) : base85Of(coded);
};
