import type { Stage } from '../../shared/funding/facts.ts';
import type { StatusKind } from '../ui/StatusTag.tsx';

const KINDS: Readonly<Record<Stage, StatusKind>> = {
  draft: 'info',
  submitted: 'info',
  inReview: 'info',
  proposedApproval: 'warning',
  proposedRefusal: 'warning',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'warning',
};

/** In which colour a stage is shown; the word says it too. */
export const kindOf = (stage: Stage): StatusKind => KINDS[stage];

/** The way of an application as its organisation sees it. */
export const WAY = ['draft', 'submitted', 'inReview', 'decided'] as const;

export type Mile = (typeof WAY)[number];

/** How far the case has come on that way. */
export const mileOf = (stage: Stage): Mile => {
  if (stage === 'draft' || stage === 'submitted') return stage;
  return stage === 'approved' || stage === 'refused' ? 'decided' : 'inReview';
};
