import { CLAIM_QUEUES, type ClaimLine, type ClaimQueue } from '../../../shared/compensation/wire.ts';
import type { Role } from '../../../shared/kernel/actor.ts';
import { authoritiesOf, scopesOf } from '../../offices.ts';
import type { Session } from '../../session.ts';

interface Desk {
  /** Whose work it is. */
  readonly workers: readonly Role[];
  /** Who reads along. */
  readonly others: readonly Role[];
  /** What can be done to many claims of the list at once. */
  readonly batch?: 'certify' | 'order';
}

const DESKS: Readonly<Record<ClaimQueue, Desk>> = {
  certify: { workers: ['bodyOffice', 'certifier'], others: ['auditor'], batch: 'certify' },
  decide: { workers: ['caseOfficer'], others: ['certifier', 'auditor'] },
  order: { workers: ['orderer'], others: ['certifier', 'auditor'], batch: 'order' },
  secondOrder: { workers: ['orderer'], others: ['certifier', 'auditor'], batch: 'order' },
  failed: { workers: ['bodyOffice', 'certifier'], others: ['orderer', 'auditor'] },
  overpaid: { workers: ['caseOfficer'], others: ['certifier', 'orderer', 'auditor'] },
  done: { workers: [], others: ['certifier', 'orderer', 'caseOfficer', 'auditor'] },
};

const readersOf = (queue: ClaimQueue): readonly Role[] => [...DESKS[queue].workers, ...DESKS[queue].others];

/** The lists of this person, in the order of a claim's way. */
export const queuesOf = (who: Session | undefined): ClaimQueue[] =>
  CLAIM_QUEUES.filter((queue) => scopesOf(who, readersOf(queue)).length > 0);

/** Where this person's work begins. */
export const firstQueue = (who: Session | undefined): ClaimQueue =>
  queuesOf(who).find((queue) => scopesOf(who, DESKS[queue].workers).length > 0) ?? queuesOf(who)[0] ?? 'certify';

/** The bodies and authorities whose list this person may see: bodies only for their own office. */
export const scopesIn = (who: Session | undefined, queue: ClaimQueue): string[] => {
  const readers = readersOf(queue);
  return [...(readers.includes('bodyOffice') ? scopesOf(who, ['bodyOffice']) : []), ...authoritiesOf(who, readers)];
};

export const batchOf = (who: Session | undefined, queue: ClaimQueue, scope: string): 'certify' | 'order' | undefined =>
  scopesOf(who, DESKS[queue].workers).includes(scope) ? DESKS[queue].batch : undefined;

/** So many claims go into one batch. */
export const BATCH_MOST = 50;

export interface BodyTotal {
  readonly body: ClaimLine['body'];
  readonly name: string;
  readonly count: number;
  readonly cents: number;
}

/** What certifying or ordering this claim would pay. */
export const payableOf = ({ payableCents, totalCents }: Pick<ClaimLine, 'payableCents' | 'totalCents'>): number =>
  payableCents ?? totalCents;

/** What is about to be certified or ordered, by body. */
export const totalsByBody = (lines: readonly ClaimLine[]): BodyTotal[] => {
  const totals = new Map<string, BodyTotal>();
  for (const line of lines) {
    const { body, bodyName } = line;
    const before = totals.get(body) ?? { body, name: bodyName, count: 0, cents: 0 };
    totals.set(body, { ...before, count: before.count + 1, cents: before.cents + payableOf(line) });
  }
  return [...totals.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
};
