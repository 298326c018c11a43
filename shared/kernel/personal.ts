/**
 * What no public text may hold (trust.md, "Open data"): account numbers, mail addresses, phone numbers, in any spelling that
 * a reader would still understand. Each pattern looks at a bounded piece of text, so the time grows with the length only.
 */

/** As a reader sees it: no invisible signs, no marks, one kind of digits, spaces, dashes and `@`. */
const asRead = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
    .replace(/ ?[([{] ?(?:at|ät|a t) ?[)\]}] ?/gi, '@')
    .replace(/ ?[([{] ?(?:dot|punkt) ?[)\]}] ?/gi, '.');

/** What may stand between the digits of one number. */
const GAP = String.raw`[ ()/._|·*-]{0,3}`;

const DIGITS = new RegExp(String.raw`[+(]?\d(?:${GAP}\d)*`, 'g');

/** Thousands grouped by dots or spaces. */
const AMOUNT = /(?<![\d+(]|[\d)][ ./-])(?:[1-9]\d{0,2}(?:[ .]\d{3}){1,5}|\+[1-9]\d{0,2}(?:\.000){1,5})(?!\d|[ ./-]\d)/g;
/** A day or an hour, at the beginning of what might be a number. */
const DAY_OR_HOUR = /^\d{1,2}\.[0-5]?\d(?!\d)/;
const YEARS = /^(?:19|20)\d\d(?:[/-](?:(?:19|20)\d\d|\d\d))?(?!\d)/;
/** Words before a number of the budget or the registry: `Kapitel 0920/68406`. */
const NO_PHONE = /(?:\bKap\.|\bKapitel|\bTitel|\bHaushaltsstelle|\bHHSt\.?|\bAz\.|\bAktenzeichen|\bGZ)[: ]{0,2}$/i;
const PHONE_WORD =
  /(?:(?<!\p{L})(?:tel|telefon|telefonnummer|fon|phone|mobil|mobile|handy|fax|whatsapp|rufnummer)|هاتف|جوال)[ .:-]{0,3}(?:nr\.?|nummer)?[ .:-]{0,3}$/iu;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The least that a number with its area code has, and more than an ordinary one has. */
const FEWEST = 9;
const MOST = 15;
const LONGEST = 60;

/** A number with area or country code: begins with `0` or `+`. */
const isPhone = (piece: string): boolean => {
  const digits = digitsOf(piece);
  if (digits.length < FEWEST || digits.startsWith('000') || DAY_OR_HOUR.test(piece)) return false;
  const [, first = '', rest = ''] = /^\+?(\d+)[ -]{0,3}(.*)$/.exec(piece) ?? [];
  if (first.length > MOST) return false;
  return !(first.length === 5 && YEARS.test(rest) && digitsOf(rest.replace(YEARS, '')).length === 0);
};

/** Where a number may begin inside of a run of digits: at its start, behind a space or a bracket. */
const STARTS = /(?:^|[ (])(?=[0+])/g;

const holdsPhone = (text: string): boolean => {
  const plain = text.replace(AMOUNT, ';');
  for (const { index, 0: run } of plain.matchAll(DIGITS)) {
    const before = plain.slice(Math.max(0, index - 24), index);
    if (PHONE_WORD.test(before) && digitsOf(run.slice(0, LONGEST)).length >= 6 && !YEARS.test(run)) return true;
    if (NO_PHONE.test(before)) continue;
    for (const start of run.matchAll(STARTS)) {
      const at = start.index + start[0].length;
      if (isPhone(run.slice(at, at + LONGEST))) return true;
    }
  }
  return false;
};

const DOMAIN = /^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63})*? ?(?:\.| dot | punkt ) ?\p{L}{2,}/iu;

const holdsMail = (text: string): boolean => {
  for (const { index, 0: sign } of text.matchAll(/(?<=[^\s@])(?:@| @ | at )(?=[\p{L}\p{N}])/gu)) {
    if (DOMAIN.test(text.slice(index + sign.length, index + sign.length + 130))) return true;
  }
  return false;
};

/** Two letters, two digits, and what a bank number is made of; German ones also where they are glued to a word. */
const ACCOUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\p{Lu}{2}|\p{Ll}{2})\d{2}(?:${GAP}[A-Za-z0-9]){11,18}|D${GAP}E(?:${GAP}\d){20}|(?<![\p{L}\p{N}])de(?:${GAP}\d){20}|IBAN[ .:-]{0,5}(?:[A-Z0-9]${GAP}){15,22}`,
  'gu',
);
const LEAST_DIGITS = 11;

const accountsIn = (text: string): string[] =>
  Array.from(text.matchAll(ACCOUNT), ([piece]) => piece).filter((piece) => digitsOf(piece).length >= LEAST_DIGITS);

const holdsAccount = (text: string): boolean =>
  accountsIn(text).length > 0 || accountsIn(text.toUpperCase()).some((piece) => piece.startsWith('IBAN'));

export const holdsPersonalDetails = (text: string): boolean => {
  const read = asRead(text);
  return holdsAccount(read) || holdsMail(read) || holdsPhone(read);
};
