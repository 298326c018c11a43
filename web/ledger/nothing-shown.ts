import { wordsOf } from '../../shared/ledger/search.ts';
import type { Filter } from './data.ts';

/** Why the list shows nothing, as a key of texts; "no entry" only where everything was looked through. */
export const nothingShown = (filter: Filter, hasMore: boolean) => {
  if (Object.keys(filter).length === 0) return 'ledger.report.empty';
  if (hasMore) return 'ledger.list.empty-so-far';
  return filter.q !== undefined && wordsOf(filter.q).length === 0 ? 'ledger.list.too-short' : 'ledger.list.empty';
};
