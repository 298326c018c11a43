import { ok, refuse, type Ok, type Refused } from '../kernel/result.ts';
import { missingContent } from './checklist.ts';
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

/** Composes the German text of a notice. Nothing is composed that would be void or could not stand in court. */
export const composeNotice = (facts: DecisionFacts): Composed => {
  const missing = missingContent(facts);
  return missing.length > 0 ? { ...refuse('notice-incomplete'), missing } : ok(NOTICES[facts.kind](facts));
};
