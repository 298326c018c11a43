import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { history } from '../parameter.ts';

const NORM = 'Landesmindestlohngesetz Berlin';
const SOURCE = 'tag24 of 2025-12-09; europesays.com';

/** The wage floor that binds recipients of Berlin grants. */
export const WAGES = {
  'wages.stateMinimumPerHour': history(
    'cents',
    {
      value: cents(13_69),
      validFrom: day('2024-05-01'),
      validUntil: day('2025-12-31'),
      norm: NORM,
      source: 'evangelisch.de on the decision of April 2024; its first day is common knowledge',
      status: 'secondary',
    },
    {
      value: cents(14_84),
      validFrom: day('2026-01-01'),
      validUntil: day('2026-12-31'),
      norm: NORM,
      source: SOURCE,
      status: 'secondary',
    },
    { value: cents(15_59), validFrom: day('2027-01-01'), norm: NORM, source: SOURCE, status: 'secondary' },
  ),
};
