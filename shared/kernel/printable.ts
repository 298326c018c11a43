/**
 * The signs that the letters of a notice can set, as ranges of code points in hexadecimal: what the fonts of
 * functions/notices/pdf/fonts.ts have glyphs for, and what needs none (line ends, joiners, marks of direction). A test there
 * compares both, in both directions.
 */
export const PRINTABLE_RANGES =
  '9-a 20-7e a0-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-52f 600-6ff 750-77f 870-88e 890-891 898-97f 10fb 1ab0-1ac0 1ac5 1ac7-1ace 1c80-1c88 1d00-1df9 1dfb-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200a 200c-2027 202f-205f 2070-2071 2074-208e 2090-209c 20a0-20c0 20f0 2100-215f 2183-2184 2189 2202 2206 220e-220f 2211-2212 2215 221a 221e 222b 2248 2260 2264-2265 25ca 25cc 2c60-2c7f 2de0-2e5d a640-a69f a700-a7ca a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff a8ff a92e ab30-ab6b fb00-fb06 fb50-fbc2 fbd3-fd8f fd92-fdc7 fdcf fdf0-fe00 fe20-fe2f fe70-fe74 fe76-fefc fffc-fffd 10780-10785 10787-107b0 107b2-107ba 10efd-10eff 1df00-1df1e';

const inClass = PRINTABLE_RANGES.replaceAll(/[0-9a-f]+/g, String.raw`\u{$&}`).replaceAll(' ', '');

/** Each sign that no notice can set. */
export const UNPRINTABLE = new RegExp(`[^${inClass}]`, 'gu');

/** What Word and others put into texts, and how the same is said in signs that every letter has. */
const SAID_OTHERWISE = new Map(
  Object.entries({
    '->': '→⇒➔➜➞➤►▶⟶\uF0D8\uF0E0',
    '•': '●○■□▪▫◦◆◇♦❖➢❑❒\uF0B7\uF0A7\uF0A8',
    '[x]': '✓✔☑☒✗✘✅\uF0FC',
    '[ ]': '☐\uF06F',
    '*': '★☆✶✱',
    'Tel.': '☎✆📞',
    'E-Mail': '✉📧',
  }).flatMap(([said, signs]) => Array.from(signs, (sign): [string, string] => [sign, said])),
);

/** How an unprintable sign is written in printable ones: an arrow as `->`, `Ａ` as `A`; undefined where nothing fits. */
export const saidOtherwise = (sign: string): string | undefined => {
  const known = SAID_OTHERWISE.get(sign);
  if (known !== undefined) return known;
  const plain = sign.normalize('NFKC');
  return plain === sign || plain.includes('<') || plain.search(UNPRINTABLE) >= 0 ? undefined : plain;
};
