import { ok, refuse, type Ok, type Refused } from '../kernel/result.ts';
import { missingContent } from './checklist.ts';
import { missingInClaimDecision, type ClaimDecisionFacts } from './claim-decision.ts';
import { claimNotice } from './claim-notice.ts';
import type { NoticeContent } from './content.ts';
import type { DecisionFacts, NoticeKind } from './decision.ts';
import { grantNotice } from './grant.ts';
import { refusalNotice } from './refusal.ts';

/** A notice, or the numbers of the mandatory content (checklist.ts) that the facts do not give. */
export type Composed = Ok<NoticeContent> | IncompleteNotice;

export interface IncompleteNotice extends Refused<'notice-incomplete'> {
  readonly missing: readonly number[];
}

const NOTICES: Record<NoticeKind, (facts: DecisionFacts) => NoticeContent> = {
  grant: grantNotice,
  refusal: refusalNotice,
};

const composedOf = (missing: readonly number[], content: () => NoticeContent): Composed =>
  missing.length > 0 ? { ...refuse('notice-incomplete'), missing } : ok(content());

/** Composes the German text of a notice. Nothing is composed that would be void or could not stand in court. */
export const composeNotice = (facts: DecisionFacts): Composed =>
  composedOf(missingContent(facts), () => NOTICES[facts.kind](facts));

/** The same for a notice on a claim for compensation. */
export const composeClaimNotice = (facts: ClaimDecisionFacts): Composed =>
  composedOf(missingInClaimDecision(facts), () => claimNotice(facts));
