import { randomBytes } from 'node:crypto';
import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import { sealEntry, type EntryFields, type Texts } from '../../shared/ledger/entry.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Guard, Journal, Write } from '../kernel/journal.ts';
import { entryKey, QUEUE, queueKey } from './rows.ts';

/** The refusal of a commit that would queue an entry id a second time: the entry is on its way or in the log already. */
export const QUEUED_BEFORE = 'entry-queued-before';

/**
 * What a commit needs so that the sequencer puts this entry into the log, once for its id. Words are sealed here with
 * fresh salts; the log will hold their hashes alone.
 * @throws RangeError if a field is outside its form, since an entry cannot be taken back.
 */
export const queueEntry = (
  fields: EntryFields,
  texts: Texts,
  at: Instant,
): { readonly guards: readonly Guard[]; readonly writes: readonly Write[] } => {
  const { entry, disclosures } = sealEntry(fields, texts, () => new Uint8Array(randomBytes(32)));
  return {
    guards: [
      {
        unique: { ...entryKey(entry.id), entry, disclosures, queuedAt: at, version: 1 },
        refusal: QUEUED_BEFORE,
      },
    ],
    writes: [{ put: { ...queueKey(at, entry.id), id: entry.id } }],
  };
};

/** How long the oldest queued entry has waited, in seconds; 0 where none waits. */
export const queueAge = async ({
  journal,
  clock,
}: {
  readonly journal: Journal;
  readonly clock: Clock;
}): Promise<number> => {
  const { rows } = await journal.page({ pk: QUEUE, limit: 1 });
  const [since] = rows[0]?.sk.split('#') ?? [];
  return since === undefined ? 0 : Math.max(0, epochSeconds(clock.now()) - epochSeconds(since as Instant));
};
