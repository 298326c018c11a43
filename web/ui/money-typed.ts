import { parseCents, type Cents } from '../../shared/kernel/cents.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { refuse, type Result } from '../../shared/kernel/result.ts';
import { moneyText } from '../format.ts';

/** What is understood from a typed amount: nothing typed, an amount as it will be written, or nothing readable. */
export type Understood =
  | { readonly is: 'empty' }
  | { readonly is: 'amount'; readonly cents: Cents; readonly shown: string }
  | { readonly is: 'unclear' };

/**
 * The keypads of phones offer Arabic writers a point or a comma, not the Arabic marks: such an amount is read where only
 * one of both ways of writing makes sense of it.
 */
const readWithWesternMarks = (typed: string): Result<Cents, 'not-an-amount'> => {
  const ways = (['en', 'de'] as const).map((way) => parseCents(typed, way)).filter((read) => read.ok);
  const [first, second] = ways;
  return first !== undefined && (second === undefined || second.value === first.value)
    ? first
    : refuse('not-an-amount');
};

const readAmount = (typed: string, language: Language): Result<Cents, 'not-an-amount'> => {
  const read = parseCents(typed, language);
  return read.ok || language !== 'ar' ? read : readWithWesternMarks(typed);
};

/** Reads an amount in the way of the page's language; the other way round is unclear, never guessed. */
export const understand = (typed: string, language: Language): Understood => {
  if (typed.trim() === '') return { is: 'empty' };
  const read = readAmount(typed, language);
  return read.ok ? { is: 'amount', cents: read.value, shown: moneyText(read.value, language) } : { is: 'unclear' };
};

/** An amount as a person of that language would type it, for editing: no group marks, no currency. */
export const typedAmount = (amount: Cents | undefined, language: Language): string => {
  if (amount === undefined) return '';
  const euros = Math.trunc(amount / 100);
  const rest = String(amount % 100).padStart(2, '0');
  return rest === '00' ? String(euros) : `${euros}${language === 'en' ? '.' : language === 'ar' ? '٫' : ','}${rest}`;
};
