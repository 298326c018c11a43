import { expect, test } from 'vitest';
import { cents } from '../kernel/cents.ts';
import { amountInWords } from './number-words.ts';

test.each([
  [0, 'null Euro'],
  [100, 'ein Euro'],
  [150, 'ein Euro und 50 Cent'],
  [1_600, 'sechzehn Euro'],
  [2_100, 'einundzwanzig Euro'],
  [7_000, 'siebzig Euro'],
  [10_100, 'einhundertein Euro'],
  [100_000, 'eintausend Euro'],
  [1_234_567, 'zwölftausenddreihundertfünfundvierzig Euro und 67 Cent'],
  [4_000_000, 'vierzigtausend Euro'],
  [100_000_000, 'eine Million Euro'],
  [250_001_700, 'zwei Millionen fünfhunderttausendsiebzehn Euro'],
])('%i cents are "%s"', (amount, words) => {
  expect(amountInWords(cents(amount))).toBe(words);
});
