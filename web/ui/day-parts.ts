import type { Day } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { monthOf } from './month-names.ts';
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

/** `1.3.2027`, `1. März 2027`, `2027-03-01`: a whole day in one text. */
const WHOLE = /^(\d{1,2})[. ]+(\d{1,2}|\p{L}+)\.?[. ]+(\d{4}|\d{2})$/u;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** Day and month change places between countries, so these have to tell themselves which is which. */
const STROKES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/;

/** The three fields of a day that was typed or pasted into one of them; undefined where it is no whole day. */
export const partsOfText = (typed: string): DayParts | undefined => {
  const text = western(typed.replace(/[\u061C\u200E\u200F]/g, '')).replace(/\s+/g, ' ');
  const [, isoYear, isoMonth = '', isoDay = ''] = ISO.exec(text) ?? [];
  if (isoYear !== undefined) return { day: isoDay, month: isoMonth, year: isoYear };
  const [, first = '', second = '', last] = STROKES.exec(text) ?? [];
  const isOneDay = Number(first) > 12 || first === second;
  if (last !== undefined) return isOneDay ? { day: first, month: second, year: last } : undefined;
  const [, day = '', month = '', year] = WHOLE.exec(text) ?? [];
  return year === undefined ? undefined : { day, month, year };
};

const dayOf = (day: string, month: string, year: string): Result<Day, 'not-a-day'> => {
  const months = monthOf(month);
  if (!/^\d{1,2}$/.test(day) || months === undefined || !/^(?:\d{2}|\d{4})$/.test(year)) return refuse('not-a-day');
  const text = `${year.padStart(4, '20')}-${months}-${day.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
  return exists ? ok(text as Day) : refuse('not-a-day');
};

/**
 * The day that was typed, with digits of any kind, months as words, years of two digits in this century; `day-missing` where a
 * field is empty, `not-a-day` where the calendar does not have it.
 */
export const dayOfParts = (parts: DayParts): Result<Day, 'day-missing' | 'not-a-day'> => {
  const typed = [parts.day, parts.month, parts.year].map(western);
  const filled = typed.filter((text) => text !== '');
  const whole = filled.length === 1 ? partsOfText(filled[0]!) : undefined;
  if (whole !== undefined) return dayOf(whole.day, whole.month, whole.year);
  return filled.length < 3 ? refuse('day-missing') : dayOf(typed[0]!.replace(/\.$/, ''), typed[1]!, typed[2]!);
};
