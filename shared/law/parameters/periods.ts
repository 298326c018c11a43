import { day } from '../../kernel/day.ts';
import { history } from '../parameter.ts';

const VWGO_IN_FORCE = day('1960-04-01');
const VWVFG_IN_FORCE = day('1977-01-01');

/** Periods of remedies, revocation and procedure. */
export const PERIODS = {
  'remedy.period': history('months', {
    value: 1,
    validFrom: VWGO_IN_FORCE,
    norm: '§§ 70(1), 74(1) VwGO',
    source: 'VwGO, text of March 2022',
    status: 'verified',
  }),
  'remedy.periodAfterFaultyInstruction': history('months', {
    value: 12,
    validFrom: VWGO_IN_FORCE,
    norm: '§ 58(2) VwGO',
    source: 'VwGO, text of March 2022',
    status: 'verified',
  }),
  /** From knowledge of the facts to the last day on which a notice may be withdrawn or revoked. */
  'revocation.period': history('months', {
    value: 12,
    validFrom: VWVFG_IN_FORCE,
    norm: '§§ 48(4), 49(3) S. 2 VwVfG',
    source: 'VwVfG, text of March 2022',
    status: 'verified',
  }),
  'revocation.warnAfter': history('months', {
    value: 9,
    validFrom: VWVFG_IN_FORCE,
    norm: 'no norm: the portal’s own warning before §§ 48(4), 49(3) S. 2 VwVfG',
    source: 'own choice',
    status: 'general',
  }),
  'reinstatement.period': history('days', {
    value: 14,
    validFrom: VWVFG_IN_FORCE,
    norm: '§ 32(2) VwVfG',
    source: 'VwVfG, text of March 2022',
    status: 'verified',
  }),
  'reinstatement.latest': history('months', {
    value: 12,
    validFrom: VWVFG_IN_FORCE,
    norm: '§ 32(3) VwVfG',
    source: 'VwVfG, text of March 2022',
    status: 'verified',
  }),
  'hearing.shortestPeriod': history('days', {
    value: 14,
    validFrom: VWVFG_IN_FORCE,
    norm: '§ 28(1) VwVfG',
    source: 'common practice of two to four weeks',
    status: 'general',
  }),
};
