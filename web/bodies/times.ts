import type { Day } from '../../shared/kernel/day.ts';
import type { WallTime } from '../../shared/kernel/wall-time.ts';
import { clockTyped } from '../ui/clock-typed.ts';
import { dayOfParts, partsOfDay, type DayParts } from '../ui/day-parts.ts';

/** From when to when, as typed: one day and two hours of the clock. */
export interface TypedTimes {
  readonly day: DayParts;
  readonly from: string;
  readonly to: string;
  /** The end is on the day after: said by the person, never guessed, since a fee may depend on it. */
  readonly isNextDay?: boolean;
}

export interface Times {
  readonly from: WallTime;
  readonly to: WallTime;
}

/** A field and the key of what is wrong with it. */
export interface TimeFault {
  readonly name: 'day' | 'from' | 'to';
  readonly key: string;
}

export const NO_TIMES: TypedTimes = { day: partsOfDay(undefined), from: '', to: '' };

export const typedTimes = ({ from, to }: Times): TypedTimes => ({
  day: partsOfDay(from.slice(0, 10) as Day),
  from: from.slice(11),
  to: to.slice(11),
  isNextDay: from.slice(0, 10) !== to.slice(0, 10),
});

/** Whether the end as typed lies before the beginning: then it is wrong, or on the next day. */
export const endsEarlier = (typed: TypedTimes): boolean => {
  const [from, to] = [clockTyped(typed.from), clockTyped(typed.to)];
  return from !== undefined && to !== undefined && to <= from;
};

export const timeFaults = (typed: TypedTimes): TimeFault[] => {
  const day = dayOfParts(typed.day);
  const clock = (name: 'from' | 'to'): TimeFault[] =>
    clockTyped(typed[name]) === undefined ? [{ name, key: 'ui.clock.unclear' }] : [];
  return [
    ...(day.ok ? [] : [{ name: 'day' as const, key: 'ui.date.unclear' }]),
    ...clock('from'),
    ...clock('to'),
    ...(endsEarlier(typed) && typed.isNextDay !== true
      ? [{ name: 'to' as const, key: 'bodies.times.before-start' }]
      : []),
  ];
};

const dayAfter = (on: Day): string => new Date(Date.parse(`${on}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The wall times that were typed; undefined while `timeFaults` finds something. */
export const timesOf = (typed: TypedTimes): Times | undefined => {
  const [day, from, to] = [dayOfParts(typed.day), clockTyped(typed.from), clockTyped(typed.to)];
  if (!day.ok || from === undefined || to === undefined || timeFaults(typed).length > 0) return undefined;
  const last = endsEarlier(typed) ? dayAfter(day.value) : day.value;
  return { from: `${day.value}T${from}` as WallTime, to: `${last}T${to}` as WallTime };
};
