import type { Day } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { western } from './western.ts';

/** A day as typed into three fields. */
export interface DayParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const EMPTY: DayParts = { day: '', month: '', year: '' };

/** The three fields of a day that is known. */
export const partsOfDay = (of: Day | undefined): DayParts => {
  if (of === undefined) return EMPTY;
  const [year = '', month = '', day = ''] = of.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
};

/** The day that was typed; `day-missing` where a field is empty, `not-a-day` where the calendar does not have it. */
export const dayOfParts = (parts: DayParts): Result<Day, 'day-missing' | 'not-a-day'> => {
  const [day, month, year] = [western(parts.day), western(parts.month), western(parts.year)];
  if (day === '' || month === '' || year === '') return refuse('day-missing');
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return refuse('not-a-day');
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
  return exists ? ok(text as Day) : refuse('not-a-day');
};
