import type { PaymentStage, RunStage } from '../../shared/payments/facts.ts';
import type { StatusKind } from '../ui/StatusTag.tsx';

const RUNS: Readonly<Record<RunStage, StatusKind>> = {
  none: 'info',
  open: 'info',
  closed: 'warning',
  released: 'warning',
  sent: 'info',
  partlyBooked: 'info',
  booked: 'success',
  cancelled: 'danger',
  rejected: 'danger',
};

const PAYMENTS: Readonly<Record<PaymentStage, StatusKind>> = {
  none: 'info',
  ready: 'info',
  held: 'warning',
  inRun: 'info',
  booked: 'success',
  returned: 'danger',
  rejected: 'danger',
  cancelled: 'danger',
};

/** In which colour a run is shown; the word says it too. */
export const kindOfRun = (stage: RunStage): StatusKind => RUNS[stage];

export const kindOfPayment = (stage: PaymentStage): StatusKind => PAYMENTS[stage];

/** The way of a run as its officials see it. */
export const RUN_WAY = ['open', 'closed', 'released', 'sent', 'booked'] as const;

const REACHED: Readonly<Record<RunStage, number>> = {
  none: -1,
  open: 0,
  closed: 1,
  released: 2,
  sent: 3,
  partlyBooked: 4,
  booked: 4,
  cancelled: -1,
  rejected: -1,
};

/** How many miles of the way lie behind; -1 for a run that has left it. */
export const reachedBy = (stage: RunStage): number => REACHED[stage];
