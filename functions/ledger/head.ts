import { base64, equalBytes, fromBase64, utf8 } from '../../shared/ledger/bytes.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { entryBytes } from '../../shared/ledger/entry.ts';
import { EMPTY_EDGE, rootOfEdge, type Edge } from '../../shared/ledger/growth.ts';
import { formatCheckpoint, formatNote, openCheckpoint } from '../../shared/ledger/note.ts';
import type { Write } from '../kernel/journal.ts';
import { edgeAfter, stage, stagedBatch, type Batch } from './batch.ts';
import { continues, edgeIn, keyOf, mustBeOurs, publishedIn, type Published } from './published.ts';
import type { LedgerDeps } from './publish.ts';
import { entryKey, HEAD, readRows, type EntryRow, type Head } from './rows.ts';

export const readHead = async ({ journal }: Pick<LedgerDeps, 'journal'>): Promise<Head | undefined> => {
  const [[row]] = (await journal.read([HEAD])) as unknown as [(Head | undefined)[]];
  return row;
};

/** Signs the tree and checks the signature, so that no broken checkpoint is ever stored. */
export const signed = async (deps: LedgerDeps, edge: Edge): Promise<{ root: string; note: string }> => {
  const key = keyOf(deps);
  const root = rootOfEdge(edge);
  const text = formatCheckpoint({ origin: deps.origin, size: edge.size, root });
  const note = formatNote(text, key, await deps.signer.sign(utf8(text)));
  if (!openCheckpoint(note, key, verifyEd25519).ok) throw new Error('The signer gave a false signature');
  return { root: base64(root), note };
};

/** Moves the head if it is still the one that was read. */
export const moveHead = async (deps: LedgerDeps, head: Head, writes: readonly Write[]): Promise<Head | undefined> => {
  const { version, ...fields } = head;
  const put: Write = { put: { ...HEAD, ...fields }, if: { version } };
  const outcome = await deps.journal.commit({ at: deps.clock.now(), by: 'system', writes: [put, ...writes] });
  return outcome.is === 'committed' ? { ...head, version: version + 1 } : undefined;
};

/**
 * The log begins as a signed empty tree.
 * @throws Error where a log lies published already: then this is not its table, and a second log would stand under its name.
 */
const beginLog = async (deps: LedgerDeps, published: Published | 'damaged' | undefined): Promise<void> => {
  if (published === 'damaged' || (published !== undefined && published.checkpoint.size > 0)) {
    throw new Error(
      'A ledger is published here and the table knows nothing of it: put the table back that belongs to it. Nothing was signed or published.',
    );
  }
  const first = await signed(deps, EMPTY_EDGE);
  await moveHead(deps, { version: 0, size: 0, ...first, batch: undefined, before: undefined }, []);
};

/** Entries of the head's last step, from their source. */
const addedBy = async ({ journal }: LedgerDeps, head: Head): Promise<Uint8Array[] | undefined> => {
  const rows = await readRows<EntryRow>(journal, (head.ids ?? []).map(entryKey));
  const there = rows.filter((row) => row !== undefined);
  return there.length === rows.length ? there.map(({ entry }) => entryBytes(entry)) : undefined;
};

const edgeBefore = async (
  deps: LedgerDeps,
  published: Published | undefined,
  size: number,
): Promise<Edge | undefined> => {
  if (size === 0) return EMPTY_EDGE;
  if (published?.checkpoint.size !== size) return undefined;
  return edgeIn(deps.files, published.checkpoint, size);
};

/**
 * The batch that led to the head. A staged one that is gone is made again: from the published files where they are as far as
 * the head, else from what is published before it and the entries themselves in the table.
 * @throws Error where neither leads to the tree that the head signed.
 */
const batchOf = async (deps: LedgerDeps, head: Head, published: Published | undefined): Promise<[Head, Batch]> => {
  const staged = await stagedBatch(deps.files, head);
  if (staged !== undefined) return [head, staged];
  const root = fromBase64(head.root) ?? new Uint8Array();
  const isPublished = published?.checkpoint.size === head.size && equalBytes(published.checkpoint.root, root);
  const added = isPublished ? [] : await addedBy(deps, head);
  const edge = added && (await edgeBefore(deps, published, head.size - added.length));
  if (added === undefined || edge === undefined) {
    throw new Error(`The staged batch ${head.batch} is gone and cannot be made again: put the published files back`);
  }
  const batch = { edge, added };
  edgeAfter(batch, head);
  const hash = await stage(deps.files, batch);
  if (hash === head.batch) return [head, batch];
  const moved = await moveHead(deps, { ...head, batch: hash }, []);
  if (moved === undefined) throw new Error('The head of the ledger moved while its batch was made again');
  return [moved, batch];
};

const settle = async (deps: LedgerDeps, head: Head, published: Published | undefined): Promise<Head> => {
  if (published !== undefined && published.checkpoint.size > head.size) {
    const { adopt } = await import('./adopt.ts');
    return adopt(deps, head, published);
  }
  const [last, batch] = await batchOf(deps, head, published);
  if (published !== undefined && !(await continues(deps.files, published.checkpoint, batch))) {
    throw new Error(
      `The ledger of ${head.size} entries does not continue the published one of ${published.checkpoint.size}. Nothing was signed or published.`,
    );
  }
  return last;
};

/**
 * The head from which the log may go on: signed by the present key, at least as far as what is published, and continuing it.
 * @throws Error in every other case, before anything is signed or published.
 */
export const openHead = async (deps: LedgerDeps): Promise<Head> => {
  // In this order: a head moves before it is published, so it is never behind what was read first.
  const found = await publishedIn(deps);
  const head = await readHead(deps);
  if (head === undefined) {
    await beginLog(deps, found);
    return openHead(deps);
  }
  mustBeOurs(deps, head);
  try {
    return await settle(deps, head, found === 'damaged' ? undefined : found);
  } catch (error) {
    // Where another run went on meanwhile, what was read belongs to a state that is over.
    if ((await readHead(deps))?.version === head.version) throw error;
    return openHead(deps);
  }
};
