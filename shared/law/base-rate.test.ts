import { describe, expect, test } from 'vitest';
import { addDays, day } from '../kernel/day.ts';
import { BASE_RATES, baseRateOn } from './base-rate.ts';

describe('the base rate', () => {
  test.each([
    ['2016-07-01', -88],
    ['2022-12-31', -88],
    ['2023-01-01', 162],
    ['2023-07-01', 312],
    ['2024-06-30', 362],
    ['2024-07-01', 337],
    ['2025-06-30', 227],
    ['2025-07-01', 127],
    ['2026-06-30', 127],
  ])('on %s is %i hundredths of a percent', (on, rate) => {
    expect(baseRateOn(day(on))).toMatchObject({ ok: true, value: { rate, norm: '§ 247 BGB' } });
  });

  test.each(['2026-07-01', '2026-11-22', '2016-06-30'])('on %s is not known, and nothing is computed with it', (on) => {
    expect(baseRateOn(day(on))).toEqual({ ok: false, refusal: 'base-rate-unknown' });
  });

  test('has no gaps and changes at half-years only', () => {
    for (const [index, { from, until }] of BASE_RATES.entries()) {
      expect(from.slice(5)).toMatch(/^(01-01|07-01)$/);
      expect(until.slice(5)).toMatch(/^(06-30|12-31)$/);
      if (index > 0) expect(from).toBe(addDays(BASE_RATES[index - 1]!.until, 1));
    }
  });
});
