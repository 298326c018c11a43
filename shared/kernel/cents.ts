import { refuse, ok, type Result } from './result.ts';
import { ownOf } from './own.ts';

declare const brand: unique symbol;

/** Money in whole euro cents, a safe integer. Never a float. */
export type Cents = number & { readonly [brand]: 'cents' };

export const MAX_CENTS = 99_999_999_999;

export const isCents = (value: number): value is Cents => Number.isSafeInteger(value) && Math.abs(value) <= MAX_CENTS;

/** @throws RangeError if the number is no amount in cents. */
export const cents = (value: number): Cents => {
  if (!isCents(value)) throw new RangeError(`Not an amount in cents: ${value}`);
  return value;
};

export const sum = (amounts: readonly Cents[]): Cents => cents(amounts.reduce((total, amount) => total + amount, 0));

/** `1.234,56` as German letters and forms write it, without the currency. */
export const formatCents = (amount: Cents): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}${euros},${digits.slice(-2)}`;
};

/** Decimal and group marks by the language in which the amount was typed. */
const MARKS: Record<string, { decimal: string; group: string }> = {
  de: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
  ar: { decimal: '٫', group: '٬' },
  fa: { decimal: '٫', group: '٬' },
};

const westernDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

/**
 * Reads an amount as people type it: group marks only where groups of three stand, at most two decimals, no sign.
 * A form that could mean two things (`1.23` in German) is refused, never guessed.
 */
export const parseCents = (typed: string, language: string): Result<Cents, 'not-an-amount'> => {
  const { decimal, group } = ownOf(MARKS, language) ?? MARKS['de']!;
  const text = westernDigits(typed.trim().replace(/\s*(?:€|EUR)$/i, ''));
  const marks = text.includes('٫') || text.includes('٬') ? MARKS['ar']! : { decimal, group };
  const [whole = '', fraction = '', ...more] = text.split(marks.decimal);
  const groups = whole.replace(/[\u0020\u00A0\u202F]/g, marks.group).split(marks.group);
  const grouped =
    groups.length === 1 || (/^\d{1,3}$/.test(groups[0]!) && groups.slice(1).every((g) => /^\d{3}$/.test(g)));
  const digits = groups.join('');
  if (more.length > 0 || !grouped || !/^\d{1,9}$/.test(digits) || !/^\d{0,2}$/.test(fraction)) {
    return refuse('not-an-amount');
  }
  if (text.endsWith(marks.decimal)) return refuse('not-an-amount');
  return ok(cents(Number(digits) * 100 + Number(fraction.padEnd(2, '0') || '0')));
};

/**
 * Splits a total by weights so that the shares add up to it (largest remainder; ties go to the earlier share).
 * @throws RangeError if all weights are zero.
 */
export const splitByWeights = (total: Cents, weights: readonly number[]): Cents[] => {
  const all = weights.reduce((a, b) => a + b, 0);
  if (all <= 0) throw new RangeError('Weights must add up to more than zero');
  const exact = weights.map((weight) => (BigInt(total) * BigInt(weight)) / BigInt(all));
  const remainders = weights.map((weight, index) => ({ index, rest: (BigInt(total) * BigInt(weight)) % BigInt(all) }));
  let missing = total - Number(exact.reduce((a, b) => a + b, 0n));
  const shares = exact.map(Number);
  for (const { index } of remainders.sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1,
  )) {
    if (missing-- <= 0) break;
    shares[index]! += 1;
  }
  return shares.map(cents);
};
