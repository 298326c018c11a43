import { deemedDelivery, portalProvisionEnds, remedyPeriodEnds } from '../law/deadlines.ts';
import type { Day } from '../kernel/day.ts';
import type { Notice } from './facts.ts';

/** When the notice took effect, and until when a remedy is in time; or until when it waits in the portal. */
export interface Delivery {
  readonly state: 'waiting' | 'delivered' | 'failed' | 'posted';
  /** Deemed day of delivery (Bekanntgabe), strictly counted. */
  readonly deliveredOn?: Day;
  readonly remedyUntil?: Day;
  /** Last day of the provision in the portal; without retrieval nothing is delivered and the notice must be posted. */
  readonly provisionEnds?: Day;
}

/** Reads the delivery from facts and today's day; § 41 VwVfG, periods § 31 VwVfG. */
export const deliveryOf = (notice: Notice, today: Day): Delivery => {
  const { dispatched, retrieved } = notice;
  if (dispatched === undefined) return { state: 'waiting' };
  const event = dispatched.channel === 'post' ? dispatched.on : retrieved?.on;
  if (event !== undefined) {
    const deliveredOn = deemedDelivery(dispatched.channel, event).strict;
    const state = dispatched.channel === 'post' && today < deliveredOn ? 'posted' : 'delivered';
    return { state, deliveredOn, remedyUntil: remedyPeriodEnds(deliveredOn) };
  }
  const provisionEnds = portalProvisionEnds(dispatched.on);
  return { state: today > provisionEnds ? 'failed' : 'waiting', provisionEnds };
};
