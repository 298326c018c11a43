import { expect, test } from 'vitest';
import { matches, wordsOf } from './search.ts';

test.each([
  ['Türkische Gemeinde', ['tuerkisch', 'türkisch', 'turkisch', 'TÜRKISCHE']],
  ['Geflüchtete', ['gefluechtete', 'gefluchtete']],
  ['Cıvıltı', ['civilti', 'CIVILTI', 'cıvıltı']],
  ['Łódź Đorđe Sørensen', ['lodz', 'dorde', 'sorensen', 'soerensen']],
  ['Straßenfest', ['strassenfest', 'straßen']],
  ['Sprach\u00ADkurs', ['sprachkurs']],
  ['Sprach\u200Bkurs', ['sprachkurs']],
  ['جمعيـــة السلام', ['جمعية']],
  ['neue Bauern', ['neu', 'neue', 'bauer', 'bauern']],
])('%s is found as people type it', (text, typed) => {
  for (const one of typed) expect(matches(wordsOf(text), wordsOf(one)), one).toBe(true);
});

test('another word is not', () => {
  expect(matches(wordsOf('Türkische Gemeinde'), wordsOf('torkisch'))).toBe(false);
});
