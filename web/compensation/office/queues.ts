import { CLAIM_QUEUES, type ClaimLine, type ClaimQueue } from '../../../shared/compensation/wire.ts';
import { WORKERS, type WaitingView } from '../../../shared/compensation/queues.ts';
import type { Role } from '../../../shared/kernel/actor.ts';
import { authoritiesOf, scopesOf } from '../../offices.ts';
import type { Session } from '../../session.ts';

interface Desk {
  /** Who reads along. */
  readonly others: readonly Role[];
  /** What can be done to many claims of the list at once. */
  readonly batch?: 'certify' | 'order';
}

const DESKS: Readonly<Record<ClaimQueue, Desk>> = {
  certify: { others: ['auditor'], batch: 'certify' },
  decide: { others: ['certifier', 'auditor'] },
  order: { others: ['certifier', 'auditor'], batch: 'order' },
  secondOrder: { others: ['certifier', 'auditor'], batch: 'order' },
  failed: { others: ['orderer', 'auditor'] },
  overpaid: { others: ['certifier', 'orderer', 'auditor'] },
  done: { others: ['certifier', 'orderer', 'caseOfficer', 'auditor'] },
};

const readersOf = (queue: ClaimQueue): readonly Role[] => [...WORKERS[queue], ...DESKS[queue].others];

/** The lists of this person, in the order of a claim's way. */
export const queuesOf = (who: Session | undefined): ClaimQueue[] =>
  CLAIM_QUEUES.filter((queue) => scopesOf(who, readersOf(queue)).length > 0);

/** Where this person's work begins. */
export const firstQueue = (who: Session | undefined): ClaimQueue =>
  queuesOf(who).find((queue) => scopesOf(who, WORKERS[queue]).length > 0) ?? queuesOf(who)[0] ?? 'certify';

/** The bodies and authorities whose list this person may see: bodies only for their own office. */
export const scopesIn = (who: Session | undefined, queue: ClaimQueue): string[] => {
  const readers = readersOf(queue);
  return [...(readers.includes('bodyOffice') ? scopesOf(who, ['bodyOffice']) : []), ...authoritiesOf(who, readers)];
};

type Counts = WaitingView['items'];

/** How much waits in a list, over all scopes or in one; undefined where nothing is counted. */
export const waitingIn = (counts: Counts, queue: ClaimQueue, scope?: string): string | undefined => {
  const own = counts.filter((one) => one.queue === queue && (scope === undefined || one.scope === scope));
  if (own.length === 0) return undefined;
  return `${own.reduce((sum, { count }) => sum + count, 0)}${own.some(({ isMore }) => isMore) ? '+' : ''}`;
};

/** The scope of a list where something waits, else the first. */
export const busyScope = (who: Session | undefined, counts: Counts, queue: ClaimQueue): string | undefined => {
  const scopes = scopesIn(who, queue);
  const isBusy = (scope: string) => counts.some((one) => one.queue === queue && one.scope === scope && one.count > 0);
  return scopes.find(isBusy) ?? scopes[0];
};

/** The first list in which something waits for this person; where nothing does, the one with which their work begins. */
export const busyQueue = (who: Session | undefined, counts: Counts): ClaimQueue =>
  queuesOf(who).find((queue) => counts.some((one) => one.queue === queue && one.count > 0)) ?? firstQueue(who);

export const batchOf = (who: Session | undefined, queue: ClaimQueue, scope: string): 'certify' | 'order' | undefined =>
  scopesOf(who, WORKERS[queue]).includes(scope) ? DESKS[queue].batch : undefined;

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
