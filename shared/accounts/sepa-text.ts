import { remembered } from '../kernel/remembered.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { ownOf } from '../kernel/own.ts';

/**
 * The characters that every bank in the SEPA area takes (EPC217-08, DK Anlage 3): letters, digits and a few signs.
 * German banks would take umlauts too; written out they arrive everywhere and stay as they are printed on a card.
 */
const ALPHABET = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

/** Letters that do not come apart into a base letter and marks, German umlauts as German writes them out, and signs. */
const TABLE: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  å: 'a',
  Å: 'A',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ŋ: 'n',
  Ŋ: 'N',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ə: 'e',
  Ə: 'E',
  ɛ: 'e',
  Ɛ: 'E',
  ɔ: 'o',
  Ɔ: 'O',
  ƴ: 'y',
  Ƴ: 'Y',
  ɗ: 'd',
  Ɗ: 'D',
  ɓ: 'b',
  Ɓ: 'B',
  ƙ: 'k',
  Ƙ: 'K',
  ƒ: 'f',
  Ƒ: 'F',
  ɖ: 'd',
  Ɖ: 'D',
  ɣ: 'g',
  Ɣ: 'G',
  ɠ: 'g',
  Ɠ: 'G',
  ɩ: 'i',
  Ɩ: 'I',
  ɨ: 'i',
  Ɨ: 'I',
  ɲ: 'n',
  Ɲ: 'N',
  ʉ: 'u',
  Ʉ: 'U',
  ʊ: 'u',
  Ʊ: 'U',
  ʋ: 'v',
  Ʋ: 'V',
  ƥ: 'p',
  Ƥ: 'P',
  ƭ: 't',
  Ƭ: 'T',
  ʒ: 'z',
  Ʒ: 'Z',
  ƶ: 'z',
  Ƶ: 'Z',
  ƀ: 'b',
  Ƀ: 'B',
  ɇ: 'e',
  Ɇ: 'E',
  ɉ: 'j',
  Ɉ: 'J',
  ɍ: 'r',
  Ɍ: 'R',
  ɏ: 'y',
  Ɏ: 'Y',
  ƚ: 'l',
  Ƚ: 'L',
  ȼ: 'c',
  Ȼ: 'C',
  ĸ: 'k',
  ŉ: 'n',
  ʈ: 't',
  Ʈ: 'T',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  ʿ: "'",
  ʾ: "'",
  ʹ: "'",
  ʺ: "'",
  ʽ: "'",
  ꞌ: "'",
  Ꞌ: "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '"': "'",
  '„': "'",
  '“': "'",
  '”': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  _: '-',
  '&': '+',
  ';': ',',
  '@': '(at)',
  '€': 'EUR',
  '[': '(',
  ']': ')',
};

const LETTER = /\p{L}|\p{N}/u;

/** One letter in the alphabet, a space for a sign that has no place there, or undefined where nobody may decide for its bearer. */
const written = (letter: string): string | undefined => {
  const known = ownOf(TABLE, letter) ?? (ALPHABET.test(letter) ? letter : undefined);
  if (known !== undefined) return known;
  const parts = Array.from(letter.normalize('NFKD').replace(/\p{M}/gu, ''));
  if (parts.join('') !== letter)
    return parts
      .map(written)
      .reduce<string | undefined>((all, one) => (one === undefined ? undefined : `${all}${one}`), '');
  return LETTER.test(letter) ? undefined : ' ';
};

/** Names repeat their letters: each is looked up once. */
const writtenOnce = remembered((letter: string) => ({ as: written(letter) }));

const OUTSIDE = /[^A-Za-z0-9/\-?:().,'+ ]/gu;

const oneSpaced = (text: string): string => (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim();

/**
 * A name or purpose as a payment file may hold it, by a fixed table. A name in another script is refused, never
 * transliterated by a machine: the bank compares it with the name that it has itself (verification of payee).
 */
export const sepaText = (text: string): Result<string, 'holder-not-latin'> => {
  if (ALPHABET.test(text)) return text.trim() === '' ? refuse('holder-not-latin') : ok(oneSpaced(text));
  let isLatin = true;
  const line = oneSpaced(
    text.normalize('NFC').replace(OUTSIDE, (letter) => {
      const { as } = writtenOnce(letter);
      isLatin &&= as !== undefined;
      return as ?? '';
    }),
  );
  if (!isLatin) return refuse('holder-not-latin');
  return line === '' ? refuse('holder-not-latin') : ok(line);
};

/** At most 35 letters of the alphabet without space, no slash at either end and none doubled (domain rules 7.2). */
export const isReference = (text: string): boolean =>
  /^[A-Za-z0-9/\-?:().,'+]{1,35}$/.test(text) && !/^\/|\/$|\/\//.test(text);

/** Also umlauts, which German banks have promised to take; for reading files, ours has none. */
export const isBankText = (text: string): boolean => ALPHABET.test(text.replace(/[ÄÖÜäöüß]|&amp;/g, ''));
