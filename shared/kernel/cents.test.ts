import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cents, formatCents, parseCents, splitByWeights } from './cents.ts';

const VECTORS = '../shared/data/vectors/money.json';
const present = existsSync(VECTORS);

interface Vectors {
  format: { cent: number; de: string }[];
  parse: { in: string; locale: string; cent?: number; error?: boolean }[];
  parseOtherDigits: { in: string; locale: string; cent: number }[];
  splitLargestRemainder: { totalCent: number; weights: number[]; sharesCent: number[] }[];
}

test('the money vectors are there in continuous integration', () => {
  expect(present || process.env['CI'] === undefined).toBe(true);
});

describe.skipIf(!present)('money follows the shared vectors (skipped where ../shared/data is absent)', () => {
  const vectors = present ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as Vectors) : undefined;

  test('amounts are written as in Germany', () => {
    for (const { cent, de } of vectors!.format) expect(formatCents(cents(cent))).toBe(de);
  });

  test('amounts are read as typed, and refused where they could mean two things', () => {
    for (const { in: typed, locale, cent, error } of [
      ...vectors!.parse,
      ...vectors!.parseOtherDigits,
    ] as Vectors['parse']) {
      const read = parseCents(typed, locale);
      expect(read, typed).toEqual(error ? { ok: false, refusal: 'not-an-amount' } : { ok: true, value: cent });
    }
  });

  test('shares always add up to the total', () => {
    for (const { totalCent, weights, sharesCent } of vectors!.splitLargestRemainder) {
      expect(splitByWeights(cents(totalCent), weights)).toEqual(sharesCent);
    }
  });
});
