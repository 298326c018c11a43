import type { ClaimStage } from '../../shared/compensation/facts.ts';
import type { StatusKind } from '../ui/StatusTag.tsx';

const KINDS: Readonly<Record<ClaimStage, StatusKind>> = {
  none: 'info',
  drafted: 'warning',
  excluded: 'info',
  void: 'info',
  submitted: 'info',
  queried: 'warning',
  rejectionProposed: 'info',
  rejected: 'danger',
  certified: 'info',
  partlyCertified: 'warning',
  firstOrdered: 'info',
  ordered: 'info',
  paid: 'success',
  paymentFailed: 'danger',
  clawback: 'warning',
};

/** In which colour a stage is shown; the word says it too. */
export const kindOf = (stage: ClaimStage): StatusKind => KINDS[stage];

/** Where a claim lies on its way to the account. */
export const WAY = ['you', 'check', 'order', 'bank', 'paid'] as const;

export type Mile = (typeof WAY)[number];

const MILES: Readonly<Partial<Record<ClaimStage, Mile>>> = {
  drafted: 'you',
  queried: 'you',
  submitted: 'check',
  rejectionProposed: 'check',
  certified: 'order',
  partlyCertified: 'order',
  firstOrdered: 'order',
  paymentFailed: 'bank',
  ordered: 'bank',
  paid: 'paid',
  clawback: 'paid',
};

/** How far the claim has come; undefined for one that leads to no payment. */
export const mileOf = (stage: ClaimStage): Mile | undefined => MILES[stage];
