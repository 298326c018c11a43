import type { ExpenseKind } from '../bodies/wire.ts';
import { addDays, day, yearOf, type Day } from '../kernel/day.ts';
import { endOfMonthPeriod } from '../law/deadlines.ts';
import { settledValue } from '../law/parameters.ts';

/** Kinds of expenses that are travel costs, which are lost six months after the journey. */
export const TRAVEL_KINDS: ReadonlySet<ExpenseKind> = new Set(['publicTransport', 'mileage', 'taxi']);

/** The last day on which travel costs of a sitting can be claimed (Ausschlussfrist § 3(2) BRKG, § 31 VwVfG). */
export const travelUntil = (on: Day): Day => endOfMonthPeriod(on, settledValue('travel.claimWithin', on));

/** The last day before the claim is statute-barred: end of the third year after that of the sitting (§§ 195, 199(1) BGB). */
export const lapsesOn = (on: Day): Day =>
  endOfMonthPeriod(day(`${yearOf(on)}-12-31`), settledValue('compensation.limitation', on));

/** When the portal reminds of a claim that nobody has submitted. */
export const remindOn = (draftedOn: Day): Day =>
  addDays(draftedOn, settledValue('compensation.remindAfter', draftedOn));

/** When the portal reminds that travel costs will soon be lost. */
export const remindOfTravelOn = (on: Day): Day => addDays(travelUntil(on), -settledValue('travel.remindBefore', on));

/** `2026-Q4` */
export type Quarter = string & { readonly kind?: 'quarter' };

export const quarterOf = (on: Day): Quarter => `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;

const lastDayOf = (quarter: Quarter): Day => {
  const [year = '', number = ''] = quarter.split('-Q');
  const firstOfNext =
    number === '4' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(number) * 3 + 1).padStart(2, '0')}-01`;
  return addDays(day(firstOfNext), -1);
};

/** The last day on which something still counts for the public figures of the quarter. */
export const cutOffOf = (quarter: Quarter): Day => {
  const last = lastDayOf(quarter);
  return addDays(last, settledValue('publication.compensationCutOff', last));
};

/**
 * The quarter in whose public figures a sitting's compensation stands: that of the sitting, or if its cut-off is over on the day
 * on which the portal hears of the payment, the first one whose cut-off is not.
 */
export const publicQuarter = (sitting: Day, heardOn: Day): Quarter => {
  let quarter = quarterOf(sitting);
  while (heardOn > cutOffOf(quarter)) quarter = quarterOf(addDays(lastDayOf(quarter), 1));
  return quarter;
};
