import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../kernel/cents.ts';
import { percentOf } from './rate.ts';

const rate = (grant: number, eligible: number) => ({ grantCents: cents(grant), eligibleCents: cents(eligible) });

test.each([
  [4_000_000, 5_000_000, '80'],
  [5_000, 8_000, '62,5'],
  [2_000_000, 2_400_000, '83,33334'],
  [1, 3, '34'],
  [100, 300, '33,4'],
  [5_000_000, 5_000_000, '100'],
])('%i of %i cents is %s percent', (grant, eligible, printed) => {
  expect(percentOf(rate(grant, eligible))).toBe(printed);
});

test('the printed rate of the eligible costs is never below the grant, and gives it to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 10 }), fc.integer({ min: 1, max: 10 ** 10 }), (a, b) => {
      const [grant, eligible] = a < b ? [a, b] : [b, a];
      const [whole = '', decimals = ''] = percentOf(rate(grant, eligible)).split(',');
      const product = BigInt(whole + decimals) * BigInt(eligible);
      const scale = 10n ** BigInt(decimals.length + 2);
      expect(product >= BigInt(grant) * scale).toBe(true);
      expect((2n * product + scale) / (2n * scale)).toBe(BigInt(grant));
    }),
  );
});
