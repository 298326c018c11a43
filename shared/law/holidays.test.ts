import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { addDays, day, yearOf, type Day } from '../kernel/day.ts';
import { holidayName, isHoliday, isWorkingDay, nextWorkingDay, ONE_OFF_HOLIDAYS } from './holidays.ts';

const holidaysOf = (year: number): Day[] => {
  const found: Day[] = [];
  for (let on = day(`${year}-01-01`); yearOf(on) === year; on = addDays(on, 1)) if (isHoliday(on)) found.push(on);
  return found;
};

const berlin = new Holidays('DE', 'BE', { types: ['public'] });

/** What the package counts and we do not: announced, but its enacted text was not read. */
const KNOWN_DIFFERENCES = ['2028-06-17'];

describe('holidays in Berlin', () => {
  test.each([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030])(
    '%i has the holidays that an independent calendar knows, but for the stated difference',
    (year) => {
      const independent = berlin.getHolidays(year).map(({ date }) => date.slice(0, 10));
      expect(holidaysOf(year)).toEqual(independent.filter((on) => !KNOWN_DIFFERENCES.includes(on)));
    },
  );

  test('the stated difference is still one', () => {
    const differing = berlin.getHolidays(2028).filter(({ date }) => !isHoliday(day(date.slice(0, 10))));
    expect(differing.map(({ date }) => date.slice(0, 10))).toEqual(KNOWN_DIFFERENCES);
    expect(ONE_OFF_HOLIDAYS.filter(({ status }) => status === 'unknown').map((holiday) => holiday.day)).toEqual(
      KNOWN_DIFFERENCES,
    );
  });

  test('a day that may become a holiday changes no period, since it is a Saturday', () => {
    expect(isWorkingDay(day('2028-06-17'))).toBe(false);
  });

  test.each(['2026-12-24', '2026-12-31', '2018-03-08', '2026-04-05', '2026-05-24', '2026-11-22'])(
    '%s is no holiday',
    (on) => expect(isHoliday(day(on))).toBe(false),
  );

  test('a holiday has its German name', () => {
    expect(holidayName(day('2027-03-26'))).toBe('Karfreitag');
    expect(holidayName(day('2025-05-08'))).toBe('80. Jahrestag der Befreiung');
    expect(holidayName(day('2026-05-08'))).toBeUndefined();
  });
});

describe('working days', () => {
  test.each([
    ['2026-11-23', '2026-11-23', 'a Monday stays'],
    ['2026-11-21', '2026-11-23', 'a Saturday moves'],
    ['2026-12-25', '2026-12-28', 'two holidays and a Sunday are passed'],
    ['2026-04-03', '2026-04-07', 'Good Friday to Easter Monday are passed'],
    ['2026-12-24', '2026-12-24', 'Christmas Eve is a working day'],
    ['2026-12-31', '2026-12-31', 'New Year’s Eve is a working day'],
  ])('%s becomes %s: %s', (from, to) => {
    expect(nextWorkingDay(day(from))).toBe(to);
  });
});
