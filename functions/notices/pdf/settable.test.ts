import { expect, test } from 'vitest';
import { hasInvisibleSigns } from '../../../shared/kernel/characters.ts';
import { PRINTABLE_RANGES } from '../../../shared/kernel/printable.ts';
import { isPrintable } from '../../../shared/kernel/text.ts';
import { codePointsOf, unprintable } from './coverage.ts';
import { loadFonts } from './fonts.ts';
import { settable } from './settable.ts';

const covered = new Set(loadFonts().flatMap((font) => [...codePointsOf(font)]));
const NO_GLYPH = '\n\t\u00AD\u061C\u200C\u200D\u200E\u200F';

/** What may stand in a text and is seen in a letter, or needs no glyph. */
const setByFonts = (): number[] => {
  const seen = [...covered].filter((point) => !/[\p{Cc}\p{Cs}\p{Co}]/u.test(String.fromCodePoint(point)));
  const all = new Set([...seen, ...Array.from(NO_GLYPH, (sign) => sign.codePointAt(0)!)]);
  return [...all].filter((point) => !hasInvisibleSigns(String.fromCodePoint(point))).sort((a, b) => a - b);
};

const rangesOf = (points: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges
    .map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`))
    .join(' ');
};

test('what a form accepts, every letter can set, and the other way round', () => {
  expect(PRINTABLE_RANGES).toBe(rangesOf(setByFonts()));
  for (let point = 0; point <= 0x10_ffff; point += 1) {
    const sign = String.fromCodePoint(point);
    if (isPrintable(sign) && unprintable([sign], covered).length > 0)
      expect.fail(`U+${point.toString(16)} is accepted`);
  }
});

test.each([
  ['Ankommen → Mitgestalten ✓', 'Ankommen -> Mitgestalten [x]'],
  ['Leitung ● Beratung ■ ☐', 'Leitung • Beratung • [ ]'],
  ['\uF0B7 Punkt aus Word', '• Punkt aus Word'],
  ['（ ）： ， ％ Ⅳ Ａ １', '( ): , % IV A 1'],
  ['Fest 🎉 der 友好', 'Fest [U+1F389] der [U+53CB][U+597D]'],
  ['Nguyễn, Łódź, جمعية', 'Nguyễn, Łódź, جمعية'],
])('a case that holds %j can be decided: it is set as %j', (typed, set) => {
  expect(settable({ title: [typed] })).toEqual({ title: [set] });
  expect(unprintable([set], covered)).toEqual([]);
});
