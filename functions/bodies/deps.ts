import type { Clock } from '../kernel/clock.ts';
import type { Journal } from '../kernel/journal.ts';

export interface BodyDeps {
  readonly journal: Journal;
  readonly clock: Clock;
}
