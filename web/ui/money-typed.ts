import { parseCents, type Cents } from '../../shared/kernel/cents.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { refuse, type Result } from '../../shared/kernel/result.ts';
import { moneyText } from '../format.ts';

/** What is understood from a typed amount: nothing typed, an amount as it will be written, or nothing readable. */
export type Understood =
  | { readonly is: 'empty' }
  | { readonly is: 'amount'; readonly cents: Cents; readonly shown: string }
  | { readonly is: 'unclear' };

type Read = Result<Cents, 'not-an-amount'>;

/** Marks that only steer the direction of writing; amounts copied from an Arabic page carry them. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const SPACES = /[\s\u00A0\u2007\u2009\u202F]+/g;
const CURRENCY = '(?:€|EUR|Euros?|يورو)';
const AROUND = new RegExp(`^${CURRENCY} ?| ?${CURRENCY}$`, 'giu');

/** The figures alone: without the currency on either side, and without `,-` for "no cents". */
const figuresOf = (typed: string): string =>
  typed
    .replace(DIRECTION, '')
    .replace(SPACES, ' ')
    .trim()
    .replace(AROUND, '')
    .replace(/[.,٫](?:[-–—]{1,2}|)$/u, '')
    .trim();

/** One mark with exactly three figures after it: thousands in one way of writing, a slip of the decimals in the other. */
const AMBIGUOUS = /^[^.,]*[.,][^.,]{3}$/u;

const inBothWays = (figures: string): Read[] =>
  (['en', 'de'] as const).map((way) => parseCents(figures, way)).filter((read) => read.ok);

/**
 * What is written in the other way of writing has one meaning where this way cannot make sense of it: `3.80` on a German
 * page, since phones set to English offer no comma. Except where a slip would turn a thousand into one, or the reverse.
 */
const readInOtherWay = (figures: string): Read => {
  const [first, second] = inBothWays(figures);
  const isOne =
    first !== undefined && (second === undefined || (second.ok && first.ok && second.value === first.value));
  return isOne ? first : refuse('not-an-amount');
};

const readAmount = (typed: string, language: Language): Read => {
  const figures = figuresOf(typed);
  const read = parseCents(figures, language);
  if (read.ok) return read;
  return language !== 'ar' && AMBIGUOUS.test(figures) ? read : readInOtherWay(figures);
};

/** Reads an amount as people write it; what could mean two amounts is unclear, never guessed. */
export const understand = (typed: string, language: Language): Understood => {
  if (typed.replace(DIRECTION, '').trim() === '') return { is: 'empty' };
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
