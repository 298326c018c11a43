import { day } from '../../kernel/day.ts';
import { basisPoints, history } from '../parameter.ts';

const VWVFG_49A_IN_FORCE = day('1996-05-21');

/** Interest on repayment (Verzinsung); the base rate itself stands in ../base-rate.ts. */
export const INTEREST = {
  'interest.aboveBaseRate': history('basisPoints', {
    value: basisPoints(500),
    validFrom: VWVFG_49A_IN_FORCE,
    norm: '§ 49a(3) VwVfG',
    source: 'VwVfG, text of March 2022',
    status: 'verified',
  }),
  /** Actual days over the days of that year (365, in leap years 366), counted for each half-year by itself. */
  'interest.dayCount': history('text', {
    value: 'actual/actual',
    validFrom: VWVFG_49A_IN_FORCE,
    norm: '§ 49a(3), (4) VwVfG',
    source: 'common practice',
    status: 'general',
    question: 'Does the authority count actual days or 30/360?',
  }),
  /** Interest for late use runs from the payout (exclusive), or from the end of the time allowed for use. */
  'interest.lateUseFrom': history<'text', 'payout' | 'graceEnd'>('text', {
    value: 'payout',
    validFrom: VWVFG_49A_IN_FORCE,
    norm: '§ 49a(4) VwVfG',
    source: 'common practice',
    status: 'general',
    question: 'From payout, or from the end of the time allowed for use?',
  }),
};
