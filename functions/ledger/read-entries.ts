import { refuse, ok, type Result } from '../../shared/kernel/result.ts';
import { matches, wordsOf } from '../../shared/ledger/search.ts';
import type { EntriesQuery, PublicEntries, PublicEntry } from '../../shared/ledger/wire.ts';
import type { Journal } from '../kernel/journal.ts';
import {
  ALL,
  fieldPartition,
  funderPartition,
  recipientPartition,
  wordPartition,
  wordsOfEntry,
  type PublicRow,
} from './views.ts';

/** Entries that a page shows at least, while there are any. */
const PAGE = 50;
/** Rows of one query where some will be passed over, and queries of one request at most; then the page is short. */
const ROWS = 150;
const QUERIES = 5;
/** Where nothing came yet, so many more: "nothing" is said of what was looked through. */
const QUERIES_UNTIL_FOUND = 25;
const MOST_WORDS = 5;

interface Shelf {
  readonly pk: string;
  readonly prefix: string;
  /** Whether every row of the shelf belongs to the answer, so that the page is one query. */
  readonly exact: boolean;
  /** The word whose beginning opened the shelf of words. */
  readonly word?: string;
}

/** The narrowest partition that holds all that is asked for: word, recipient, funder, field, all; by year within it. */
const shelfOf = (query: EntriesQuery, word: string | undefined): Shelf => {
  const { year, funder, field, recipient } = query;
  if (word !== undefined) return { pk: wordPartition(word), prefix: word, exact: false, word };
  const prefix = year === undefined ? '' : `${year}#`;
  const others = [funder, field, recipient].filter((value) => value !== undefined).length;
  if (recipient !== undefined) return { pk: recipientPartition(recipient), prefix, exact: others === 1 };
  if (funder !== undefined) return { pk: funderPartition(funder), prefix, exact: others === 1 };
  if (field !== undefined) return { pk: fieldPartition(field), prefix, exact: others === 1 };
  return { pk: ALL, prefix, exact: true };
};

const longestOf = (asked: readonly string[]): string | undefined => asked.toSorted((a, b) => b.length - a.length)[0];

/**
 * The word to search by: the rarest, as far as one query of each tells it, else the longest. A rare one is read in one query,
 * so that no cursor depends on which word was rare at the time.
 */
const wordFor = async (journal: Journal, asked: readonly string[]): Promise<string | undefined> => {
  const longest = longestOf(asked);
  if (asked.length < 2) return longest;
  const pages = await Promise.all(
    asked.slice(0, MOST_WORDS).map(async (word) => ({
      word,
      page: await journal.page({ pk: wordPartition(word), prefix: word, limit: ROWS }),
    })),
  );
  const rare = pages.filter(({ page }) => page.next === undefined);
  return rare.toSorted((a, b) => a.page.rows.length - b.page.rows.length)[0]?.word ?? longest;
};

/** An entry with several words of the same beginning stands there several times, and is shown once. */
const isFirstOfEntry = ({ word }: Shelf, row: PublicRow, words: readonly string[]): boolean =>
  word === undefined || words.filter((own) => own.startsWith(word)).toSorted()[0] === row.sk.split('#')[0];

const isAsked = (query: EntriesQuery, asked: readonly string[], shelf: Shelf, row: PublicRow): boolean => {
  const { item } = row;
  const words = asked.length === 0 ? [] : wordsOfEntry(item);
  return (
    (query.year === undefined || item.year === Number(query.year)) &&
    (query.funder === undefined || item.funder.id === query.funder) &&
    (query.field === undefined || item.policyField === query.field) &&
    (query.recipient === undefined || item.recipient?.id === query.recipient) &&
    matches(words, asked) &&
    isFirstOfEntry(shelf, row, words)
  );
};

/** A cursor is a place on its own shelf; elsewhere the table would fail. */
const isOn = (shelf: Shelf, cursor: string): boolean => {
  const place = Buffer.from(cursor, 'base64url').toString();
  return place !== '' && place.startsWith(shelf.prefix);
};

/**
 * One page of the public ledger, newest year first. A single filter, with or without a year, is one query; combined
 * filters read on along the narrowest one, a bounded way, so a page may be short and still have a next.
 */
export const readEntries = async (
  journal: Journal,
  query: EntriesQuery,
): Promise<Result<PublicEntries, 'malformed'>> => {
  const asked = wordsOf(query.q ?? '');
  if (query.q !== undefined && query.q.trim() !== '' && asked.length === 0) return ok({ items: [], next: null });
  const shelf = shelfOf(query, query.cursor === undefined ? await wordFor(journal, asked) : longestOf(asked));
  if (query.cursor !== undefined && !isOn(shelf, query.cursor)) {
    return refuse('malformed', [{ path: 'cursor', code: 'wrong-form' }]);
  }
  const items: PublicEntry[] = [];
  let cursor = query.cursor;
  for (let queries = 0; queries < (items.length === 0 ? QUERIES_UNTIL_FOUND : QUERIES); queries += 1) {
    const limit = shelf.exact ? PAGE : ROWS;
    const page = await journal.page({ pk: shelf.pk, prefix: shelf.prefix, limit, cursor, newestFirst: true });
    const rows = page.rows as readonly PublicRow[];
    items.push(...rows.filter((row) => isAsked(query, asked, shelf, row)).map(({ item }) => item));
    cursor = page.next;
    if (cursor === undefined || items.length >= PAGE) break;
  }
  return ok({ items, next: cursor ?? null });
};
