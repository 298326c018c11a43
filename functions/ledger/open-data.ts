import { utf8 } from '../../shared/ledger/bytes.ts';
import { csvHead, csvLine, isGrant } from '../../shared/ledger/csv.ts';
import { compensationCsv } from '../../shared/ledger/compensation.ts';
import type { CompensationQuarter, PublicEntry } from '../../shared/ledger/wire.ts';
import type { Journal, Key } from '../kernel/journal.ts';
import type { LedgerDeps } from './publish.ts';
import { openDataPath } from './rows.ts';
import { ALL, COMPENSATION, type PublicRow } from './views.ts';

/** How far the open data go; taken away when they must be written anew. */
export const OPEN_DATA: Key = { pk: 'ledger#open-data', sk: 'state' };

const CSV = { type: 'text/csv; charset=utf-8; header=present' };

/** Rows of one query, well below the megabyte that DynamoDB gives. */
const ROWS = 200;

const entriesOf = async function* (journal: Journal): AsyncGenerator<PublicEntry> {
  let cursor: string | undefined;
  do {
    const page = await journal.page({ pk: ALL, limit: ROWS, cursor });
    for (const row of page.rows as readonly PublicRow[]) yield row.item;
    cursor = page.next;
  } while (cursor !== undefined);
};

/** Writes the files of open data if the log went on since they were written. */
export const publishOpenData = async ({ journal, files, clock }: LedgerDeps, size: number): Promise<void> => {
  const [[state] = []] = await journal.read([OPEN_DATA]);
  if (state?.['size'] === size) return;
  const lines = [csvHead()];
  for await (const entry of entriesOf(journal)) if (isGrant(entry)) lines.push(csvLine(entry));
  await files.put(openDataPath('zuwendungen.csv'), utf8(lines.join('')), CSV);
  const [quarters = []] = await journal.read([{ pk: COMPENSATION, prefix: '' }]);
  const csv = compensationCsv(quarters.map((row) => row['view'] as CompensationQuarter));
  await files.put(openDataPath('aufwandsentschaedigungen.csv'), utf8(csv), CSV);
  await journal.commit({ at: clock.now(), by: 'system', writes: [{ put: { ...OPEN_DATA, size } }] });
};
