import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { Clock } from './clock.ts';
import type { Journal, Key, Row } from './journal.ts';
import { openTasks, outboxFigures, type OutboxFigures } from './outbox.ts';

/** Parts of the portal that can fail while the others go on. */
export const PARTS = ['tasks', 'mail', 'ledger', 'disk'] as const;

export type Part = (typeof PARTS)[number];

/** What the sweep found of the outbox, so that looking at the health reads one row and not the outbox. */
const OUTBOX_FIGURES: Key = { pk: 'health', sk: 'outbox' };

/** A figure older than this says nothing about now. */
const STALE_SECONDS = 30 * 60;

const LONGEST_WAIT_SECONDS = 15 * 60;

/** Counts the outbox after a sweep, and keeps the figures for whoever asks how the portal is. */
export const noteOutbox = async (deps: {
  readonly journal: Journal;
  readonly clock: Clock;
}): Promise<OutboxFigures> => {
  const at = deps.clock.now();
  const figures = outboxFigures(await openTasks(deps.journal), at);
  await deps.journal.commit({ at, by: 'system', writes: [{ put: { ...OUTBOX_FIGURES, at, figures } }] });
  return figures;
};

const outboxParts = (row: Row | undefined, now: Instant): Part[] => {
  const figures = row?.['figures'] as OutboxFigures | undefined;
  if (figures === undefined || epochSeconds(now) - epochSeconds(row?.['at'] as Instant) > STALE_SECONDS) return [];
  return [
    ...(figures.stuck > 0 || figures.oldestSeconds > LONGEST_WAIT_SECONDS ? (['tasks'] as const) : []),
    ...(figures.waitingMails > 0 ? (['mail'] as const) : []),
  ];
};

export interface Watched {
  readonly journal: Journal;
  readonly clock: Clock;
  /** How long the oldest entry has waited for its checkpoint, in seconds. */
  readonly queueAge: () => Promise<number>;
  /** Whether there is room to write; absent where the platform has no disk that could fill. */
  readonly hasRoom?: (() => Promise<boolean>) | undefined;
}

/**
 * Which parts are not well, cheaply: one row and one query, side by side. It says which and never how much.
 * @throws Error if the storage does not answer
 */
export const unwellParts = async ({ journal, clock, queueAge, hasRoom }: Watched): Promise<Part[]> => {
  const [[[row] = []], age, room] = await Promise.all([
    journal.read([OUTBOX_FIGURES]),
    queueAge(),
    hasRoom === undefined ? true : hasRoom(),
  ]);
  const unwell = new Set(outboxParts(row, clock.now()));
  if (age > LONGEST_WAIT_SECONDS) unwell.add('ledger');
  if (!room) unwell.add('disk');
  return PARTS.filter((part) => unwell.has(part));
};
