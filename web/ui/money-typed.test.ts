import { describe, expect, test } from 'vitest';
import type { Cents } from '../../shared/kernel/cents.ts';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { typedAmount, understand } from './money-typed.ts';

describe('a typed amount', () => {
  test('is understood in the way of the language', () => {
    expect(understand('1.234,5', 'de')).toEqual({ is: 'amount', cents: 123450, shown: '1.234,50\u00A0€' });
    expect(understand('1,234.5', 'en')).toMatchObject({ is: 'amount', cents: 123450 });
    expect(understand('١٬٢٣٤٫٥٠', 'ar')).toMatchObject({ is: 'amount', cents: 123450 });
  });

  test('that could mean two things is unclear', () => {
    for (const typed of ['1,234', '12,345', '€ 1,234']) expect(understand(typed, 'de')).toEqual({ is: 'unclear' });
    for (const typed of ['1.234', '12.345', '1.234 EUR']) expect(understand(typed, 'en')).toEqual({ is: 'unclear' });
    expect(understand('1.234', 'de')).toMatchObject({ cents: 123_400 });
    expect(understand('1,234', 'en')).toMatchObject({ cents: 123_400 });
  });

  test('that means none is unclear in every language, and never zero', () => {
    for (const language of LANGUAGES)
      for (const typed of ['abc', '-3', '1e5', '1.2.3', '1,2,3', '1.23.456', '3,8 0', '€', '5 € 3', '12.345,678'])
        expect(understand(typed, language), `${typed} ${language}`).toEqual({ is: 'unclear' });
  });

  test('that has one meaning is read in every language', () => {
    const ways: [string, number][] = [
      ['1,234.56', 123_456],
      ['1.234,56', 123_456],
      ['3.80', 380],
      ['3,80', 380],
      ['1.5', 150],
      ['€ 1.234,50', 123_450],
      ['€1,234.50', 123_450],
      ['500,-', 50_000],
      ['500,–', 50_000],
      ['500.--', 50_000],
      ['500,', 50_000],
      ['EUR 500', 50_000],
      ['500 eur', 50_000],
      ['50 Euro', 5_000],
      ['1\u2009234,56', 123_456],
      ['1\u00A0234.56', 123_456],
      ['€ 1 234,56', 123_456],
      ['1 234,5', 123_450],
      ['\u200F1,234.50 €', 123_450],
      ['\u200F١٬٢٣٤٫٥٠ €', 123_450],
      ['١٢٣٤٫٥', 123_450],
      ['1.234.567', 123_456_700],
      ['1,234,567', 123_456_700],
    ];
    for (const language of LANGUAGES)
      for (const [typed, cents] of ways)
        expect(understand(typed, language), `${typed} ${language}`).toMatchObject({ is: 'amount', cents });
  });

  test('typed in Arabic with the marks of a keypad is read where only one way of writing makes sense of it', () => {
    expect(understand('48,000.50', 'ar')).toMatchObject({ cents: 4_800_050 });
    expect(understand('8000.50', 'ar')).toMatchObject({ cents: 800_050 });
    expect(understand('8000,5', 'ar')).toMatchObject({ cents: 800_050 });
    expect(understand('1.2.3', 'ar')).toEqual({ is: 'unclear' });
  });

  test('that is not there is no mistake', () => {
    expect(understand('  ', 'de')).toEqual({ is: 'empty' });
  });

  test('given back for editing is understood as the same amount in every language', () => {
    for (const language of LANGUAGES) {
      for (const cents of [0, 5, 100, 123450, 99_999_999] as Cents[]) {
        expect(understand(typedAmount(cents, language), language)).toMatchObject({ cents });
      }
    }
  });
});
