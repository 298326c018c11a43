import { expect, test } from 'vitest';
import { shrunkSize } from './shrunk.ts';

test.each([
  ['a photograph of a phone', 4032, 3024, 2000, 1500],
  ['one held upright', 3024, 4032, 1500, 2000],
  ['a small scan stays as it is', 800, 600, 800, 600],
  ['a strip of paper keeps a line', 12_000, 2, 2000, 1],
])('%s', (_, width, height, toWidth, toHeight) =>
  expect(shrunkSize(width, height)).toEqual({ width: toWidth, height: toHeight }),
);
