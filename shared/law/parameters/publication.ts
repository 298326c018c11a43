import { day } from '../../kernel/day.ts';
import { history } from '../parameter.ts';

/** When the public figures of a quarter are made. */
export const PUBLICATION = {
  /** After the end of the quarter; what is paid later counts in the next one (domain rules 5.3 no. 2). */
  'publication.compensationCutOff': history('days', {
    value: 45,
    validFrom: day('2005-01-01'),
    norm: 'no norm: the portal’s own publication',
    source: 'own choice',
    status: 'general',
  }),
};
