import { describe, expect, test } from 'vitest';
import type { Day } from '../../shared/kernel/day.ts';
import { dayOfParts, partsOfDay, partsOfText } from './day-parts.ts';

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

  test('is read with a year of two digits, and with the month as a word of any language', () => {
    const ways = [
      ['1', '3', '27'],
      ['1.', '3.', '2027'],
      ['01', 'März', '2027'],
      ['1', 'mrz', '2027'],
      ['1', 'March', '27'],
      ['١', 'مارس', '٢٠٢٧'],
    ] as const;
    for (const [day, month, year] of ways)
      expect(dayOfParts({ day, month, year }), month).toEqual({ ok: true, value: '2027-03-01' });
    expect(dayOfParts({ day: '1', month: 'Marz', year: '2027' })).toEqual({ ok: false, refusal: 'not-a-day' });
  });

  test('is read where the whole day stands in one of them', () => {
    for (const day of ['1.3.27', '01.03.2027', '1 März 2027', '1. März 2027', '2027-03-01', '١.٣.٢٠٢٧', '1. 3. 2027'])
      expect(dayOfParts({ day, month: '', year: '' }), day).toEqual({ ok: true, value: '2027-03-01' });
    expect(dayOfParts({ day: '', month: '', year: '1.3.2027' })).toEqual({ ok: true, value: '2027-03-01' });
    expect(dayOfParts({ day: '31.2.2027', month: '', year: '' })).toEqual({ ok: false, refusal: 'not-a-day' });
    expect(partsOfText('31.2.2027')).toEqual({ day: '31', month: '2', year: '2027' });
  });

  test('is not guessed where day and month could change places', () => {
    expect(partsOfText('1/3/2027')).toBeUndefined();
    expect(partsOfText('31/3/2027')).toEqual({ day: '31', month: '3', year: '2027' });
  });

  test('comes back as it was', () => {
    expect(dayOfParts(partsOfDay('2028-02-29' as Day))).toEqual({ ok: true, value: '2028-02-29' });
  });
});
