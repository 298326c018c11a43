import { expect, test } from 'vitest';
import { clockTyped } from './clock-typed.ts';

test.each([
  ['17:30', '17:30'],
  ['1730', '17:30'],
  ['17.30', '17:30'],
  ['9', '09:00'],
  ['930', '09:30'],
  [' 18 ', '18:00'],
  ['١٧:٣٠', '17:30'],
  ['0', '00:00'],
  ['17:30 Uhr', '17:30'],
  ['17 Uhr', '17:00'],
  ['17 Uhr 30', '17:30'],
  ['5 pm', '17:00'],
  ['5:30 p.m.', '17:30'],
  ['12 am', '00:00'],
  ['٥:٣٠ م', '17:30'],
])('%s is read as %s', (typed, clock) => expect(clockTyped(typed)).toBe(clock));

test.each(['', '24:00', '17:60', '13 pm', '0 pm', '17:3', '12345'])('%j is no time of day', (typed) =>
  expect(clockTyped(typed)).toBeUndefined(),
);
