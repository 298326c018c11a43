import type { DecisionFacts, Period } from './decision.ts';

const covers = (approved: Period, requested: Period): boolean =>
  approved.from <= requested.from && requested.to <= approved.to;

/** Approved for less time than was applied for, at its beginning or at its end. */
export const isShortened = ({ approvalPeriod, requestedPeriod = approvalPeriod }: DecisionFacts): boolean =>
  !covers(approvalPeriod, requestedPeriod);

/** Lines of the plan in which another amount is recognised than was applied for. */
export const isPlanChanged = ({ plan }: DecisionFacts): boolean =>
  [...plan.costs, ...plan.cover].some(({ cents, appliedCents = cents }) => cents !== appliedCents);

/**
 * Granted in full: money, time and plan as applied for. Only then reasons may be missing (§ 39(2) no. 1 VwVfG), and only then the
 * notice says so.
 */
export const isInFull = (facts: DecisionFacts): boolean =>
  facts.kind === 'grant' && facts.grantedCents >= facts.requestedCents && !isShortened(facts) && !isPlanChanged(facts);
