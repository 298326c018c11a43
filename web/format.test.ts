import { describe, expect, test } from 'vitest';
import { dayText, instantText, moneyText, timeText } from './format.ts';

describe('figures and days', () => {
  test('every language has Western digits and the calendar of the administration', () => {
    for (const language of ['de', 'en', 'ar'] as const) {
      for (const text of [moneyText(123456, language), dayText('2026-11-22', language)]) {
        expect(text).toMatch(/[0-9]/);
        expect(text).not.toMatch(/[٠-٩۰-۹]/);
      }
      expect(dayText('2026-11-22', language)).toContain('2026');
    }
  });

  test('amounts are written as the language does', () => {
    expect(moneyText(123456, 'de')).toBe('1.234,56\u00A0€');
    expect(moneyText(123456, 'en')).toBe('€1,234.56');
  });

  test('a day stays the same day, an instant is told in Berlin', () => {
    expect(dayText('2026-03-29', 'de')).toBe('29. März 2026');
    expect(instantText('2026-11-22T23:30:00.000Z', 'de')).toContain('23. November 2026');
    expect(timeText('2026-07-01T12:03:00.000Z', 'de')).toBe('14:03');
  });
});
