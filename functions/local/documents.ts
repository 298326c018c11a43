import { createHash } from 'node:crypto';
import { runFilePath } from '../payments/close-run.ts';
import { receiptPath } from '../compensation/receipts.ts';
import { noticePath } from '../notices/views.ts';
import type { Files } from '../kernel/files.ts';
import type { Row } from '../kernel/journal.ts';

const paperPath = (sha256: string): string => `papers/${sha256}`;

interface Named {
  readonly type?: string;
  readonly sha256?: string;
  readonly fileSha256?: string;
  readonly document?: string;
}

/** The file that a fact or record vouches for, if it vouches for one. */
const pathOf = ({ pk, fact: given }: Row, removed: ReadonlySet<string>): string | undefined => {
  if (pk.startsWith('receipt#')) return receiptPath(pk.slice('receipt#'.length));
  const { type, sha256, fileSha256, document } = (given ?? {}) as Named;
  if (type === 'notice.issued' && sha256 !== undefined) return noticePath(sha256);
  if (type === 'run.closed' && fileSha256 !== undefined) return runFilePath(fileSha256);
  const isHere = document !== undefined && !removed.has(`${pk} ${document}`);
  return type === 'sitting.documentAdded' && sha256 !== undefined && isHere ? paperPath(sha256) : undefined;
};

const removedIn = (rows: readonly Row[]): Set<string> =>
  new Set(
    rows.flatMap(({ pk, fact }) => {
      const { type, document } = (fact ?? {}) as Named;
      return type === 'sitting.documentRemoved' ? [`${pk} ${document}`] : [];
    }),
  );

/** Notices, receipts, documents of sittings and payment files that are not there or not as they were, in words. */
export const wrongDocuments = async (
  rows: readonly Row[],
  files: Files,
): Promise<{ readonly count: number; readonly wrong: readonly string[] }> => {
  const removed = removedIn(rows);
  const paths = new Set(rows.map((row) => pathOf(row, removed)).filter((path) => path !== undefined));
  const wrong: string[] = [];
  for (const path of paths) {
    const bytes = await files.get(path);
    const name = /([0-9a-f]{64})(\.pdf)?$/.exec(path)?.[1];
    if (bytes === undefined) wrong.push(`${path} is gone`);
    else if (createHash('sha256').update(bytes).digest('hex') !== name) wrong.push(`${path} is not what its name says`);
  }
  return { count: paths.size, wrong };
};
