import { expect, test } from 'vitest';
import { invisibleSigns, signPlace, unprintableSigns, unsafeSigns, withoutInvisibleSigns } from './characters.ts';

test.each([
  ['Zweck\u200B mit', 5, 'U+200B', 'Zweck'],
  ['\uFEFFAnfang', 0, 'U+FEFF', ''],
  ['Ein 🎉 Fest\u202D.', 11, 'U+202D', 'Fest'],
  ['a\u{E0041}b', 1, 'U+E0041', 'a'],
])('%j: the invisible sign is named with its place and the word before it', (text, at, sign, after) => {
  const [found] = invisibleSigns(text);
  expect(signPlace(text, found!)).toEqual({ at, sign, after, context: after === '' ? 'invisible-first' : 'invisible' });
});

test('the word before a sign is short, whatever stands there', () => {
  const text = `${'x'.repeat(500)}\u200B`;
  expect(signPlace(text, invisibleSigns(text)[0]!).after).toHaveLength(30);
});

test('what is pasted loses the signs that nobody sees, and each kind of line end is one', () => {
  expect(withoutInvisibleSigns('\uFEFF0176\u202D 12\u202C\r\nzwei\u000Bdrei\u2028vier\u0085')).toBe(
    '0176 12\nzwei\ndrei\nvier\n',
  );
  for (const text of ['می‌خواهم', '👩‍👧', 'a\nb\tc', '\u061Cعربي\u200F', '<3'])
    expect(withoutInvisibleSigns(text)).toBe(text);
});

test('what remains is what a field takes', () => {
  const all = Array.from({ length: 0x1_0000 }, (_, point) => String.fromCodePoint(point)).join(' ');
  expect(invisibleSigns(withoutInvisibleSigns(all))).toEqual([]);
});

test('all that is unsafe is found, in order', () => {
  expect(unsafeSigns('a\u200Bb<c\u0007<').map(({ at }) => at)).toEqual([1, 3, 5, 6]);
});

test('the sign that no letter can set is shown as it is', () => {
  const [found] = unprintableSigns('Fest 🎉');
  expect(signPlace('Fest 🎉', found!)).toEqual({ at: 5, sign: '🎉', after: 'Fest' });
});

test('where the same can be said in other signs, they are named', () => {
  const text = 'Ankommen → Mitgestalten';
  expect(signPlace(text, unprintableSigns(text)[0]!)).toEqual({
    at: 9,
    sign: '→',
    after: 'Ankommen',
    instead: '->',
    context: 'instead',
  });
  expect(signPlace('Ａ', unprintableSigns('Ａ')[0]!)).toMatchObject({ instead: 'A', context: 'instead-first' });
});
