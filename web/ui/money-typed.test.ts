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
    expect(understand('1.23', 'de')).toEqual({ is: 'unclear' });
    expect(understand('1,23', 'en')).toEqual({ is: 'unclear' });
    expect(understand('abc', 'ar')).toEqual({ is: 'unclear' });
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
