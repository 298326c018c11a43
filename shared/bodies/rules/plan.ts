import { addDays, addMonths, day, daysBetween, weekday, type Day } from '../../kernel/day.ts';
import type { AuthorityId, BodyId, SittingId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { clockOf, dayOfWall, minutesBetween, wallTime, type WallTime } from '../../kernel/wall-time.ts';
import type { SittingFact, SittingMode } from '../facts.ts';
import type { Repeat } from '../wire.ts';

export interface Times {
  readonly from: WallTime;
  readonly to: WallTime;
}

export type TimesRefusal = 'ends-before-it-starts' | 'longer-than-a-day' | 'time-does-not-exist' | 'time-is-ambiguous';

const MINUTES_OF_A_DAY = 24 * 60;

/**
 * The end after the beginning, by less than a day. A sitting belongs to the local day on which it began, since the fee is
 * counted by days (DepEntschGDV § 1(1)); one that runs past midnight is one sitting still.
 */
export const checkedTimes = ({ from, to }: Times): Result<number, TimesRefusal> => {
  const minutes = minutesBetween(from, to);
  if (!minutes.ok) return minutes;
  if (minutes.value <= 0) return refuse('ends-before-it-starts');
  return minutes.value < MINUTES_OF_A_DAY ? minutes : refuse('longer-than-a-day');
};

/** The local days that the sitting touches: that on which it began, and the next one if it ran past midnight. */
export const daysTouched = ({ from, to }: Times): Day[] => [...new Set([dayOfWall(from), dayOfWall(to)])];

/** The days on which something may begin that overlaps: that before too, whose sittings may run past midnight. */
export const daysAround = (times: Times): Day[] => [addDays(dayOfWall(times.from), -1), ...daysTouched(times)];

export const spansOverlap = (a: Times, b: Times): boolean => a.from < b.to && b.from < a.to;

/** The same weekday of the same week of the month, `months` later: a second Thursday stays one, a fifth becomes the last. */
const sameWeekdayLater = (first: Day, months: number): Day => {
  const week = Math.ceil(Number(first.slice(8)) / 7);
  const start = addMonths(day(`${first.slice(0, 8)}01`), months);
  const offset = (weekday(first) - weekday(start) + 7) % 7;
  const on = addDays(start, offset + 7 * (week - 1));
  return on.slice(0, 7) === start.slice(0, 7) ? on : addDays(on, -7);
};

const STEPS: Readonly<Record<Repeat, (first: Day, index: number) => Day>> = {
  week: (first, index) => addDays(first, 7 * index),
  twoWeeks: (first, index) => addDays(first, 14 * index),
  month: (first, index) => sameWeekdayLater(first, index),
  quarter: (first, index) => sameWeekdayLater(first, 3 * index),
};

/** So many sittings fit into one commit. */
export const MOST_IN_SERIES = 26;

/** The times of a series: the same weekday and clock, from the first until the day given; one more than allowed at most. */
export const timesOfSeries = (first: Times, repeat: { every: Repeat; until: string } | undefined): Times[] => {
  if (repeat === undefined) return [first];
  const begin = dayOfWall(first.from);
  const nights = daysBetween(dayOfWall(first.from), dayOfWall(first.to));
  const days = Array.from({ length: MOST_IN_SERIES + 1 }, (_, index) => STEPS[repeat.every](begin, index));
  return days
    .filter((on) => on <= repeat.until)
    .map((on) => ({
      from: wallTime(`${on}T${clockOf(first.from)}`),
      to: wallTime(`${addDays(on, nights)}T${clockOf(first.to)}`),
    }));
};

export interface Plan {
  readonly body: BodyId;
  readonly authority: AuthorityId;
  readonly mode: SittingMode;
  readonly times: readonly Times[];
  readonly series?: SittingId;
}

export type PlanRefusal = TimesRefusal | 'series-empty' | 'series-too-long' | 'sittings-overlap';

/** One fact for each sitting of the series; `others` are the times of the body's other sittings that were not cancelled. */
export const plan = (
  { times, body, authority, mode, series }: Plan,
  others: readonly Times[],
): Result<SittingFact[], PlanRefusal> => {
  if (times.length === 0) return refuse('series-empty');
  if (times.length > MOST_IN_SERIES) return refuse('series-too-long');
  for (const one of times) {
    const checked = checkedTimes(one);
    if (!checked.ok) return checked;
    if (others.some((other) => spansOverlap(one, other))) return refuse('sittings-overlap');
  }
  return ok(
    // Only the times: what is asked for holds words too, and a fact must not.
    times.map(({ from, to }, index): SittingFact => ({
      type: 'sitting.planned',
      body,
      authority,
      from,
      to,
      mode,
      ...(series !== undefined && index > 0 && { series }),
    })),
  );
};
