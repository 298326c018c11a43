import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dayOf,
  daysBetween,
  endOf,
  epochSeconds,
  formatDay,
  instant,
  isDay,
  startOf,
  weekday,
  yearOf,
} from './day.ts';

const VECTORS = '../shared/data/vectors/time-berlin.json';
const present = existsSync(VECTORS);

interface Vectors {
  deadlines: { localDate: string; deadlineExclusiveUtc: string; acceptedUtc: string; rejectedUtc: string }[];
  dstTransitions: { utc: string; offsetBefore: number; offsetAfter: number }[];
  ambiguous: { local: string; first?: string; second?: string }[];
  budgetYear: { utc: string; haushaltsjahr: number }[];
}

const HOUR = 3600;

test('the time vectors are there in continuous integration', () => {
  expect(present || process.env['CI'] === undefined).toBe(true);
});

/** The machine's zone, with its offset on 1 January 2027 in minutes, which proves that the zone is really in force. */
const ZONES: readonly [zone: string, offset: number][] = [
  ['UTC', 0],
  ['America/New_York', 300],
  ['Asia/Kolkata', -330],
];

describe.each(ZONES)('a machine in %s keeps the days of Berlin', (zone, offset) => {
  const before = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = zone;
    expect(new Date('2027-01-01T12:00:00Z').getTimezoneOffset()).toBe(offset);
  });
  afterEach(() => {
    process.env['TZ'] = before;
  });

  describe.skipIf(!present)('after the shared vectors (skipped where ../shared/data is absent)', () => {
    const vectors = present ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as Vectors) : undefined;

    test('a period ends with its last day in Berlin, to the millisecond', () => {
      expect(vectors!.deadlines).not.toHaveLength(0);
      for (const { localDate, deadlineExclusiveUtc, acceptedUtc, rejectedUtc } of vectors!.deadlines) {
        const end = endOf(day(localDate));
        expect(end).toBe(instant(deadlineExclusiveUtc));
        expect(instant(acceptedUtc) < end && dayOf(instant(acceptedUtc)) === localDate, localDate).toBe(true);
        expect(instant(rejectedUtc) < end, localDate).toBe(false);
        expect(dayOf(instant(rejectedUtc))).toBe(addDays(day(localDate), 1));
      }
    });

    test('the day of a clock change is an hour shorter or longer, and still one day', () => {
      expect(vectors!.dstTransitions).not.toHaveLength(0);
      for (const { utc, offsetBefore, offsetAfter } of vectors!.dstTransitions) {
        const changed = dayOf(instant(utc));
        const seconds = epochSeconds(endOf(changed)) - epochSeconds(startOf(changed));
        expect(seconds, utc).toBe(24 * HOUR + (offsetBefore - offsetAfter) * 60);
        expect(daysBetween(addDays(changed, -1), addDays(changed, 1))).toBe(2);
      }
    });

    test('the hour that is lived twice belongs to one day', () => {
      for (const { local, first, second } of vectors!.ambiguous) {
        if (first === undefined || second === undefined) continue;
        expect([dayOf(instant(first)), dayOf(instant(second))]).toEqual([local.slice(0, 10), local.slice(0, 10)]);
        expect(instant(first) < instant(second)).toBe(true);
      }
    });

    test('the budget year changes at midnight in Berlin', () => {
      expect(vectors!.budgetYear).not.toHaveLength(0);
      for (const { utc, haushaltsjahr } of vectors!.budgetYear) {
        expect(yearOf(dayOf(instant(utc))), utc).toBe(haushaltsjahr);
      }
    });
  });

  test('a day begins where the day before ends', () => {
    for (const on of ['2026-11-22', '2027-03-28', '2027-10-31', '2026-12-31'].map(day)) {
      expect(dayOf(startOf(on))).toBe(on);
      expect(endOf(addDays(on, -1))).toBe(startOf(on));
    }
  });
});

describe('days', () => {
  test.each(['2027-02-29', '2026-13-01', '2026-1-1', '2026-11-31', '2026-11-22T00:00:00Z', ''])(
    '"%s" is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  test('a month later is the same day number, or the last day of the month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(day('2026-02-28'), 1)).toBe('2026-03-28');
  });

  test('the week begins on Monday, and letters write the day first', () => {
    expect([weekday(day('2026-11-23')), weekday(day('2026-11-22'))]).toEqual([1, 7]);
    expect(formatDay(day('2026-11-03'))).toBe('03.11.2026');
  });
});

test('a day is what the calendar has, in leap years and at the turn of centuries too', () => {
  const two = (number: number): string => String(number).padStart(2, '0');
  const has = (text: string): boolean => {
    const found = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(text);
  };
  for (const year of [1900, 2000, 2026, 2028]) {
    for (let month = 0; month <= 13; month += 1) {
      for (let date = 0; date <= 32; date += 1) {
        const text = `${year}-${two(month)}-${two(date)}`;
        expect([text, isDay(text)]).toEqual([text, has(text)]);
      }
    }
  }
});

test('the day in Berlin changes at its own midnight, in summer and in winter', () => {
  const days = ['2026-07-01T21:59:59.999Z', '2026-07-01T22:00:00.000Z', '2026-12-01T22:59:59.999Z'].map((at) =>
    dayOf(instant(at)),
  );
  expect(days).toEqual(['2026-07-01', '2026-07-02', '2026-12-01']);
  expect(dayOf(instant('2026-12-01T23:00:00.000Z'))).toBe('2026-12-02');
});
