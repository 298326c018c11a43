import { cents } from '../../kernel/cents.ts';
import type { Rules } from '../rule-set.ts';

/** What stayed the same in both editions, as far as it was read. */
export const COMMON_RULES = {
  overrunNeedsSavings: {
    value: true,
    norm: 'Nr. 1.2 ANBest-P',
    source: 'text of ANBest-P of another Land',
    status: 'secondary',
  },
  spendWithin: { value: 2, norm: 'Nr. 7.2 AV § 44 LHO', source: 'pdl-berlin.eu', status: 'secondary' },
  finalProofDue: {
    value: 6,
    norm: 'ANBest-P, proof of use',
    source: 'common default; Berlin programmes set three, four or six months in the notice',
    status: 'general',
  },
  interimProofDue: {
    value: '03-31',
    norm: 'ANBest-P, proof of use, and the notice',
    source: 'practice of the programme Quartiersmanagement',
    status: 'secondary',
  },
  lastDrawdownOfYear: {
    value: '11-30',
    norm: 'the notice',
    source: 'practice of the programme Quartiersmanagement',
    status: 'secondary',
  },
  institutionalProofDue: { value: 6, norm: 'ANBest-I, proof of use', source: 'common default', status: 'general' },
  vouchersKept: {
    value: 60,
    norm: 'ANBest-P, proof of use',
    source: 'pdl-berlin.eu; same in other Länder',
    status: 'secondary',
  },
  purposeBindingOfObjects: {
    norm: 'the notice',
    source: 'often three to five years',
    status: 'unknown',
    question: 'For how long does this notice bind objects to the purpose?',
  },
  reductionBagatelle: {
    assumed: cents(0),
    norm: 'AV § 44 LHO, Nr. 2 ANBest-P',
    source: 'not read; the federal rules ignore changes up to 500 euros',
    status: 'unknown',
    question: 'Is a small reduction left out in Berlin?',
  },
  interestBagatelle: {
    assumed: cents(0),
    norm: 'Nr. 8 AV § 44 LHO',
    source: 'not read',
    status: 'unknown',
    question: 'Is a small amount of interest left out in Berlin?',
  },
} satisfies Partial<Rules>;
