import { describe, expect, test } from 'vitest';
import { hasUnsafeCharacters, holdsPersonalDetails, isFilled, isPrintable } from './text.ts';

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

  test.each([
    'IBAN DE89 3704 0044 0532 0130 00',
    'de89370400440532013000',
    'an amina@verein.example',
    'Tel. +49 30 1234567',
    '030 12345678',
    '0176/12345678',
  ])('%j is nothing for the public', (text) => {
    expect(holdsPersonalDetails(text)).toBe(true);
  });

  test.each([
    '10.000 Stunden, 2026/2027',
    '+49 group GmbH',
    '@baeumer',
    'AB12',
    'VR 1234 B',
    '01.01.2027 – 31.12.2027',
  ])('%j is', (text) => {
    expect(holdsPersonalDetails(text)).toBe(false);
  });

  test('what a notice prints is written in letters that it can set', () => {
    for (const text of ['Nguyễn & Şahin – 100 %, 5 €', 'Жінки', 'Ελλάδα', 'می‌خواهم ١٢٣', '„Straße“ §§ 23, 44', ''])
      expect(isPrintable(text), text).toBe(true);
    for (const text of ['Fest 🎉', 'ሰላም', '中文', 'გამარჯობა', '☎']) expect(isPrintable(text), text).toBe(false);
  });
});
