import { describe, expect, test } from 'vitest';
import { caretAfter, germanCount, grouped } from './iban-typed.ts';

describe('an account number while it is typed', () => {
  test('stands in groups of four', () => {
    expect(grouped('de89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
    expect(grouped('DE89-3704.0044')).toBe('DE89 3704 0044');
    expect(grouped('DE٨٩ ٣٧٠٤')).toBe('DE89 3704');
  });

  test('keeps the caret behind the character that was typed', () => {
    expect(caretAfter('DE893', 5)).toBe(6);
    expect(caretAfter('DE89 3704', 4)).toBe(4);
    expect(caretAfter('', 0)).toBe(0);
  });

  test('is counted where the length is known', () => {
    expect(germanCount('DE89 3704')).toEqual({ count: 8, of: 22 });
    expect(germanCount('FR14')).toBeUndefined();
  });
});
