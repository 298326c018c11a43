import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { basisPoints } from '../parameter.ts';
import { GENERAL_CLAUSES_TITLES, type RuleSet } from '../rule-set.ts';
import { COMMON_RULES } from './common.ts';

const EDITION = 'in der Fassung vom 25. Juli 2025';

/** The grant rules that Berlin rewrote on 25 July 2025: new AV § 44 LHO, ANBest-P and ANBest-I. */
export const BE_2025_07: RuleSet = {
  id: 'BE-2025-07',
  defaultFrom: day('2025-07-25'),
  generalClauses: {
    project: { shortName: 'ANBest-P', title: GENERAL_CLAUSES_TITLES.project, edition: EDITION },
    institutional: { shortName: 'ANBest-I', title: GENERAL_CLAUSES_TITLES.institutional, edition: EDITION },
  },
  rules: {
    ...COMMON_RULES,
    lineItemOverrun: {
      assumed: basisPoints(3000),
      norm: 'Nr. 1.2 ANBest-P, Nr. 5.1.4 AV § 44 LHO',
      source: 'koeln24.ru on the reform; the table of the Paritätische shows that the clause changed',
      status: 'unknown',
      question: 'Does Nr. 1.2 ANBest-P of 2025 name 30 percent of the item?',
    },
    extraIncomeMayCoverExtraCost: {
      assumed: true,
      norm: 'Nr. 1.2, 2 ANBest-P',
      source: 'koeln24.ru on the reform, a secondary source',
      status: 'unknown',
      question: 'May extra income cover extra cost without application under ANBest-P of 2025?',
    },
    fixedAmountDefaultUpTo: {
      value: cents(5_000_00),
      norm: 'Nr. 2.2.3 AV § 44 LHO',
      source: 'Paritätischer Wohlfahrtsverband Berlin, 2025',
      status: 'secondary',
    },
    multiYearApproval: {
      value: 'possible',
      norm: 'AV § 44 LHO',
      source: 'volksstimme.de and rbb24.de, March 2025',
      status: 'secondary',
    },
    procurementTiers: {
      value: [
        { upTo: cents(500_00), procedure: 'direct' },
        { upTo: cents(5_000_00), procedure: 'priceComparison' },
        { upTo: cents(100_000_00), procedure: 'threeOffers' },
        { upTo: undefined, procedure: 'publicProcurement' },
      ],
      norm: 'Nr. 3 ANBest-P',
      source: 'kanzlei-laaser.com on ANBest-P of 2025',
      status: 'secondary',
      question: 'The tiers overlap at their edges in the source; an order at the edge is put into the lower one.',
    },
    inventoryThreshold: {
      assumed: cents(800_00),
      norm: 'Nr. 4 ANBest-P',
      source: 'the federal value since 2019',
      status: 'unknown',
      question: 'From which net price do objects go into the inventory in Berlin?',
    },
  },
};
