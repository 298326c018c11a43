import { describe, expect, test } from 'vitest';
import { NO_TIMES, timeFaults, timesOf, typedTimes, type TypedTimes } from './times.ts';

const EVENING: TypedTimes = {
  day: { day: '3', month: '12', year: '2026' },
  from: '1730',
  to: '19:30',
};

describe('times of a sitting as they are typed', () => {
  test('one day and two hours make two wall times, and back again', () => {
    const times = timesOf(EVENING)!;
    expect(times).toEqual({ from: '2026-12-03T17:30', to: '2026-12-03T19:30' });
    expect(timesOf(typedTimes(times))).toEqual(times);
  });

  test('an end that is not after the beginning is a fault', () => {
    const late = { ...EVENING, to: '0:30' };
    expect(timeFaults(late)).toEqual([{ name: 'to', key: 'bodies.times.before-start' }]);
    expect(timesOf(late)).toBeUndefined();
    expect(timesOf({ ...EVENING, to: '17:30' })).toBeUndefined();
  });

  test('an end after midnight is on the next day where the person says so, and only there', () => {
    const late = { ...EVENING, from: '19:00', to: '0:30', isNextDay: true };
    const times = timesOf(late)!;
    expect(times).toEqual({ from: '2026-12-03T19:00', to: '2026-12-04T00:30' });
    expect(timesOf(typedTimes(times))).toEqual(times);
    expect(timesOf({ ...late, to: '21:00' })).toEqual({ from: '2026-12-03T19:00', to: '2026-12-03T21:00' });
  });

  test('what is missing is named field by field', () => {
    expect(timeFaults(NO_TIMES).map(({ name }) => name)).toEqual(['day', 'from', 'to']);
  });
});
