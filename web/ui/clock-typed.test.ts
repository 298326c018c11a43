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
])('%s is read as %s', (typed, clock) => expect(clockTyped(typed)).toBe(clock));

test.each(['', '24:00', '17:60', '5 pm', '17:3', '12345'])('%j is no time of day', (typed) =>
  expect(clockTyped(typed)).toBeUndefined(),
);
