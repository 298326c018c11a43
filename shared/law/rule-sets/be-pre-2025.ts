import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { basisPoints } from '../parameter.ts';
import { GENERAL_CLAUSES_TITLES, type RuleSet } from '../rule-set.ts';
import { COMMON_RULES } from './common.ts';

const EDITION = 'in der vor dem 25. Juli 2025 geltenden Fassung';

/** The rules that running grants keep, as long as their notice attaches the older general clauses. */
export const BE_PRE_2025: RuleSet = {
  id: 'BE-PRE-2025',
  defaultFrom: day('2001-01-01'),
  generalClauses: {
    project: { shortName: 'ANBest-P', title: GENERAL_CLAUSES_TITLES.project, edition: EDITION },
    institutional: { shortName: 'ANBest-I', title: GENERAL_CLAUSES_TITLES.institutional, edition: EDITION },
  },
  rules: {
    ...COMMON_RULES,
    lineItemOverrun: {
      value: basisPoints(2000),
      norm: 'Nr. 1.2 ANBest-P',
      source: 'ANBest-P of other Länder; slides of the LEZ Berlin',
      status: 'secondary',
    },
    extraIncomeMayCoverExtraCost: {
      value: false,
      norm: 'Nr. 2 ANBest-P',
      source: 'common reading of the older clauses',
      status: 'general',
    },
    fixedAmountDefaultUpTo: {
      value: cents(0),
      norm: 'AV § 44 LHO',
      source: 'Paritätischer Wohlfahrtsverband Berlin, 2025, comparing the editions',
      status: 'secondary',
    },
    multiYearApproval: {
      value: 'exception',
      norm: 'AV § 44 LHO',
      source: 'volksstimme.de and rbb24.de, March 2025',
      status: 'secondary',
    },
    procurementTiers: {
      norm: 'Nr. 3 ANBest-P',
      source: 'not read',
      status: 'unknown',
      question: 'Which value tiers does the ANBest-P attached to this notice name?',
    },
    inventoryThreshold: {
      assumed: cents(410_00),
      norm: 'Nr. 4 ANBest-P',
      source: 'the usual older value; the Berlin text was not read',
      status: 'unknown',
      question: 'From which net price do objects go into the inventory under this notice?',
    },
  },
};
