import { textOf } from '../../shared/ledger/bytes.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { auditLog } from '../../shared/ledger/verify.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { Files } from '../kernel/files.ts';
import type { Row } from '../kernel/journal.ts';
import { HEAD, logPath, type Head } from '../ledger/rows.ts';
import { wrongBalances } from './balances.ts';
import { wrongDocuments } from './documents.ts';
import { differences, isDerived } from './rows-anew.ts';

/** What an operator reads after a backup or a restore. */
export interface Audit {
  /** What was looked at, a sentence each. */
  readonly held: readonly string[];
  /** What does not hold, a sentence each; empty where all is well. */
  readonly wrong: readonly string[];
}

const headIn = (rows: readonly Row[]): Head | undefined =>
  rows.find(({ pk, sk }) => pk === HEAD.pk && sk === HEAD.sk) as Head | undefined;

const auditOfLog = async (rows: readonly Row[], files: Files): Promise<Audit> => {
  const head = headIn(rows);
  const read = (path: string) => files.get(logPath(path));
  if ((await read('checkpoint')) === undefined)
    return head === undefined || head.size === 0
      ? { held: ['log: nothing is published yet'], wrong: [] }
      : { held: [], wrong: [`log: ${head.size} entries are in the log, but no checkpoint is published`] };
  const vkey = textOf((await read('vkey')) ?? new Uint8Array()) ?? '';
  const outcome = await auditLog(read, { vkey, verify: verifyEd25519 });
  if (!outcome.ok) return { held: [], wrong: [`log: ${outcome.problem} at ${outcome.at}`] };
  const published = outcome.checkpoint.size;
  const isBehind = head === undefined || head.size < published;
  return {
    held: [`log: ${outcome.entries} entries and ${outcome.texts} words verify`],
    wrong: isBehind ? [`log: ${published} entries are published, the table knows ${head?.size ?? 0}`] : [],
  };
};

const summary = (what: string, count: number, wrong: readonly string[]): Audit => ({
  held: [`${what}: ${count} looked at, ${wrong.length} wrong`],
  wrong: wrong.map((sentence) => `${what}: ${sentence}`),
});

/** Holds balances, documents, lists and log against the facts of the whole table. */
export const auditPortal = async (rows: readonly Row[], files: Files, at: Instant): Promise<Audit> => {
  const documents = await wrongDocuments(rows, files);
  const lists = (await differences(rows, at)).map(({ what, key }) => `${key.pk} ${key.sk} is ${what}`);
  const balances = rows.filter(({ pk, sk }) => sk === 'balance' && pk.includes('budget#')).length;
  const parts = [
    summary('balances', balances, wrongBalances(rows)),
    summary('documents', documents.count, documents.wrong),
    summary('rows of lists', rows.filter(({ pk }) => isDerived(pk)).length, lists),
    await auditOfLog(rows, files),
  ];
  return { held: parts.flatMap(({ held }) => held), wrong: parts.flatMap(({ wrong }) => wrong) };
};
