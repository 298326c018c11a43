import { expect, test } from 'vitest';
import { invisibleSigns, unprintableSigns, unsafeSigns, withoutInvisibleSigns } from './characters.ts';
import { mailAddress } from './mail-address.ts';
import { holdsPersonalDetails } from './personal.ts';
import { filledLine, filledProse, isFilled, line, printedProse, publicLine, publicProse } from './text.ts';

/** Texts that make patterns look at the same sign again and again. */
const PATHOLOGICAL: Readonly<Record<string, string>> = {
  letters: 'a',
  digits: '0',
  'digits and spaces': '0 ',
  'beginnings of numbers': '+0 (0',
  brackets: '(((',
  'groups of three': '123 123.',
  dots: 'a.',
  addresses: 'a@',
  'addresses without end': 'a @ b.',
  'words of addresses': 'a at b (at) ',
  'beginnings of accounts': 'DE12 ',
  'one account': 'DE1234',
  'the word of accounts': 'IBAN ',
  spaces: ' ',
  lines: '\n \t',
  'invisible signs': '\u200B\u202E',
  joiners: '\u200D\uFE0F',
  marks: 'e\u0301\u0327',
  'signs of markup': '<>',
  emoji: '👩‍👧',
  years: '2024/2025-',
  'phone words': 'Tel.: Nr. ',
  'one long form': '\uFDFA',
};

const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The quickest of some runs: what the work needs when nothing else disturbs it. */
const quickest = (work: () => unknown): number => Math.min(...[1, 2, 3].map(() => milliseconds(work)));

test.each([
  ['personal details', holdsPersonalDetails],
  ['invisible signs', invisibleSigns],
  ['dropping them', withoutInvisibleSigns],
  ['unsafe signs', unsafeSigns],
  ['unprintable signs', unprintableSigns],
  ['fullness', isFilled],
])('%s of a text are found in a time that grows with its length only', (_name, check) => {
  for (const [name, piece] of Object.entries(PATHOLOGICAL)) {
    const one = quickest(() => check(filled(piece, 25_000)));
    const four = quickest(() => check(filled(piece, 100_000)));
    expect(four, name).toBeLessThan(Math.max(10 * one, 200));
  }
});

test.each([
  ['line', line(60)],
  ['filled line', filledLine(60)],
  ['prose', filledProse(1000)],
  ['printed prose', printedProse(1000)],
  ['public line', publicLine(60)],
  ['public prose', publicProse(1000)],
  ['mail address', mailAddress()],
])('a text that is too long is told so and not read: %s', (_name, schema) => {
  for (const piece of Object.values(PATHOLOGICAL)) {
    const found = schema.safeParse(filled(piece, 100_000));
    expect(found.error?.issues.map(({ code }) => code)).toEqual(['too_big']);
  }
});
