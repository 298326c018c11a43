import type { Rate } from './decision.ts';

/** Percent with this many decimals, rounded up: what is printed is never below the rate. */
const upTo = ({ grantCents, eligibleCents }: Rate, decimals: number): bigint => {
  const scaled = BigInt(grantCents) * 10n ** BigInt(decimals + 2);
  return (scaled + BigInt(eligibleCents) - 1n) / BigInt(eligibleCents);
};

/** By how much `percent` of E exceeds G, in cents times 10^(decimals + 2). */
const excess = ({ grantCents, eligibleCents }: Rate, percent: bigint, decimals: number): bigint =>
  percent * BigInt(eligibleCents) - BigInt(grantCents) * 10n ** BigInt(decimals + 2);

const MOST_DECIMALS = 12;

/**
 * The rate G/E in percent with as few decimals as tell it to the cent: E times what is printed is G and less than half a cent more.
 * `80`, `62,5`, `83,33334`.
 */
export const percentOf = (rate: Rate): string => {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && 2n * excess(rate, upTo(rate, decimals), decimals) >= 10n ** BigInt(decimals + 2))
    decimals += 1;
  const digits = String(upTo(rate, decimals)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? whole : `${whole},${digits.slice(-decimals)}`;
};
