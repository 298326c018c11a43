import type { Role } from '../kernel/actor.ts';
import type { ClaimQueue } from './wire.ts';

/** Whose work a list is; others may read along. */
export const WORKERS: Readonly<Record<ClaimQueue, readonly Role[]>> = {
  certify: ['bodyOffice', 'certifier'],
  decide: ['caseOfficer'],
  order: ['orderer'],
  secondOrder: ['orderer'],
  failed: ['bodyOffice', 'certifier'],
  overpaid: ['caseOfficer'],
  done: [],
};

/** How much waits in each list that is the asker's own work. */
export interface WaitingView {
  readonly items: readonly {
    readonly queue: ClaimQueue;
    readonly scope: string;
    readonly count: number;
    /** Counting ended here. */
    readonly isMore: boolean;
  }[];
}
