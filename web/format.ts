import type { Cents } from '../shared/kernel/cents.ts';
import type { Day, Instant } from '../shared/kernel/day.ts';
import type { Language } from '../shared/kernel/language.ts';
import { localeOf } from './language.ts';

const ZONE = 'Europe/Berlin';

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Making a formatter is slow, using it is not. */
const once = <F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F => {
  const kept = made.get(key);
  if (kept !== undefined) return kept as F;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
};

/** An amount with the euro sign as the language writes it, always with Western digits. */
export const moneyText = (amount: Cents | number, language: Language): string =>
  once(`money-${language}`, () => Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'EUR' })).format(
    amount / 100,
  );

export const numberText = (amount: number, language: Language): string =>
  once(`number-${language}`, () => Intl.NumberFormat(localeOf(language))).format(amount);

/** A calendar day in words, in the calendar and digits of the administration. */
export const dayText = (of: Day | string, language: Language): string =>
  once(`day-${language}`, () => Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' })).format(
    new Date(`${of}T00:00:00Z`),
  );

/** A calendar day with the day of the week. */
export const fullDayText = (of: Day | string, language: Language): string =>
  once(`full-${language}`, () =>
    Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' }),
  ).format(new Date(`${of}T00:00:00Z`));

/** Day and time in Berlin. */
export const instantText = (at: Instant | string, language: Language): string =>
  once(`instant-${language}`, () =>
    Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE }),
  ).format(new Date(at));

/** The time of day in Berlin, `14:03`. */
export const timeText = (at: Instant | string, language: Language): string =>
  once(`time-${language}`, () =>
    Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', timeZone: ZONE }),
  ).format(new Date(at));
