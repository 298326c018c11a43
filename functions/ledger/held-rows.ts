import type { Cents } from '../../shared/kernel/cents.ts';
import type { Count } from '../../shared/ledger/wire.ts';
import type { Suspicion } from '../../shared/ledger/suspicion.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Journal, Key, Row, Write } from '../kernel/journal.ts';
import type { Queued } from './queue-missing.ts';
import { entryKey, readRows } from './rows.ts';

/** Rows of loaded files that nobody has looked at: published are they when an official says so. */
export const HELD = 'ledger#held';
export const heldKey = (id: string): Key => ({ pk: HELD, sk: id });

/** How many wait, and what they amount to: told with the totals, since they are missing there. */
export const HELD_COUNT: Key = { pk: 'ledger#count-held', sk: 'count' };

/** A row that waits, as it would be published, with the name that its file tells. */
export interface Held extends Queued {
  readonly name: string;
  readonly suspicions: readonly Suspicion[];
}

export interface HeldRow extends Row, Held {
  readonly at: string;
}

export interface CountRow extends Row {
  readonly count: Count;
}

const NONE: Count = { entries: 0, cents: 0 };

/** The count after so many rows came or went; its version keeps two from counting at once. */
export const countWrite = (row: CountRow | undefined, by: Count): Write => {
  const { entries, cents } = row?.count ?? NONE;
  const count: Count = { entries: entries + by.entries, cents: cents + by.cents };
  return { put: { ...HELD_COUNT, count }, if: { version: row?.version ?? 0 } };
};

export const sumOf = (rows: readonly Held[], sign: 1 | -1): Count => ({
  entries: sign * rows.length,
  cents: sign * rows.reduce((sum, { fields }) => sum + fields.cents, 0),
});

/** Rows of one transaction. */
export const HELD_PART = 90;
const ATTEMPTS = 5;

/** Puts those rows aside for an official that are neither published nor waiting yet, and answers with their number. */
export const holdMissing = async (
  { journal, clock }: { readonly journal: Journal; readonly clock: Clock },
  part: readonly Held[],
): Promise<number> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const ids = part.map(({ fields }) => fields.id);
    const known = await readRows(journal, [...ids.map(entryKey), ...ids.map(heldKey)]);
    const fresh = part.filter((_, at) => known[at] === undefined && known[ids.length + at] === undefined);
    if (fresh.length === 0) return 0;
    const [count] = await readRows<CountRow>(journal, [HELD_COUNT]);
    const at = clock.now();
    const rows = fresh.map((held): Write => ({ put: { ...heldKey(held.fields.id), ...held, at }, if: { version: 0 } }));
    const writes = [...rows, countWrite(count, sumOf(fresh, 1))];
    if ((await journal.commit({ at, by: 'system', writes })).is === 'committed') return fresh.length;
  }
  throw new Error('The same rows are being loaded elsewhere');
};

/** Rows of a file that were not loaded, by reason: told with the totals. One row for each file; loading it again replaces it. */
export const REFUSED = 'ledger#refused';

export interface RefusedSum {
  readonly why: string;
  readonly entries: number;
  readonly cents: Cents;
}
