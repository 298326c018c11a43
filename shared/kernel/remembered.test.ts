import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('what was computed is not computed again, and no more than so much is kept', () => {
  const asked: string[] = [];
  const length = remembered((of: string) => asked.push(of), 2);
  expect([length('a'), length('a'), length('b'), length('b')]).toEqual([1, 1, 2, 2]);
  length('c');
  expect(length('c')).toBe(3);
  expect(length('a')).toBe(4);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
