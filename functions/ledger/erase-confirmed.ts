import { addSeconds, dayOf, type Instant } from '../../shared/kernel/day.ts';
import type { EntryId } from '../../shared/kernel/id.ts';
import type { TextName } from '../../shared/ledger/entry.ts';
import type { ErasureGround } from '../../shared/ledger/erasure.ts';
import type { Row, Write } from '../kernel/journal.ts';
import { eraseTexts } from './erase.ts';
import { erasureKey, type ErasureRow } from './erasures.ts';
import type { LedgerDeps } from './publish.ts';
import { ERASE, eraseKey, readRows } from './rows.ts';

/** An erasure that two officials decided on; it stays until it was done and looked at once more. */
interface EraseRow extends Row {
  readonly entry: EntryId;
  readonly names: readonly TextName[];
  readonly ground: ErasureGround;
  readonly at: Instant;
  /** When it was done first. */
  readonly doneAt?: Instant;
}

const MOST = 20;

/** Longer than any run lasts: whatever a run before had read and not yet written is written by then. */
const LOOK_AGAIN_SECONDS = 180;

const finish = async ({ journal, clock }: LedgerDeps, row: EraseRow): Promise<void> => {
  const [shown] = await readRows<ErasureRow>(journal, [erasureKey(row.sk)]);
  const version = shown?.version ?? 0;
  const view: Write[] = shown === undefined ? [] : [{ put: { ...shown, stage: 'erased' }, if: { version } }];
  const at = clock.now();
  if (row.doneAt === undefined) {
    await journal.commit({ at, by: 'system', writes: [...view, { put: { ...row, doneAt: at } }] });
  } else if (addSeconds(row.doneAt, LOOK_AGAIN_SECONDS) <= at) {
    await journal.commit({ at, by: 'system', writes: [{ remove: eraseKey(row.sk) }] });
  }
};

/**
 * Does what was decided, as often as it takes: the row stays through every crash, and after it was done the files are looked
 * at once more, since a run that had read the words before may have written them after.
 */
export const eraseConfirmed = async (deps: LedgerDeps): Promise<void> => {
  const { rows } = await deps.journal.page({ pk: ERASE, limit: MOST });
  for (const row of rows as readonly EraseRow[]) {
    const { names, ground, at } = row;
    await eraseTexts(deps, row.entry, names, { on: dayOf(at), ground });
    await finish(deps, row);
  }
};
