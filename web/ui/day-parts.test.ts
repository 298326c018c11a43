import { describe, expect, test } from 'vitest';
import type { Day } from '../../shared/kernel/day.ts';
import { dayOfParts, partsOfDay } from './day-parts.ts';

describe('a day typed into three fields', () => {
  test('is read without leading zeros and with Arabic digits', () => {
    expect(dayOfParts({ day: '1', month: '3', year: '2027' })).toEqual({ ok: true, value: '2027-03-01' });
    expect(dayOfParts({ day: '٣١', month: '١٢', year: '٢٠٢٦' })).toEqual({ ok: true, value: '2026-12-31' });
  });

  test('is never moved to another one', () => {
    for (const [day, month] of [
      ['31', '4'],
      ['29', '2'],
      ['0', '1'],
      ['1', '13'],
      ['x', '1'],
    ] as const) {
      expect(dayOfParts({ day, month, year: '2027' })).toEqual({ ok: false, refusal: 'not-a-day' });
    }
  });

  test('is missing while a field is empty', () => {
    expect(dayOfParts({ day: '1', month: ' ', year: '2027' })).toEqual({ ok: false, refusal: 'day-missing' });
  });

  test('comes back as it was', () => {
    expect(dayOfParts(partsOfDay('2028-02-29' as Day))).toEqual({ ok: true, value: '2028-02-29' });
  });
});
