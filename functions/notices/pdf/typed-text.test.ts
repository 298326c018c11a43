import { expect, test } from 'vitest';
import { typedLines } from './typed-text.ts';

const FIRST_STRONG = '\u2068';
const FROM_LEFT = '\u2066';
const END = '\u2069';

test('Latin names need no isolation and stay as they were typed', () => {
  expect(typedLines('Nguyễn & Łódź [x] #y $z e.V.')).toEqual(['Nguyễn & Łódź [x] #y $z e.V.']);
});

test('an Arabic name keeps its direction to itself; mixed with Latin letters it runs from the left', () => {
  expect(typedLines('جمعية الصداقة')).toEqual([`${FIRST_STRONG}جمعية الصداقة${END}`]);
  expect(typedLines('جمعية الصداقة e.V.')).toEqual([`${FROM_LEFT}جمعية الصداقة e.V.${END}`]);
});

test.each([
  ['a closer that would end the isolation from within', `a${END}\u202Eb`, `${FROM_LEFT}a\u202Eb${END}`],
  ['an isolate left open', `a${FIRST_STRONG}b`, `${FROM_LEFT}a${FIRST_STRONG}b${END}${END}`],
])('nobody gets out of the isolation: %s', (_how, typed, set) => {
  expect(typedLines(typed)).toEqual([set]);
});

test('each line stands for itself, tabs become spaces', () => {
  expect(typedLines('one\r\ntwo\nthree\tfour')).toEqual(['one', 'two', 'three four']);
});

test('a word longer than a line may break and loses no letter', () => {
  const long = 'Donau'.repeat(30);
  const [line = ''] = typedLines(long);
  expect(line).not.toBe(long);
  expect(line.replaceAll('\u200B', '')).toBe(long);
});
