import { isDay, type Day } from '../../shared/kernel/day.ts';
import type { Answer } from '../../shared/programmes/form.ts';
import { dayOfParts, partsOfDay, type DayParts } from '../ui/day-parts.ts';

/** Between the three fields of a day that cannot be stored yet. */
const BETWEEN = '|';

/** The day; nothing where nothing is typed; else what stands in the fields, which no form takes for a day. */
export const answerOfParts = (parts: DayParts): string => {
  const read = dayOfParts(parts);
  const typed = [parts.day, parts.month, parts.year].map((part) => part.replaceAll(BETWEEN, '/'));
  return read.ok ? read.value : typed.every((part) => part.trim() === '') ? '' : typed.join(BETWEEN);
};

export const partsOfAnswer = (answer: Answer | undefined): DayParts => {
  if (typeof answer !== 'string' || answer === '') return partsOfDay(undefined);
  if (isDay(answer)) return partsOfDay(answer satisfies Day);
  const [day = '', month = '', year = ''] = answer.split(BETWEEN);
  return { day, month, year };
};

/** Some of the fields are empty: nothing is wrong yet, but there is no day either. */
export const isUnfinished = (answer: Answer | undefined): boolean =>
  typeof answer === 'string' && answer.includes(BETWEEN) && answer.split(BETWEEN).some((part) => part.trim() === '');
