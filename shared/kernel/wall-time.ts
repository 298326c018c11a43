import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Moment from 'temporal-polyfill/fns/Instant';
import * as Plain from 'temporal-polyfill/fns/PlainDateTime';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import { instant, isDay, ZONE, type Day, type Instant } from './day.ts';
import { ok, refuse, type Result } from './result.ts';

declare const brand: unique symbol;

/** What the clock on the wall in Berlin shows, `2026-12-03T17:30`. A sitting is planned and attended in these. */
export type WallTime = string & { readonly [brand]: 'wallTime' };

const PATTERN = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d$/;

export const isWallTime = (text: string): text is WallTime => isDay(PATTERN.exec(text)?.[1] ?? '');

/** @throws RangeError if the text is no wall time; for constants and data that was checked before. */
export const wallTime = (text: string): WallTime => {
  if (!isWallTime(text)) throw new RangeError(`Not a wall time: ${text}`);
  return text;
};

export const dayOfWall = (at: WallTime): Day => at.slice(0, 10) as Day;

/** `17:30` */
export const clockOf = (at: WallTime): string => at.slice(11);

/**
 * The instant that the wall time names. In the night of the clock change an hour does not exist or comes twice: both are
 * refused, since a person can say which was meant and a machine cannot.
 */
export const instantOf = (at: WallTime): Result<Instant, 'time-does-not-exist' | 'time-is-ambiguous'> => {
  const plain = Plain.fromString(at, getISO);
  const earlier = Plain.toZonedDateTime(plain, ZONE, { disambiguation: 'earlier' });
  const later = Plain.toZonedDateTime(plain, ZONE, { disambiguation: 'later' });
  if (!Plain.equals(Zoned.toPlainDateTime(earlier), plain)) return refuse('time-does-not-exist');
  if (!Zoned.equals(earlier, later)) return refuse('time-is-ambiguous');
  return ok(instant(Moment.toString(Zoned.toInstant(earlier))));
};

/** Whole minutes that pass between two wall times, also over a clock change. */
export const minutesBetween = (
  from: WallTime,
  to: WallTime,
): Result<number, 'time-does-not-exist' | 'time-is-ambiguous'> => {
  const [begin, end] = [instantOf(from), instantOf(to)];
  if (!begin.ok) return begin;
  if (!end.ok) return end;
  return ok((Date.parse(end.value) - Date.parse(begin.value)) / 60_000);
};
