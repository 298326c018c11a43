import { describe, expect, test } from 'vitest';
import { endsEarlier, NO_TIMES, timeFaults, timesOf, typedTimes, type TypedTimes } from './times.ts';

const EVENING: TypedTimes = {
  day: { day: '3', month: '12', year: '2026' },
  from: '1730',
  to: '19:30',
  endsNextDay: false,
};

describe('times of a sitting as they are typed', () => {
  test('one day and two hours make two wall times, and back again', () => {
    const times = timesOf(EVENING)!;
    expect(times).toEqual({ from: '2026-12-03T17:30', to: '2026-12-03T19:30' });
    expect(timesOf(typedTimes(times))).toEqual(times);
  });

  test('an end before the beginning is a fault, unless it is said to be on the next day', () => {
    const late = { ...EVENING, to: '0:30' };
    expect(endsEarlier(late)).toBe(true);
    expect(timeFaults(late)).toEqual([{ name: 'to', key: 'bodies.times.before-start' }]);
    expect(timesOf(late)).toBeUndefined();
    expect(timesOf({ ...late, endsNextDay: true })).toEqual({ from: '2026-12-03T17:30', to: '2026-12-04T00:30' });
  });

  test('an answer to a question that is not asked any more counts for nothing', () => {
    expect(timesOf({ ...EVENING, endsNextDay: true })).toEqual({ from: '2026-12-03T17:30', to: '2026-12-03T19:30' });
  });

  test('what is missing is named field by field', () => {
    expect(timeFaults(NO_TIMES).map(({ name }) => name)).toEqual(['day', 'from', 'to']);
  });
});
