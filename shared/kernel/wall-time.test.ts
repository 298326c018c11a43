import { expect, test } from 'vitest';
import { clockOf, dayOfWall, instantOf, isWallTime, minutesBetween, wallTime } from './wall-time.ts';

test('a wall time is a day that exists with hours and minutes', () => {
  expect(isWallTime('2026-12-03T17:30')).toBe(true);
  for (const text of ['2026-02-30T10:00', '2026-12-03T24:00', '2026-12-03 17:30', '2026-12-03T17:30Z', ''])
    expect(isWallTime(text), text).toBe(false);
  expect(dayOfWall(wallTime('2026-12-03T17:30'))).toBe('2026-12-03');
  expect(clockOf(wallTime('2026-12-03T17:30'))).toBe('17:30');
  expect(() => wallTime('yesterday')).toThrow(RangeError);
});

test('winter and summer differ by an hour', () => {
  expect(instantOf(wallTime('2026-12-03T17:30'))).toEqual({ ok: true, value: '2026-12-03T16:30:00.000Z' });
  expect(instantOf(wallTime('2026-07-03T17:30'))).toEqual({ ok: true, value: '2026-07-03T15:30:00.000Z' });
});

test('an hour that the clock skips does not exist, one that it repeats is ambiguous', () => {
  expect(instantOf(wallTime('2027-03-28T02:30'))).toMatchObject({ ok: false, refusal: 'time-does-not-exist' });
  expect(instantOf(wallTime('2026-10-25T02:30'))).toMatchObject({ ok: false, refusal: 'time-is-ambiguous' });
});

test('minutes are those that pass, also over the clock change', () => {
  const minutes = (from: string, to: string) => minutesBetween(wallTime(from), wallTime(to));
  expect(minutes('2026-12-03T10:00', '2026-12-03T16:01')).toEqual({ ok: true, value: 361 });
  expect(minutes('2027-03-28T01:00', '2027-03-28T04:00')).toEqual({ ok: true, value: 120 });
  expect(minutes('2026-10-25T01:00', '2026-10-25T04:00')).toEqual({ ok: true, value: 240 });
  expect(minutes('2026-10-25T02:15', '2026-10-25T04:00')).toMatchObject({ refusal: 'time-is-ambiguous' });
  expect(minutes('2026-10-25T01:00', '2026-10-25T02:15')).toMatchObject({ refusal: 'time-is-ambiguous' });
});
