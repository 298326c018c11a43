import type { Journal, Write } from './journal.ts';

/** Who and what can be found by name. */
export type Listing = 'people' | 'organisations';

export interface Listed {
  readonly id: string;
  readonly name: string;
}

/** A name of more words than this is found by its first ones; the lines of one name stay few. */
const MOST_WORDS = 8;
/** One query reads so many lines; behind them the asker is told to type more. */
const MOST_LINES = 50;

const pkOf = (of: Listing): string => `directory#${of}`;

/** Words as people type them: without case, accents or signs between. */
const wordsOf = (text: string): string[] => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))].slice(0, MOST_WORDS);
};

/** One line for each word, so that one query answers whoever types the beginning of any of them. */
export const listed = (of: Listing, { id, name }: Listed): Write[] =>
  wordsOf(name).map((word) => ({ put: { pk: pkOf(of), sk: `${word}#${id}`, id, name } }));

/** Whose name has a word that begins like each of the words typed; `isCut` where more lines were there than were read. */
export const findListed = async (
  journal: Pick<Journal, 'page'>,
  of: Listing,
  typed: string,
): Promise<{ readonly items: Listed[]; readonly isCut: boolean }> => {
  const asked = wordsOf(typed);
  const [longest] = asked.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return { items: [], isCut: false };
  const { rows, next } = await journal.page({ pk: pkOf(of), prefix: longest, limit: MOST_LINES });
  const found = new Map<string, Listed>();
  for (const row of rows) {
    const line = { id: String(row['id']), name: String(row['name']) };
    const has = wordsOf(line.name);
    if (asked.every((word) => has.some((one) => one.startsWith(word)))) found.set(line.id, line);
  }
  const items = [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  return { items, isCut: next !== undefined };
};
