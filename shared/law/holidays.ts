import { addDays, day, weekday, yearOf, type Day } from '../kernel/day.ts';
import type { Sourced } from './status.ts';

const NORM = '§ 1 des Gesetzes über die Sonn- und Feiertage (FeiertG Bln)';
const SOURCE = 'berlin.de/sen/inneres, artikel.1435639';

const FIXED: readonly { readonly monthDay: string; readonly name: string; readonly since?: number }[] = [
  { monthDay: '01-01', name: 'Neujahrstag' },
  { monthDay: '03-08', name: 'Internationaler Frauentag', since: 2019 },
  { monthDay: '05-01', name: 'Tag der Arbeit' },
  { monthDay: '10-03', name: 'Tag der Deutschen Einheit' },
  { monthDay: '12-25', name: '1. Weihnachtstag' },
  { monthDay: '12-26', name: '2. Weihnachtstag' },
];

/** Days counted from Easter Sunday. Easter Sunday and Whit Sunday are Sundays like others in Berlin. */
const MOVABLE: readonly { readonly fromEaster: number; readonly name: string }[] = [
  { fromEaster: -2, name: 'Karfreitag' },
  { fromEaster: 1, name: 'Ostermontag' },
  { fromEaster: 39, name: 'Christi Himmelfahrt' },
  { fromEaster: 50, name: 'Pfingstmontag' },
];

/** A day that is a holiday in one year only. Where the status is `unknown`, it does not count as a holiday yet. */
export interface OneOffHoliday extends Sourced {
  readonly day: Day;
  readonly name: string;
}

export const ONE_OFF_HOLIDAYS: readonly OneOffHoliday[] = [
  { day: day('2020-05-08'), name: '75. Jahrestag der Befreiung', norm: NORM, source: SOURCE, status: 'verified' },
  { day: day('2025-05-08'), name: '80. Jahrestag der Befreiung', norm: NORM, source: SOURCE, status: 'verified' },
  {
    day: day('2028-06-17'),
    name: '75. Jahrestag des Volksaufstandes in der DDR',
    norm: NORM,
    source: 'announced; the enacted text was not read. A Saturday, so no period depends on it',
    status: 'unknown',
  },
];

/** Easter Sunday of a Gregorian year, by the rule of Meeus, Jones and Butcher. */
export const easterSunday = (year: number): Day => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearInCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
  const leapYears = Math.floor(yearInCentury / 4);
  const toSunday = (32 + 2 * (century % 4) + 2 * leapYears - epact - (yearInCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sinceMarch = epact + toSunday - 7 * late + 114;
  const month = String(Math.floor(sinceMarch / 31)).padStart(2, '0');
  return day(`${year}-${month}-${String((sinceMarch % 31) + 1).padStart(2, '0')}`);
};

/** The German name of the public holiday in Berlin, or undefined on all other days (24 and 31 December among them). */
export const holidayName = (on: Day): string | undefined => {
  const year = yearOf(on);
  const fixed = FIXED.find(({ monthDay, since }) => on.endsWith(monthDay) && year >= (since ?? 0));
  const easter = easterSunday(year);
  const movable = MOVABLE.find(({ fromEaster }) => addDays(easter, fromEaster) === on);
  const oneOff = ONE_OFF_HOLIDAYS.find((holiday) => holiday.day === on && holiday.status !== 'unknown');
  return (fixed ?? movable ?? oneOff)?.name;
};

/** Whether the day is a public holiday (gesetzlicher Feiertag) in Berlin. Plain Sundays are not. */
export const isHoliday = (on: Day): boolean => holidayName(on) !== undefined;

/** Whether a period may end on the day: Monday to Friday and no public holiday (§ 193 BGB, § 31(3) VwVfG). */
export const isWorkingDay = (on: Day): boolean => weekday(on) <= 5 && !isHoliday(on);

/** The day itself if it is a working day, otherwise the first one after it (§ 193 BGB, § 31(3) VwVfG). */
export const nextWorkingDay = (from: Day): Day => {
  let candidate = from;
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
};
