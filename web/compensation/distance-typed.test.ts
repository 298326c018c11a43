import { expect, test } from 'vitest';
import { tenthsTyped } from './distance-typed.ts';

test.each([
  ['12', 120],
  ['12,5', 125],
  ['12.5', 125],
  ['١٢٫٥', 125],
  ['0,4', 4],
])('%s kilometres are %i tenths', (typed, tenths) => expect(tenthsTyped(typed)).toBe(tenths));

test.each(['', '0', 'zwölf', '12,55', '-3', '12345'])('%j is no distance', (typed) =>
  expect(tenthsTyped(typed)).toBeUndefined(),
);
