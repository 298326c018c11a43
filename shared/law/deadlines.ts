import { addDays, addMonths, type Day } from '../kernel/day.ts';
import { nextWorkingDay } from './holidays.ts';
import { settledValue } from './parameters.ts';

/** How a notice reaches its addressee (Bekanntgabe § 41 VwVfG, Zustellung VwZG). */
export const DELIVERY_CHANNELS = ['post', 'email', 'portal', 'ozgMailbox', 'handover', 'service'] as const;

export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/**
 * The day on which a notice counts as delivered.
 * `strict` is the day that the norm names, to be shown. `safe` is that day moved to a working day, since it is disputed
 * whether § 31(3) VwVfG moves it: every automatic step that burdens the recipient counts from `safe`.
 */
export interface DeemedDelivery {
  readonly strict: Day;
  readonly safe: Day;
}

/**
 * The last day of a period of months that an event on `from` starts (§§ 187(1), 188(2), (3) and 193 BGB, § 31 VwVfG):
 * the day of the event does not count; a Saturday, Sunday or holiday at the end moves to the next working day.
 */
export const endOfMonthPeriod = (from: Day, months: number): Day => nextWorkingDay(addMonths(from, months));

/** The same for a period of days (§§ 187(1), 188(1), 193 BGB, § 31 VwVfG). */
export const endOfDayPeriod = (from: Day, days: number): Day => nextWorkingDay(addDays(from, days));

const FICTIONS = {
  post: 'delivery.post',
  email: 'delivery.email',
  portal: 'delivery.portal',
  ozgMailbox: 'delivery.ozgMailbox',
} as const;

/**
 * When a notice counts as delivered (Bekanntgabefiktion). `on` is the day that the channel counts from: for post the day
 * of posting, for email of sending, for the portal of the first retrieval, for the OZG mailbox of provision; handover
 * and service (Zustellung) are real events and count at once. A proven later arrival is the caller's to set.
 * @throws RangeError on a day before the channel's norm was in force.
 */
export const deemedDelivery = (channel: DeliveryChannel, on: Day): DeemedDelivery => {
  if (channel === 'handover' || channel === 'service') return { strict: on, safe: on };
  const strict = addDays(on, settledValue(FICTIONS[channel], on));
  return { strict, safe: nextWorkingDay(strict) };
};

/**
 * The last day on which a notice in the portal can be retrieved: ten days after the notification was sent, as a period
 * under § 31(3) VwVfG. Not retrieved by its end, the provision ends and nothing is delivered (§ 41(2a) S. 4, 5 VwVfG).
 */
export const portalProvisionEnds = (notified: Day): Day =>
  endOfDayPeriod(notified, settledValue('delivery.portalProvision', notified));

/** Whether the notice told the addressee rightly how to object; a wrong or missing word gives a year (§ 58(2) VwGO). */
export type InstructionState = 'correct' | 'faulty';

/** The last day for objection or court action (§§ 70(1), 74(1), 58(2) VwGO). */
export const remedyPeriodEnds = (delivered: Day, instruction: InstructionState = 'correct'): Day =>
  endOfMonthPeriod(
    delivered,
    settledValue(instruction === 'correct' ? 'remedy.period' : 'remedy.periodAfterFaultyInstruction', delivered),
  );

/**
 * The first day on which the notice cannot be attacked any more (Bestandskraft), if no remedy came. Give the safe day of
 * delivery. A waiver (Rechtsbehelfsverzicht) makes it final earlier, on its receipt.
 */
export const finalityDay = (delivered: Day, instruction: InstructionState = 'correct'): Day =>
  addDays(remedyPeriodEnds(delivered, instruction), 1);
