import { addDays, weekday, yearOf, type Day } from '../../kernel/day.ts';
import { easterSunday } from '../../law/holidays.ts';

const CLOSED = ['01-01', '05-01', '12-25', '12-26'];
const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;

/**
 * Whether banks settle with each other on this day (T2, once TARGET2): never at weekends, nor on New Year, Good Friday,
 * Easter Monday, 1 May, Christmas Day and 26 December, wherever in Europe. Other holidays of Berlin do not count.
 */
export const isTargetDay = (on: Day): boolean => {
  if (weekday(on) > 5 || CLOSED.includes(on.slice(5))) return false;
  const easter = easterSunday(yearOf(on));
  return on !== addDays(easter, GOOD_FRIDAY) && on !== addDays(easter, EASTER_MONDAY);
};

/** This day if banks settle on it, else the next one on which they do. */
export const nextTargetDay = (from: Day): Day => (isTargetDay(from) ? from : nextTargetDay(addDays(from, 1)));
