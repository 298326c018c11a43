import type { Instant } from '../../shared/kernel/day.ts';

/** The only source of the present. Rules get `at` from here; tests give their own. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
};
