import { describe, expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { mileageCents } from './expenses.ts';
import { limitsOf } from './limits.ts';
import { cutOffOf, lapsesOn, publicQuarter, quarterOf, remindOn, travelUntil } from './periods.ts';
import { cents } from '../kernel/cents.ts';

describe('periods of a claim', () => {
  test('travel costs are lost six months after the sitting; a weekend or holiday moves the end', () => {
    expect(travelUntil(day('2026-06-15'))).toBe('2026-12-15');
    expect(travelUntil(day('2026-08-31'))).toBe('2027-03-01');
    expect(travelUntil(day('2026-06-25'))).toBe('2026-12-28');
  });

  test('a claim lapses with the third year after that of the sitting', () => {
    expect(lapsesOn(day('2026-01-01'))).toBe('2029-12-31');
    expect(lapsesOn(day('2030-06-01'))).toBe('2034-01-02');
  });

  test('a draft is reminded of after six weeks', () => expect(remindOn(day('2026-11-23'))).toBe('2027-01-04'));
});

describe('the quarter of the public figures', () => {
  test('is that of the sitting until its cut-off, then the first that is still open', () => {
    expect(quarterOf(day('2026-12-31'))).toBe('2026-Q4');
    expect(cutOffOf('2026-Q4')).toBe('2027-02-14');
    expect(publicQuarter(day('2026-11-23'), day('2027-02-14'))).toBe('2026-Q4');
    expect(publicQuarter(day('2026-11-23'), day('2027-02-15'))).toBe('2027-Q1');
    expect(publicQuarter(day('2026-11-23'), day('2028-02-14'))).toBe('2027-Q4');
  });
});

describe('mileage', () => {
  test.each([
    [1, 2],
    [125, 2_50],
    [6_499, 129_98],
    [6_500, 130_00],
    [6_501, 130_00],
    [20_000, 130_00],
  ])('%i tenths of a kilometre are %i cents', (tenths, amount) => {
    expect(mileageCents(tenths, day('2026-11-23'))).toBe(amount);
  });
});

describe('the amounts of tax law beside a year', () => {
  const states = (year: number, fees: number) => limitsOf(year, cents(fees), cents(fees)).map(({ state }) => state);

  test('warn from 80 percent, and say above only above', () => {
    expect(states(2025, 671_99)).toEqual(['below', 'below', 'below']);
    expect(states(2025, 672_00)[0]).toBe('near');
    expect(states(2025, 840_00)[0]).toBe('near');
    expect(states(2025, 840_01)[0]).toBe('above');
  });

  test('what nobody knows is unknown, with the question and no amount', () => {
    const [, perMonth] = limitsOf(2026, cents(9_999_00), cents(9_999_00));
    expect(perMonth).toMatchObject({ state: 'unknown', status: 'unknown', question: expect.any(String) });
    expect(perMonth).not.toHaveProperty('cents');
  });

  test('authorities report from 3,000 euros a year since 2025, as leaflets say', () => {
    const [, , threshold] = limitsOf(2026, cents(0), cents(3_000_01));
    expect(threshold).toMatchObject({ cents: 3_000_00, status: 'secondary', state: 'above' });
  });
});
