import { day } from '../../kernel/day.ts';
import { history } from '../parameter.ts';

const VWVFG_IN_FORCE = day('1977-01-01');
const ELECTRONIC_SINCE = day('2003-02-01');
const RETRIEVAL_SINCE = day('2017-01-01');
const FOUR_DAYS_SINCE = day('2025-01-01');
const THREE_DAYS_UNTIL = day('2024-12-31');

const VWVFG = 'VwVfG, text of March 2022';

/** Days from sending to deemed delivery (Bekanntgabefiktion), and from the notification to the end of a provision. */
export const DELIVERY = {
  'delivery.post': history(
    'days',
    {
      value: 3,
      validFrom: VWVFG_IN_FORCE,
      validUntil: THREE_DAYS_UNTIL,
      norm: '§ 41(2) S. 1 VwVfG',
      source: VWVFG,
      status: 'verified',
    },
    {
      value: 4,
      validFrom: FOUR_DAYS_SINCE,
      norm: '§ 41(2) S. 1 VwVfG',
      source: 'weka.de on the PostModG, naming Berlin; IHK',
      status: 'secondary',
    },
  ),
  'delivery.email': history(
    'days',
    {
      value: 3,
      validFrom: ELECTRONIC_SINCE,
      validUntil: THREE_DAYS_UNTIL,
      norm: '§ 41(2) S. 2 VwVfG',
      source: VWVFG,
      status: 'verified',
    },
    {
      value: 4,
      validFrom: FOUR_DAYS_SINCE,
      norm: '§ 41(2) S. 2 VwVfG',
      source: 'common knowledge of the PostModG',
      status: 'general',
    },
  ),
  'delivery.portal': history('days', {
    value: 1,
    validFrom: RETRIEVAL_SINCE,
    norm: '§ 41(2a) S. 3 VwVfG',
    source: `${VWVFG}; confirmed unchanged in May 2026`,
    status: 'verified',
  }),
  'delivery.portalProvision': history('days', {
    value: 10,
    validFrom: RETRIEVAL_SINCE,
    norm: '§ 41(2a) S. 4 VwVfG',
    source: `${VWVFG}; confirmed unchanged in May 2026`,
    status: 'verified',
  }),
  'delivery.ozgMailbox': history('days', {
    value: 3,
    validFrom: day('2024-07-24'),
    norm: '§ 9 OZG',
    source: 'buzer.de',
    status: 'verified',
    question: 'Does § 9 OZG apply to procedures under Berlin law?',
  }),
};
