import type { Instant } from '../../shared/kernel/day.ts';
import type { Fact, Recorded } from '../../shared/kernel/decider.ts';
import type { PersonId } from '../../shared/kernel/id.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Any row of the table. `version` is on records that are edited, `ttl` (epoch seconds) on rows that end by themselves. */
export interface Row extends Key {
  readonly version?: number;
  readonly ttl?: number;
  readonly [field: string]: unknown;
}

/** One row, or all rows of a partition whose sort key begins with `prefix`. */
export type Ask = Key | { readonly pk: string; readonly prefix: string };

/** New facts behind number `after` of the stream that lies in the partition `pk`. A lost race changes nothing. */
export interface Append {
  readonly pk: string;
  readonly after: number;
  readonly facts: readonly Fact[];
}

/** A view or a record. `if` makes it a guard: `version` must be the stored one (0: nothing is stored yet). */
export type Write =
  | { readonly put: Row; readonly if?: { readonly version: number }; readonly refusal?: string }
  | { readonly remove: Key };

/** A condition that must hold in the instant of the commit; `refusal` is what its failure is called. */
export type Guard =
  /** Moves cents from `freeCents` to `takenCents` of the row if at least so many are free; negative gives back. */
  | { readonly take: Key; readonly cents: number; readonly refusal: string }
  /** So many cents are free in the row; nothing is moved. */
  | { readonly enough: Key; readonly cents: number; readonly refusal: string }
  /** Makes the row if its key is free. */
  | { readonly unique: Row; readonly refusal: string }
  /** The row still has this version. */
  | { readonly unchanged: Key; readonly version: number; readonly refusal: string };

/** What must still happen after the commit: worked off by the reaction of this `kind`, once, in any order. */
export interface Task {
  readonly id: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** The idempotency key of a command, with the hash of its body and the answer that will be repeated. */
export interface Answered {
  readonly key: Key;
  readonly body: string;
  readonly answer: unknown;
}

export interface Commit {
  readonly at: Instant;
  readonly by: PersonId | 'system';
  readonly facts?: readonly Append[];
  readonly writes?: readonly Write[];
  readonly guards?: readonly Guard[];
  readonly tasks?: readonly Task[];
  /** The task that this commit completes: its outbox row goes away, and if it is gone already nothing happens (`done`). */
  readonly completes?: Key;
  readonly answered?: Answered;
}

export type Outcome =
  | { readonly is: 'committed' }
  /** A guard or a versioned record failed, or a fact number was taken (`changed-meanwhile`). */
  | { readonly is: 'refused'; readonly refusal: string }
  /** The idempotency key was used before: the saved answer, and whether it was for the same body. */
  | { readonly is: 'repeated'; readonly answer: unknown; readonly sameBody: boolean }
  /** The completed task was completed before. */
  | { readonly is: 'done' };

export interface Page {
  readonly rows: readonly Row[];
  /** Opaque; undefined at the end. */
  readonly next: string | undefined;
}

export interface PageAsk {
  readonly pk: string;
  readonly prefix?: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly newestFirst?: boolean;
}

/**
 * The table: facts, views, records and outbox in one place, one transaction for all that belongs together.
 * Contract in `journal.contract.ts`, held by both adapters.
 */
export interface Journal {
  /** All asks together in one round trip, each answered with its rows in order of the sort key; strongly consistent. */
  read(asks: readonly Ask[]): Promise<Row[][]>;
  /** One query. */
  page(ask: PageAsk): Promise<Page>;
  /** All or nothing, at most 100 items; one transaction. */
  commit(commit: Commit): Promise<Outcome>;
}

export const factKey = (pk: string, seq: number): Key => ({ pk, sk: `fact#${String(seq).padStart(6, '0')}` });

/** The outbox lies in 8 partitions, so that a busy day does not heat one. */
export const OUTBOX_SHARDS = 8;

export const outboxKey = (task: Task): Key => {
  let sum = 0;
  for (const letter of task.id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return { pk: `outbox#${sum % OUTBOX_SHARDS}`, sk: `task#${task.id}` };
};

/** Reads the fact rows among a partition's rows back into a stream. */
export const streamOf = <F extends Fact>(rows: readonly Row[]): Recorded<F>[] =>
  rows
    .filter((row) => row.sk.startsWith('fact#'))
    .map((row) => ({
      seq: Number(row.sk.slice(5)),
      by: row['by'] as PersonId,
      at: row['at'] as Instant,
      fact: row['fact'] as F,
    }));
