import type { Instant } from './day.ts';

/** Parts of the portal that can fail while the others go on. */
export const PARTS = ['tasks', 'mail', 'ledger', 'disk'] as const;

export type Part = (typeof PARTS)[number];

/** How the portal is, as it says itself to anybody. `unwell` is there only where something is. */
export interface Health {
  readonly status: 'ok' | 'degraded';
  readonly version: string;
  readonly unwell?: readonly Part[];
}

/** An open task as the operator sees it: neither case nor person, which its id in the table may name. */
export interface TaskLine {
  readonly id: string;
  readonly kind: string;
  /** `failing` waits for its next attempt, `parked` for the operator. */
  readonly state: 'open' | 'failing' | 'parked';
  readonly attempts: number;
  /** Why it failed last: `mail-address-refused`, or the name of the error that the log holds in full. */
  readonly reason?: string;
  readonly ageSeconds: number;
  /** The next attempt, where one waits. */
  readonly dueAt?: Instant;
}

export interface OutboxFigures {
  readonly open: number;
  /** Failed at least `STUCK_AFTER` times, parked ones included; refused mails are the office's and not among them. */
  readonly stuck: number;
  /** Left alone until an operator drives them again, refused mails included. */
  readonly parked: number;
  /** Parked since the mail service refused address or message for good. */
  readonly refusedMails: number;
  /** Wait since the mail service is away or busy. */
  readonly waitingMails: number;
  /** How long the oldest task has waited that is not parked; 0 where none is open. */
  readonly oldestSeconds: number;
}

/** What `GET /api/operation/tasks` answers: what worries most stands first. */
export interface OperationTasks {
  readonly items: readonly TaskLine[];
  readonly figures: OutboxFigures;
  /** Entries of the ledger that could not be read or shown, at most as many as lines are told. */
  readonly setAside: number;
}
