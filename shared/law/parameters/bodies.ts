import { day } from '../../kernel/day.ts';
import { history } from '../parameter.ts';

/** Own choices of the portal for the work of boards; no norm says them. */
export const BODIES = {
  /** So long may members object to an attendance list after it was confirmed or corrected. */
  'bodies.objectWithin': history('days', {
    value: 14,
    validFrom: day('2011-01-01'),
    norm: 'no norm: the portal’s own period',
    source: 'own choice',
    status: 'general',
  }),
};
