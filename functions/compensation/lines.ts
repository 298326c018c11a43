import { claimedCents, expensesCents, orderableCents, totalCents } from '../../shared/compensation/claim.ts';
import type { ClaimFact, ClaimStage } from '../../shared/compensation/facts.ts';
import type { ClaimLine, ClaimQueue } from '../../shared/compensation/wire.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId, BodyId, PersonId } from '../../shared/kernel/id.ts';
import type { Key, Write } from '../kernel/journal.ts';
import type { StoredClaim } from './views.ts';

export const claimsPk = (person: PersonId): string => `claims#${person}`;
export const workListPk = (scope: AuthorityId | BodyId | string): string => `claim-queue#${scope}`;

const QUEUE_OF: Readonly<Partial<Record<ClaimStage, ClaimQueue>>> = {
  submitted: 'certify',
  queried: 'certify',
  rejectionProposed: 'decide',
  certified: 'order',
  partlyCertified: 'order',
  firstOrdered: 'secondOrder',
  paymentFailed: 'failed',
  clawback: 'overpaid',
  ordered: 'done',
  paid: 'done',
  rejected: 'done',
};

/** Steps inside the authority that the member learns of only as "submitted": a proposal is not a decision. */
export const INTERNAL: ReadonlySet<ClaimFact['type']> = new Set([
  'claim.rejectionProposed',
  'claim.rejectionReturned',
  'claim.biasDeclared',
]);

export const lineOf = ({ id, claim, of, context, names }: StoredClaim): ClaimLine => {
  const { body, sitting, on, from, to, as, person } = of;
  return {
    claim: id,
    body,
    bodyName: context.bodyName,
    sitting,
    on,
    from,
    to,
    as,
    stage: claim.stage,
    since: claim.since ?? of.draftedAt,
    seq: claim.seq,
    feeCents: claim.recognised?.feeCents ?? claim.fee.feeCents,
    expensesCents: claim.recognised?.expensesCents ?? expensesCents(claim),
    totalCents: totalCents(claim),
    ...(orderableCents(claim) !== totalCents(claim) && { payableCents: orderableCents(claim) }),
    reason: claim.fee.reason,
    person: { id: person, name: names.get(person) ?? person },
    ...(claim.caseNumber !== undefined && { caseNumber: claim.caseNumber }),
    ...(claim.paidOn !== undefined && { paidOn: claim.paidOn }),
  };
};

/** The line as the member sees it: it does not tell that something was proposed or sent back. */
export const outwardLine = (found: StoredClaim): ClaimLine => {
  const { person: _, ...line } = lineOf(found);
  if (found.claim.stage !== 'rejectionProposed') return line;
  const last = found.facts.findLast(({ fact }) => !INTERNAL.has(fact.type));
  return { ...line, stage: 'submitted', since: last?.at ?? line.since, totalCents: claimedCents(found.claim) };
};

const sentAt = ({ facts, of }: StoredClaim): Instant =>
  facts.find(({ fact }) => fact.type === 'claim.submitted')?.at ?? of.draftedAt;

/** Certifying is for the body's own office and for the certifiers of its authority: the line stands in both lists. */
const workListKeys = (found: StoredClaim): Key[] => {
  const queue = QUEUE_OF[found.claim.stage];
  if (queue === undefined) return [];
  const { body, authority } = found.of;
  // By the age of the claim, not of the stage: who waits longest comes first wherever the claim lies.
  const at = queue === 'done' ? (found.claim.since ?? sentAt(found)) : sentAt(found);
  const scopes: readonly string[] = queue === 'certify' || queue === 'failed' ? [body, authority] : [authority];
  return scopes.map((scope) => ({ pk: workListPk(scope), sk: `${queue}#${at}#${found.id}` }));
};

/** The rows by which lists show the claim, after a step took it from `before` to `after`. */
export const lineWrites = (before: StoredClaim | undefined, after: StoredClaim): Write[] => {
  const line = lineOf(after);
  const to = workListKeys(after);
  const kept = new Set(to.map(({ pk, sk }) => `${pk} ${sk}`));
  const left = before === undefined ? [] : workListKeys(before).filter(({ pk, sk }) => !kept.has(`${pk} ${sk}`));
  return [
    { put: { pk: claimsPk(after.of.person), sk: `${after.of.draftedAt}#${after.id}`, line: outwardLine(after) } },
    ...to.map((key) => ({ put: { ...key, line } })),
    ...left.map((remove) => ({ remove })),
  ];
};
