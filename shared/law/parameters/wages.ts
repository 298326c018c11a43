import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { history } from '../parameter.ts';

const NORM = 'Landesmindestlohngesetz Berlin';
const SOURCE = 'tag24 of 2025-12-09';

/** The wage floor that binds recipients of Berlin grants. The first day of the oldest amount was not read. */
export const WAGES = {
  'wages.stateMinimumPerHour': history(
    'cents',
    {
      value: cents(13_69),
      validFrom: day('2025-01-01'),
      validUntil: day('2025-12-31'),
      norm: NORM,
      source: SOURCE,
      status: 'verified',
    },
    {
      value: cents(14_84),
      validFrom: day('2026-01-01'),
      validUntil: day('2026-12-31'),
      norm: NORM,
      source: SOURCE,
      status: 'verified',
    },
    { value: cents(15_59), validFrom: day('2027-01-01'), norm: NORM, source: SOURCE, status: 'verified' },
  ),
};
