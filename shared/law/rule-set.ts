import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { BasisPoints, Known, Unknown } from './parameter.ts';

export const RULE_SET_IDS = ['BE-PRE-2025', 'BE-2025-07'] as const;

/** Which edition of the Berlin grant rules (AV § 44 LHO with ANBest) a notice has made its own. */
export type RuleSetId = (typeof RULE_SET_IDS)[number];

/** Projektförderung and institutionelle Förderung: the two legal modes, and the two kinds of general clauses. */
export type FundingMode = 'project' | 'institutional';

/** General clauses (Allgemeine Nebenbestimmungen). They bind only where the notice names and attaches them. */
export interface GeneralClauses {
  readonly shortName: 'ANBest-P' | 'ANBest-I';
  readonly title: string;
  /** Follows the title in a notice: which edition it is. */
  readonly edition: string;
}

/** direct: no comparison. publicProcurement: UVgO, VOB/A. */
export type ProcurementProcedure = 'direct' | 'priceComparison' | 'threeOffers' | 'publicProcurement';

/** Orders up to and with `upTo` follow the procedure; the last tier has no upper end. */
export interface ProcurementTier {
  readonly upTo: Cents | undefined;
  readonly procedure: ProcurementProcedure;
}

/** What the general clauses and the AV fix. Lengths are in months, days of the year are `MM-DD`. */
export interface GrantRules {
  /** By how much a cost item (Einzelansatz) may exceed the plan without application. */
  readonly lineItemOverrun: BasisPoints;
  /** Whether what one item exceeds must be saved in others. */
  readonly overrunNeedsSavings: boolean;
  readonly extraIncomeMayCoverExtraCost: boolean;
  /** Grants up to this are fixed amounts (Festbetrag) as a rule; 0 where there is no such rule. */
  readonly fixedAmountDefaultUpTo: Cents;
  readonly multiYearApproval: 'possible' | 'exception';
  readonly procurementTiers: readonly ProcurementTier[];
  /** Alsbaldige Verwendung: from receipt on the recipient's account. */
  readonly spendWithin: number;
  /** Verwendungsnachweis of a project, after the end of the approval period; the notice may say otherwise. */
  readonly finalProofDue: number;
  /** Zwischennachweis, in the following year. */
  readonly interimProofDue: string;
  readonly lastDrawdownOfYear: string;
  /** Proof of institutional funding, after the budget year. */
  readonly institutionalProofDue: number;
  /** Vouchers kept by the recipient, after the proof was submitted. */
  readonly vouchersKept: number;
  /** Objects that cost more than this, net, go into the inventory (Inventarverzeichnis). */
  readonly inventoryThreshold: Cents;
  /** Zweckbindung of objects; in months. */
  readonly purposeBindingOfObjects: number;
  /** A reduction up to this is not made. */
  readonly reductionBagatelle: Cents;
  /** Interest up to this is not claimed. */
  readonly interestBagatelle: Cents;
}

export type RuleName = keyof GrantRules;

export type Rules = { readonly [N in RuleName]: Known<GrantRules[N]> | Unknown<GrantRules[N]> };

export interface RuleSet {
  readonly id: RuleSetId;
  /** New notices from this day on attach it unless their author chooses otherwise. */
  readonly defaultFrom: Day;
  readonly generalClauses: Readonly<Record<FundingMode, GeneralClauses>>;
  readonly rules: Rules;
}

export const GENERAL_CLAUSES_TITLES = {
  project: 'Allgemeine Nebenbestimmungen für Zuwendungen zur Projektförderung (ANBest-P)',
  institutional: 'Allgemeine Nebenbestimmungen für Zuwendungen zur institutionellen Förderung (ANBest-I)',
} as const;
