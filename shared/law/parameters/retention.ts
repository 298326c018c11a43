import { day } from '../../kernel/day.ts';
import { history, type UnknownVersion } from '../parameter.ts';

const PORTAL_BEGINS = day('2026-01-01');

const usual = (months: number): UnknownVersion<number> => ({
  assumed: months,
  validFrom: PORTAL_BEGINS,
  norm: 'retention rules of the authority (Aufbewahrungsfristen)',
  source: 'usual length; the Berlin rules were not read',
  status: 'unknown',
  question: 'How long does the authority keep this?',
});

/** How long records are kept. Copies of identity documents are never kept. */
export const RETENTION = {
  /** After the final notice. */
  'retention.grantFile': history('months', usual(120)),
  'retention.refusedApplication': history('months', usual(36)),
  'retention.paymentRecord': history('months', usual(120)),
  'retention.compensationClaim': history('months', usual(72)),
  'retention.taxReport': history('months', usual(84)),
  'retention.accessLog': history('months', usual(12)),
  /** A draft that was never submitted. */
  'retention.draft': history('months', usual(6)),
  /** Kept by the recipient, after the proof of use was submitted. */
  'retention.vouchersAtRecipient': history('months', {
    value: 60,
    validFrom: day('2011-01-01'),
    norm: 'ANBest-P, proof of use',
    source: 'pdl-berlin.eu; same in other Länder',
    status: 'verified',
  }),
};
