import { deemedDelivery, portalProvisionEnds, remedyPeriodEnds } from '../law/deadlines.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { Notice } from './facts.ts';

/** When the notice took effect, and until when a remedy is in time; or until when it waits in the portal. */
export interface Delivery {
  /** `undispatched`: released, and on no way to its addressee yet. */
  readonly state: 'undispatched' | 'waiting' | 'delivered' | 'failed' | 'posted';
  /** Deemed day of delivery (Bekanntgabe), strictly counted. */
  readonly deliveredOn?: Day;
  readonly remedyUntil?: Day;
  /** Last day of the provision in the portal; without retrieval by then nothing is delivered, and it is posted or provided anew. */
  readonly provisionEnds?: Day;
}

/** Reads the delivery from facts and today's day; § 41 VwVfG, periods § 31 VwVfG. */
export const deliveryOf = (notice: Notice, today: Day): Delivery => {
  const { dispatched, retrieved } = notice;
  if (dispatched === undefined) return { state: 'undispatched' };
  const event = dispatched.channel === 'post' ? dispatched.on : retrieved?.on;
  if (event !== undefined) {
    const deliveredOn = deemedDelivery(dispatched.channel, event).strict;
    const state = dispatched.channel === 'post' && today < deliveredOn ? 'posted' : 'delivered';
    return { state, deliveredOn, remedyUntil: remedyPeriodEnds(deliveredOn) };
  }
  const provisionEnds = portalProvisionEnds(dispatched.on);
  return { state: today > provisionEnds ? 'failed' : 'waiting', provisionEnds };
};

/**
 * Whether another dispatch may begin: nothing was dispatched yet, the provision in the portal ended without retrieval (§ 41(2a)
 * S. 5 VwVfG), or the consent without which it can't lead to a delivery was taken back.
 */
export const mayDispatch = (notice: Notice, today: Day, consents: boolean): boolean => {
  if (notice.dispatched === undefined) return true;
  if (notice.dispatched.channel === 'post' || notice.retrieved !== undefined) return false;
  return !consents || deliveryOf(notice, today).state === 'failed';
};

/**
 * The first day from which a letter may count: the day after the last provision in the portal, or, where that was ended by the
 * consent's withdrawal, the day on which this is found (no earlier day is known); the notice's own day if it was never provided.
 * A letter said to have left while the portal still provided the notice would let the remedy period end unnoticed.
 */
export const postableFrom = ({ dispatched }: Notice, issuedOn: Day, today: Day, consents: boolean): Day => {
  if (dispatched?.channel !== 'portal') return issuedOn;
  const afterwards = addDays(portalProvisionEnds(dispatched.on), 1);
  return !consents && today < afterwards ? today : afterwards;
};

/** Whether an entitled person's opening now is a retrieval: within the provision in the portal, and with consent to it. */
export const mayRetrieve = (notice: Notice, today: Day, consents: boolean): boolean =>
  consents &&
  notice.dispatched?.channel === 'portal' &&
  notice.retrieved === undefined &&
  deliveryOf(notice, today).state === 'waiting';

/** Whether the document is closed to its recipient: the provision ended, and nothing else delivered it. */
export const isClosed = (notice: Notice, today: Day): boolean => deliveryOf(notice, today).state === 'failed';
