// The functions one by one, not the classes: those bring all of Temporal, 11 kB packed, into every bundle.
import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Moment from 'temporal-polyfill/fns/Instant';
import * as Plain from 'temporal-polyfill/fns/PlainDate';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import { remembered } from './remembered.ts';

declare const brand: unique symbol;

/** A local calendar day in Europe/Berlin, `YYYY-MM-DD`. Legal periods are counted in days, never in instants. */
export type Day = string & { readonly [brand]: 'day' };

/** RFC 3339 in UTC with milliseconds, `2026-11-22T21:04:23.000Z`. Sorts as text. */
export type Instant = string & { readonly [brand]: 'instant' };

export const ZONE = 'Europe/Berlin';

const DAY_PATTERN = /^\d{4}-(\d{2})-(\d{2})$/;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Whether the text is a day that exists in the calendar. Counted by hand, since forms ask it at every keystroke's saving. */
export const isDay = (text: string): text is Day => {
  const [, month, date] = DAY_PATTERN.exec(text) ?? [];
  const days = [31, isLeap(Number(text.slice(0, 4))) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Number(date) >= 1 && Number(date) <= (days[Number(month) - 1] ?? 0);
};

/** @throws RangeError if the text is no day; for constants and data that was checked before. */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
};

/** @throws RangeError if the text is no instant. */
export const instant = (text: string): Instant =>
  Moment.toString(Moment.fromString(text), { fractionalSecondDigits: 3 }) as Instant;

/** @throws RangeError if it is no day of the calendar. */
const date = (of: string): Plain.Record => Plain.fromString(of, getISO);

const dayOfHour = remembered(
  (hour: string): Day =>
    Plain.toString(Zoned.toPlainDate(Moment.toZonedDateTimeISO(Moment.fromString(`${hour}:00Z`), ZONE))) as Day,
);

/** The day on which the instant falls in Berlin. Days there begin at a full hour of UTC, so the hour decides. */
export const dayOf = (at: Instant): Day => dayOfHour(at.slice(0, 'YYYY-MM-DDTHH'.length));

/** The first instant of the day in Berlin: what happens before it still belongs to the day before. */
export const startOf = remembered((of: Day): Instant =>
  instant(Moment.toString(Zoned.toInstant(Plain.toZonedDateTime(date(of), ZONE)))),
);

/** The instant from which a period that ends with this day is over. */
export const endOf = remembered((of: Day): Instant => startOf(addDays(of, 1)));

export const addDays = (from: Day, days: number): Day => Plain.toString(Plain.addDays(date(from), days)) as Day;

/** The same day number so many months later; where it is missing, the last day of the month (§ 188(3) BGB). */
export const addMonths = (from: Day, months: number): Day => Plain.toString(Plain.addMonths(date(from), months)) as Day;

export const addSeconds = (at: Instant, seconds: number): Instant =>
  instant(Moment.toString(Moment.addSeconds(Moment.fromString(at), seconds)));

/** Whole days from one day to the other; negative if the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => Plain.diffDays(date(from), date(to));

/** 1 is Monday, 7 is Sunday. */
export const weekday = (of: Day): number => Plain.dayOfWeek(date(of));

export const yearOf = (of: Day): number => Number(of.slice(0, 4));

/** Seconds since 1970, as DynamoDB wants a row's end. */
export const epochSeconds = (at: Instant): number => Math.floor(Moment.fromString(at).epochMilliseconds / 1000);

/** `22.11.2026`, as German administrative letters write it. */
export const formatDay = (of: Day): string => `${of.slice(8, 10)}.${of.slice(5, 7)}.${of.slice(0, 4)}`;
