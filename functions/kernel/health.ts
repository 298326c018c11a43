import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import { PARTS, type OutboxFigures, type Part } from '../../shared/kernel/operation.ts';
import type { Clock } from './clock.ts';
import type { Journal, Key, Row } from './journal.ts';
import { within } from './storage-silent.ts';

/** What the sweep found of the outbox, so that looking at the health reads one row and not the outbox. */
export const OUTBOX_FIGURES: Key = { pk: 'health', sk: 'outbox' };

/** A figure older than this says nothing about now. */
const STALE_SECONDS = 30 * 60;

const LONGEST_WAIT_SECONDS = 15 * 60;

const outboxParts = (row: Row | undefined, now: Instant): Part[] => {
  const figures = row?.['figures'] as OutboxFigures | undefined;
  if (figures === undefined || epochSeconds(now) - epochSeconds(row?.['at'] as Instant) > STALE_SECONDS) return [];
  return [
    ...(figures.stuck > 0 || figures.oldestSeconds > LONGEST_WAIT_SECONDS ? (['tasks'] as const) : []),
    ...(figures.waitingMails > 0 ? (['mail'] as const) : []),
  ];
};

/** When the first of the waiting rows, named by instant, was entered; 0 seconds where none waits. */
const waitOf = ([first]: readonly Row[], now: Instant): number => {
  const [since] = first?.sk.split('#') ?? [];
  return since === undefined ? 0 : epochSeconds(now) - epochSeconds(since as Instant);
};

export interface Watched {
  readonly journal: Journal;
  readonly clock: Clock;
  /** The partition in which entries of the ledger wait for their checkpoint. */
  readonly queue: string;
  /** The partition of those that could not be read or shown and were set aside. */
  readonly aside: string;
  /** Whether there is room to write; absent where the platform has no disk that could fill. */
  readonly hasRoom?: (() => Promise<boolean>) | undefined;
}

/** Whoever asks how the portal is wants to know within seconds that it is not well. */
const PATIENCE_MS = 3000;

/**
 * Which parts are not well, cheaply: one row and two queries, side by side. It says which and never how much.
 * @throws StorageSilent if the storage does not answer within seconds
 */
export const unwellParts = async ({ journal, clock, queue, aside, hasRoom }: Watched): Promise<Part[]> => {
  const [[[row] = []], waiting, setAside, room] = await within(
    PATIENCE_MS,
    Promise.all([
      journal.read([OUTBOX_FIGURES]),
      journal.page({ pk: queue, limit: 1 }),
      journal.page({ pk: aside, limit: 1 }),
      hasRoom === undefined ? true : hasRoom(),
    ]),
  );
  const now = clock.now();
  const unwell = new Set(outboxParts(row, now));
  if (setAside.rows.length > 0 || waitOf(waiting.rows, now) > LONGEST_WAIT_SECONDS) unwell.add('ledger');
  if (!room) unwell.add('disk');
  return PARTS.filter((part) => unwell.has(part));
};
