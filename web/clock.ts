import type { Day } from '../shared/kernel/day.ts';

/** The calendar day in Berlin by this device's clock; only for what is proposed to the person, never for a rule. */
export const today = (): Day =>
  Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Berlin' }).format(new Date()) as Day;
