import { dayOf, instant, isDay, type Day } from '../../shared/kernel/day.ts';
import { textUnder, type Part } from './statement-xml.ts';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** Of a time with its zone the day in Berlin; without one it is taken as the bank's own, which is the same. */
const berlinDay = (time: string): Day | undefined => {
  if (!isDay(time.slice(0, 10))) return undefined;
  if (!TIME.test(time)) return time.slice(0, 10) as Day;
  try {
    return dayOf(instant(time));
  } catch {
    return undefined;
  }
};

/** The day under this name, written as day or as time. */
export const dayIn = (part: Part | undefined, name: string): Day | undefined => {
  const written = textUnder(part, name, 'Dt')?.slice(0, 10);
  if (written !== undefined) return isDay(written) ? written : undefined;
  const time = textUnder(part, name, 'DtTm');
  return time === undefined ? undefined : berlinDay(time);
};

/** The day on which the bank made the statement. */
export const madeOn = (statement: Part): Day | undefined => {
  const time = textUnder(statement, 'CreDtTm');
  return time === undefined ? undefined : berlinDay(time);
};
