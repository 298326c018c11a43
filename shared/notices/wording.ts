import { formatCents, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { Inline, Text } from './content.ts';

const SPACE = '\u00A0';
const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

/** `40.000,00 Euro`; amount and currency stay on one line. */
export const euros = (amount: Cents): string => `${formatCents(amount)}${SPACE}Euro`;

/** `22. November 2026`; kept on one line. */
export const longDay = (of: Day): string =>
  `${Number(of.slice(8))}.${SPACE}${MONTHS[Number(of.slice(5, 7)) - 1]}${SPACE}${of.slice(0, 4)}`;

/** Citations of the law are never broken between sign and number: `§ 44`, `Abs. 2`, `Nr. 1`. */
export const bind = (text: string): string =>
  text
    .replace(/(§§?|Abs\.|Absatz|Nr\.|Satz|Ziffer|Kapitel|Titel|Buchst\.|Art\.) (?=[\dIVX]|[a-z]\b|$)/g, `$1${SPACE}`)
    .replaceAll('i. V. m.', `i.${SPACE}V.${SPACE}m.`);

/** A norm as a German letter cites it, from how it stands in our tables: `§ 1(1) DepEntschGDV` → `§ 1 Abs. 1 DepEntschGDV`. */
export const cited = (norm: string): string =>
  bind(norm.replace(/(\d[a-z]?)\((\d+)\)/g, '$1 Abs. $2').replace(/\bS\. (?=\d)/g, 'Satz '));

/** Writes a sentence of the notice. Its own words are bound, what is inserted stays as it is. */
export const prose = (parts: TemplateStringsArray, ...inserted: readonly (Inline | Text)[]): Text =>
  parts.flatMap((part, index) => {
    const value = inserted[index];
    const own = part === '' ? [] : [bind(part)];
    if (value === undefined || value === '') return own;
    return Array.isArray(value) ? [...own, ...(value as Text)] : [...own, value as Inline];
  });

/** Sentences after each other, those left out that do not apply. */
export const sentences = (...texts: readonly (Text | undefined)[]): Text =>
  texts
    .filter((text): text is Text => text !== undefined && text.length > 0)
    .flatMap((text, index) => (index === 0 ? text : [' ', ...text]));

/** Quotation marks inside of others are single ones. */
const nested = (name: string): string => {
  let opens = true;
  return name.replace(/[„“”"«»]/g, (mark) => {
    const isOpening = mark === '„' || mark === '«' || (mark === '"' && opens);
    opens = !isOpening;
    return isOpening ? '‚' : '‘';
  });
};

/** A name between German quotation marks. */
export const quoted = (name: string): Text => ['„', { typed: nested(name) }, '“'];
