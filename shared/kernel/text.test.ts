import { describe, expect, test } from 'vitest';
import { hasUnsafeCharacters, isFilled, isPrintable } from './text.ts';

describe('typed text', () => {
  test.each([
    'a<b',
    'a\u0000',
    'a\u202Eb',
    'a\u2066b',
    'a\u200Bb',
    'a\uFEFFb',
    '\uD800',
    'a\u007F',
    'a\u0085b',
    'a\rb',
    'a\u3164b',
    'a\u2063b',
    'a\uFFF9b',
    `a\u{E0041}b`,
  ])('%j is refused', (text) => {
    expect(hasUnsafeCharacters(text)).toBe(true);
  });

  test.each(['Nguyễn Thị Şahin, Łódź', 'می‌خواهم', 'عربي', 'a\nb\tc', '“Frauen > 50 %” & Söhne', '👩‍👧', 'ሰላም'])(
    '%j stays as typed',
    (text) => {
      expect(hasUnsafeCharacters(text)).toBe(false);
    },
  );

  test.each(['', ' ', '\u200D', ' \u200F\uFE0F '])('%j shows nothing', (text) => {
    expect(isFilled(text)).toBe(false);
  });

  test('what a notice prints is written in letters that it can set', () => {
    for (const text of ['Nguyễn & Şahin – 100 %, 5 €', 'Жінки', 'Ελλάδα', 'می‌خواهم ١٢٣', '„Straße“ §§ 23, 44', ''])
      expect(isPrintable(text), text).toBe(true);
    for (const text of ['Fest 🎉', 'ሰላም', '中文', 'გამარჯობა', '☎']) expect(isPrintable(text), text).toBe(false);
  });
});
