import { wordsOf } from '../../shared/ledger/search.ts';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import type { Key, Row } from '../kernel/journal.ts';

/** The page of one entry. Its version guards every change of the entry's rows. */
export const publicKey = (id: string): Key => ({ pk: `public#entry#${id}`, sk: 'entry' });

export interface PublicRow extends Row {
  readonly item: PublicEntry;
}

/** The partitions that lists read. In each but the words', rows stand by year, day and number in the log. */
export const ALL = 'public#all';
export const funderPartition = (id: string): string => `public#funder#${id}`;
export const recipientPartition = (id: string): string => `public#recipient#${id}`;
export const fieldPartition = (field: string): string => `public#field#${field}`;
/** Words that begin with the same three letters lie together, so that the beginning of a word finds it. */
export const wordPartition = (word: string): string => `public#word#${word.slice(0, 3)}`;

export const REPORTS = 'public#report';
export const reportKey = (year: number): Key => ({ pk: REPORTS, sk: String(year) });

const orderOf = (item: PublicEntry): string => `${item.year}#${item.day ?? ''}#${String(item.index).padStart(10, '0')}`;

/** The public figures of one quarter, as its page shows them. */
export const COMPENSATION = 'public#compensation';
export const compensationKey = (quarter: string): Key => ({ pk: COMPENSATION, sk: quarter });

/** The words by which the public finds the entry: name and purpose. */
export const wordsOfEntry = (item: PublicEntry): string[] =>
  wordsOf(`${item.recipient?.name ?? ''} ${item.purpose ?? ''}`);

/**
 * Rows of the lists in which the entry stands; each carries all that a list shows, so that a page is one query. Figures of
 * groups are no grants: they have a list of their own (`COMPENSATION`).
 */
export const listRows = (item: PublicEntry): PublicRow[] => {
  if (item.money === 'aggregate') return [];
  const sk = orderOf(item);
  const partitions = [
    ALL,
    funderPartition(item.funder.id),
    ...(item.recipient === undefined ? [] : [recipientPartition(item.recipient.id)]),
    ...(item.policyField === undefined ? [] : [fieldPartition(item.policyField)]),
  ];
  return [
    ...partitions.map((pk) => ({ pk, sk, item })),
    ...wordsOfEntry(item).map((word) => ({ pk: wordPartition(word), sk: `${word}#${sk}`, item })),
  ];
};
