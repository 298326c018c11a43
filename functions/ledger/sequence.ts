import { addSeconds } from '../../shared/kernel/day.ts';
import { base64, utf8 } from '../../shared/ledger/bytes.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { entryBytes } from '../../shared/ledger/entry.ts';
import { EMPTY_EDGE, growLog, rootOfEdge, type Edge } from '../../shared/ledger/growth.ts';
import { formatCheckpoint, formatNote, openCheckpoint, parseVkey } from '../../shared/ledger/note.ts';
import type { Write } from '../kernel/journal.ts';
import { edgeAfter, stage, stagedBatch } from './batch.ts';
import { publishOpenData } from './open-data.ts';
import { isPublished, publishHead, readHead, type LedgerDeps } from './publish.ts';
import { entryKey, HEAD, QUEUE, readRows, type EntryRow, type Head } from './rows.ts';

/** Entries of one step: its transaction holds two items for each, and the head. */
const STEP = 48;

/** Signs the tree and checks the signature, so that no broken checkpoint is ever stored. */
const signed = async ({ signer, origin }: LedgerDeps, edge: Edge): Promise<{ root: string; note: string }> => {
  const key = parseVkey(signer.vkey);
  if (!key.ok || key.value.name !== origin) throw new Error(`The signing key is not the one of ${origin}`);
  const root = rootOfEdge(edge);
  const text = formatCheckpoint({ origin, size: edge.size, root });
  const note = formatNote(text, key.value, await signer.sign(utf8(text)));
  if (!openCheckpoint(note, key.value, verifyEd25519).ok) throw new Error('The signer gave a false signature');
  return { root: base64(root), note };
};

/** Moves the head if it is still the one that was read. */
const moveHead = async (deps: LedgerDeps, head: Head, writes: readonly Write[]): Promise<Head | undefined> => {
  const { version, ...fields } = head;
  const put: Write = { put: { ...HEAD, ...fields }, if: { version } };
  const outcome = await deps.journal.commit({ at: deps.clock.now(), by: 'system', writes: [put, ...writes] });
  return outcome.is === 'committed' ? { ...head, version: version + 1 } : undefined;
};

/** The log begins as a signed empty tree. */
const openHead = async (deps: LedgerDeps): Promise<Head> => {
  const head = await readHead(deps);
  if (head !== undefined) return head;
  const first = await signed(deps, EMPTY_EDGE);
  await moveHead(deps, { version: 0, size: 0, ...first, batch: undefined, before: undefined }, []);
  return openHead(deps);
};

interface Waiting {
  readonly row: EntryRow;
  readonly queued: { readonly pk: string; readonly sk: string };
}

/** The oldest queued entries. A queue may be read late: what is in the log already is only taken out of it. */
const takeWaiting = async ({ journal, clock }: LedgerDeps): Promise<Waiting[] | 'again'> => {
  const { rows } = await journal.page({ pk: QUEUE, limit: STEP });
  const entries = await readRows<EntryRow>(
    journal,
    rows.map((row) => entryKey(String(row['id']))),
  );
  const stale = rows.filter((_, at) => entries[at] === undefined || entries[at].index !== undefined);
  if (stale.length > 0) {
    await journal.commit({
      at: clock.now(),
      by: 'system',
      writes: stale.map(({ pk, sk }) => ({ remove: { pk, sk } })),
    });
    return 'again';
  }
  return rows.flatMap((queued, at) => {
    const row = entries[at];
    return row === undefined ? [] : [{ row, queued }];
  });
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
  };
  return moveHead(
    deps,
    next,
    waiting.flatMap((one, at) => intoLog(one, head.size + at)),
  );
};

/**
 * Puts what is queued into the log. First it finishes what another run left half done; then it goes on step by step
 * until the queue is empty, `steps` are done or `seconds` are over. Any number may run at once, and any may die anywhere.
 */
export const sequence = async (
  deps: LedgerDeps,
  { steps = 500, seconds = 600 }: { readonly steps?: number; readonly seconds?: number } = {},
): Promise<{ readonly size: number; readonly added: number }> => {
  const end = addSeconds(deps.clock.now(), seconds);
  let head = await openHead(deps);
  const from = head.size;
  if (!(await isPublished(deps, head))) head = await publishHead(deps, head);
  for (let step = 0; step < steps && deps.clock.now() < end; step += 1) {
    const waiting = await takeWaiting(deps);
    if (waiting === 'again') continue;
    if (waiting.length === 0) break;
    const next = (await advance(deps, head, waiting)) ?? (await openHead(deps));
    head = await publishHead(deps, next);
  }
  await publishOpenData(deps, head.size);
  return { size: head.size, added: head.size - from };
};
