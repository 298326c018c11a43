import { western } from '../ui/western.ts';

const bare = (typed: string): string =>
  western(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** An account number in groups of four, as it stands on the card. */
export const grouped = (typed: string): string => bare(typed).replace(/(.{4})(?=.)/g, '$1 ');

/** Where the caret stands in the grouped number, so many characters of the number behind its beginning. */
export const caretAfter = (typed: string, caret: number): number => {
  const before = bare(typed.slice(0, caret)).length;
  return before + Math.max(0, Math.ceil(before / 4) - 1);
};

/** How many characters were typed, and how many a German number has; undefined for other countries. */
export const germanCount = (typed: string): { count: number; of: number } | undefined => {
  const number = bare(typed);
  return number.startsWith('DE') ? { count: number.length, of: 22 } : undefined;
};
