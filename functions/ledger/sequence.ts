import { addSeconds } from '../../shared/kernel/day.ts';
import { entryBytes } from '../../shared/ledger/entry.ts';
import { growLog } from '../../shared/ledger/growth.ts';
import type { Row, Write } from '../kernel/journal.ts';
import { flawOf, setAside, takeUpAside } from './aside.ts';
import { edgeAfter, stage, stagedBatch } from './batch.ts';
import { eraseConfirmed } from './erase-confirmed.ts';
import { moveHead, openHead, signed } from './head.ts';
import { publishOpenData } from './open-data.ts';
import { isPublished, publishHead, type LedgerDeps } from './publish.ts';
import { entryKey, QUEUE, readRows, type EntryRow, type Head } from './rows.ts';

/** Entries of one step: its transaction holds two items for each, and the head. */
const STEP = 48;

interface Waiting {
  readonly row: EntryRow;
  readonly queued: { readonly pk: string; readonly sk: string };
}

const removesOf = (rows: readonly Row[]): Write[] => rows.map(({ pk, sk }) => ({ remove: { pk, sk } }));

/**
 * The oldest queued entries. A queue may be read late: what is in the log already is only taken out of it, and what could not
 * be read or shown is set aside, since nothing can be taken out of the log again.
 */
const takeWaiting = async (deps: LedgerDeps): Promise<Waiting[] | 'again'> => {
  const { journal, clock } = deps;
  const { rows } = await journal.page({ pk: QUEUE, limit: STEP });
  const ids = rows.map((row) => String(row['id']));
  const entries = await readRows<EntryRow>(journal, ids.map(entryKey));
  const stale = rows.filter((_, at) => entries[at] === undefined || entries[at].index !== undefined);
  const waiting: Waiting[] = [];
  let isAside = false;
  for (const [at, queued] of rows.entries()) {
    const [id, row] = [ids[at]!, entries[at]];
    if (row === undefined || row.index !== undefined) continue;
    const error = flawOf(id, row);
    if (error === undefined) waiting.push({ row, queued });
    else {
      await setAside(deps, { id, step: 'queue', error, removes: [{ pk: queued.pk, sk: queued.sk }] });
      isAside = true;
    }
  }
  if (stale.length > 0) await journal.commit({ at: clock.now(), by: 'system', writes: removesOf(stale) });
  return stale.length > 0 || isAside ? 'again' : waiting;
};

const intoLog = ({ row, queued }: Waiting, index: number): Write[] => [
  { put: { ...row, index }, if: { version: row.version ?? 0 } },
  { remove: { pk: queued.pk, sk: queued.sk } },
];

/** One step: stage the batch, sign, move the head together with the queue. Undefined where someone else moved it. */
const advance = async (deps: LedgerDeps, head: Head, waiting: readonly Waiting[]): Promise<Head | undefined> => {
  const last = await stagedBatch(deps.files, head);
  if (last === undefined) return undefined;
  const edge = edgeAfter(last, head);
  const added = waiting.map(({ row }) => entryBytes(row.entry));
  const hash = await stage(deps.files, { edge, added });
  const grown = growLog(edge, added).edge;
  const next = {
    version: head.version,
    size: grown.size,
    ...(await signed(deps, grown)),
    batch: hash,
    before: head.batch,
    ids: waiting.map(({ row }) => row.entry.id),
  };
  return moveHead(
    deps,
    next,
    waiting.flatMap((one, at) => intoLog(one, head.size + at)),
  );
};

interface Bounds {
  readonly steps?: number;
  readonly seconds?: number;
  /** Asked before each step. */
  readonly isOver?: () => boolean;
}

/**
 * Puts what is queued into the log. First it finishes what another run left half done; then it goes on step by step
 * until the queue is empty, `steps` are done or `seconds` are over. Any number may run at once, and any may die anywhere.
 */
export const sequence = async (
  deps: LedgerDeps,
  { steps = 500, seconds = 600, isOver = () => false }: Bounds = {},
): Promise<{ readonly size: number; readonly added: number }> => {
  const end = addSeconds(deps.clock.now(), seconds);
  let head = await openHead(deps);
  const from = head.size;
  if (!(await isPublished(deps, head))) head = await publishHead(deps, head);
  await takeUpAside(deps);
  await eraseConfirmed(deps);
  for (let step = 0; step < steps && deps.clock.now() < end && !isOver(); step += 1) {
    const waiting = await takeWaiting(deps);
    if (waiting === 'again') continue;
    if (waiting.length === 0) break;
    const next = (await advance(deps, head, waiting)) ?? (await openHead(deps));
    head = await publishHead(deps, next);
  }
  await publishOpenData(deps, head.size);
  return { size: head.size, added: head.size - from };
};
