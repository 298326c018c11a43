import { textOf, utf8 } from '../../shared/ledger/bytes.ts';
import { growLog } from '../../shared/ledger/growth.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';
import { showAll } from './aside.ts';
import { stagedBatch, type Batch } from './batch.ts';
import { discloseBatch, idIn } from './disclose.ts';
import { readHead } from './head.ts';
import { batchPath, logPath, type Head } from './rows.ts';
import type { Signer } from './signer.ts';

export interface LedgerDeps {
  readonly journal: Journal;
  readonly files: Files;
  readonly signer: Signer;
  readonly clock: Clock;
  /** The log's permanent name; also the name of the signer's key. */
  readonly origin: string;
  /** Raises the alarm about a single entry; the run goes on. Never a word of the entry. */
  readonly log: (fault: { readonly what: string; readonly entry: string; readonly error: Error }) => void;
}

const TEXT = { type: 'text/plain; charset=utf-8' };

const publishBatch = async (deps: LedgerDeps, batch: Batch): Promise<void> => {
  const { journal, files } = deps;
  const grown = growLog(batch.edge, batch.added);
  await Promise.all(
    grown.files.map(({ path, bytes }) =>
      files.put(logPath(path), bytes, { type: 'application/octet-stream', immutable: true }),
    ),
  );
  await discloseBatch(journal, files, batch);
  await showAll(deps, batch.added.map(idIn));
};

/** Whether the last checkpoint that the head names is the one that stands published. */
export const isPublished = async ({ files }: LedgerDeps, head: Head): Promise<boolean> => {
  const bytes = await files.get(logPath('checkpoint'));
  return bytes !== undefined && textOf(bytes) === head.note;
};

/**
 * Writes tiles, bundles, words and lists of the head's last batch, then the checkpoint that covers them, and looks
 * whether the head went on meanwhile: an older checkpoint never stays over a newer one. May be done again at any time.
 */
export const publishHead = async (deps: LedgerDeps, from: Head): Promise<Head> => {
  let head = from;
  for (;;) {
    const batch = await stagedBatch(deps.files, head);
    if (batch !== undefined) {
      await publishBatch(deps, batch);
      await deps.files.put(logPath('vkey'), utf8(`${deps.signer.vkey}\n`), TEXT);
      await deps.files.put(logPath('checkpoint'), utf8(head.note), TEXT);
    }
    const now = await readHead(deps);
    if (now?.version === head.version) {
      if (batch === undefined) throw new Error(`The staged batch ${head.batch} is gone`);
      if (head.before !== undefined) await deps.files.remove(batchPath(head.before));
      return head;
    }
    if (now === undefined) throw new Error('The head of the ledger is gone');
    head = now;
  }
};
