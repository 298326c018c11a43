import { expect, test } from 'vitest';
import { cursorText } from './text.ts';

test('only what a page before could have given is a cursor', () => {
  const given = Buffer.from('2026-11-22#app-eins').toString('base64url');
  expect(cursorText().safeParse(given).success).toBe(true);
  for (const other of ['', 'A', 'a b', 'ð', 'a=', 'a/b', 'x'.repeat(401)]) {
    expect(cursorText().safeParse(other).success, other).toBe(false);
  }
});
