import type { Instant } from '../shared/kernel/day.ts';

/** The only source of the present in the browser; for "saved at", never for periods, which the server counts. */
export const now = (): Instant => new Date().toISOString() as Instant;
