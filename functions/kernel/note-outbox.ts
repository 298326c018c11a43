import type { OutboxFigures } from '../../shared/kernel/operation.ts';
import type { Clock } from './clock.ts';
import { OUTBOX_FIGURES } from './health.ts';
import type { Journal } from './journal.ts';
import { openTasks, outboxFigures } from './outbox.ts';

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
