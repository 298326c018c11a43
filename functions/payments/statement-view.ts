import type { Actor } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId, PaymentId, PersonId, StatementId } from '../../shared/kernel/id.ts';
import type { StatementEntry } from '../../shared/payments/statement-entry.ts';
import type { Unclear } from '../../shared/payments/rules/match.ts';
import { mayReadPayments } from '../../shared/payments/rules/permit.ts';
import type { Clarification, StatementLine } from '../../shared/payments/wire.ts';
import type { Key, Row, Task, Write } from '../kernel/journal.ts';
import { clarificationsPk, statementPk, statementsPk } from './rows.ts';

/** How far a statement is worked off; replaced only in the version that was read. */
export interface StatementHead {
  readonly authority: AuthorityId;
  readonly sha256: string;
  readonly receivedAt: Instant;
  readonly entries: number;
  /** The next movement to look at, counted from 0. */
  readonly next: number;
  readonly booked: number;
  readonly returned: number;
  readonly unclear: number;
  /** Who handed it over: a return that undoes a booking needs somebody else. */
  readonly receivedBy?: PersonId;
  readonly others?: number;
  readonly pending?: number;
  readonly isBalanced?: boolean;
  readonly gapCents?: number;
}

export interface StoredStatement {
  readonly id: StatementId;
  readonly head: StatementHead;
  readonly version: number;
}

export const statementOf = (id: StatementId, rows: readonly Row[]): StoredStatement | undefined => {
  const row = rows.find(({ sk }) => sk === 'head');
  return row === undefined ? undefined : { id, head: row['head'] as StatementHead, version: row.version ?? 0 };
};

export const readableStatement = (actor: Actor, id: StatementId, rows: readonly Row[]): StoredStatement | undefined => {
  const found = statementOf(id, rows);
  return found !== undefined && mayReadPayments(actor, found.head.authority) ? found : undefined;
};

export const statementLine = (id: StatementId, head: StatementHead): StatementLine => ({
  statement: id,
  receivedAt: head.receivedAt,
  entries: head.entries,
  done: head.next,
  booked: head.booked,
  returned: head.returned,
  unclear: head.unclear,
  isDone: head.next >= head.entries,
  ...(head.others !== undefined && { others: head.others }),
  ...(head.pending !== undefined && { pending: head.pending }),
  ...(head.isBalanced !== undefined && { isBalanced: head.isBalanced }),
  ...(head.gapCents !== undefined && { gapCents: head.gapCents }),
});

export const statementWrites = (id: StatementId, head: StatementHead, version: number): Write[] => [
  { put: { pk: statementPk(id), sk: 'head', head }, if: { version } },
  { put: { pk: statementsPk(head.authority), sk: `${head.receivedAt}#${id}`, line: statementLine(id, head) } },
];

/** Movements in one stored file, so that no reaction has to read the whole statement again. */
export const CHUNK = 180;

export const chunkPath = (sha256: string, index: number): string =>
  `statements/${sha256}/${String(index).padStart(5, '0')}.json`;

export const statementPath = (sha256: string): string => `statements/${sha256}.xml`;

export const reconcileTask = (id: StatementId, next: number): Task => ({
  id: `${id}-reconcile-${next}`,
  kind: 'payments.reconcile',
  statement: id,
});

export const clarificationOf = (
  statement: StatementId,
  entry: StatementEntry,
  why: Unclear,
  payment: PaymentId | undefined,
): Clarification => ({
  clarification: entry.id,
  statement,
  cents: entry.cents,
  direction: entry.direction,
  on: entry.on,
  remittance: entry.remittance,
  why,
  ...(entry.endToEndId !== undefined && { endToEndId: entry.endToEndId }),
  ...(entry.amountText !== undefined && { amountText: entry.amountText }),
  ...(why === 'return-after-booking' && payment !== undefined && { payment }),
});

/** Where it stands in the open list of its authority, by day. */
export const clarificationKey = (authority: AuthorityId, item: Clarification): Key => ({
  pk: clarificationsPk(authority),
  sk: `${item.on}#${item.clarification}`,
});
