import { expect, test } from 'vitest';
import { codePointsOf, unprintable } from './coverage.ts';
import { loadFonts } from './fonts.ts';

const covered = new Set(loadFonts().flatMap((font) => [...codePointsOf(font)]));

test.each([
  'Şahin, Nguyễn Thị, Łódź, Škoda, Ağrı, Țara, ß ẞ „“ – € §',
  'Общество «Дружба», Єднання, Ελλάδα',
  'جمعية الصداقة، انجمن دوستی، ڕێکخراوەی هاوڕێیەتی',
])('the fonts of a notice show %s', (name) => {
  expect(unprintable([name], covered)).toEqual([]);
});

test('what no font shows is named, each character once', () => {
  expect(unprintable(['Fest 🎉🎉', '友好'], covered)).toEqual(['U+1F389', 'U+53CB', 'U+597D']);
});

test('control characters and lone surrogates are not printable', () => {
  expect(unprintable(['\u0000\u0007\uD800'], covered)).toEqual(['U+0000', 'U+0007', 'U+D800']);
});

test('line breaks and marks of direction need no glyph', () => {
  expect(unprintable(['a\nb\t\u2068c\u2069\u200D'], covered)).toEqual([]);
});
