import type { Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId, OrganisationId } from '../../shared/kernel/id.ts';
import type { Draft } from '../../shared/funding/draft.ts';
import type { Stage } from '../../shared/funding/facts.ts';
import type { CaseLine, Queue } from '../../shared/funding/wire.ts';
import type { Key, Write } from '../kernel/journal.ts';
import type { Case } from './views.ts';
import { ownOf } from '../../shared/kernel/own.ts';

export const casesPk = (organisation: OrganisationId): string => `cases#${organisation}`;
export const workListPk = (authority: AuthorityId): string => `worklist#${authority}`;

const QUEUE_OF: Readonly<Partial<Record<Stage, Queue>>> = {
  submitted: 'review',
  inReview: 'review',
  proposedApproval: 'decision',
  proposedRefusal: 'decision',
  approved: 'closed',
  refused: 'closed',
  withdrawn: 'closed',
};

const titleOf = ({ sections }: Draft): string => {
  const title = sections['project']?.['title'];
  return typeof title === 'string' ? title : '';
};

export const lineOf = ({ id, application, draft, call, organisation, names }: Case): CaseLine => {
  const { submission, officer, decision, delivery } = application;
  return {
    id,
    title: titleOf(draft),
    organisation: { id: organisation.id, name: organisation.name },
    call: call.title,
    callId: call.id,
    stage: application.stage,
    since: application.since ?? draft.createdAt,
    ...(application.returned !== undefined && { isReturned: true as const }),
    ...(officer !== undefined && { officer: ownOf(names, officer) ?? officer }),
    ...(submission && {
      caseNumber: submission.caseNumber,
      requestedCents: submission.requestedCents,
      isLate: submission.isLate,
    }),
    ...(decision?.amountCents !== undefined && { grantedCents: decision.amountCents }),
    ...(delivery !== undefined && { delivery }),
    ...(application.published !== undefined && { entry: application.published }),
  };
};

/** Steps inside the authority that the applicant learns of only as "in review": a proposal is not a decision. */
export const INTERNAL: ReadonlySet<string> = new Set([
  'application.approvalProposed',
  'application.refusalProposed',
  'application.returned',
  'application.biasDeclared',
]);

/** Stage and day as the organisation sees them: neither tells that something was proposed or sent back. */
const outwardOf = ({ application, facts, draft }: Case): Pick<CaseLine, 'stage' | 'since'> => {
  const { stage } = application;
  const last = facts.findLast((fact) => !INTERNAL.has(fact.type));
  return {
    stage: stage === 'proposedApproval' || stage === 'proposedRefusal' ? 'inReview' : stage,
    since: last === undefined ? draft.createdAt : (last.at as Instant),
  };
};

/** The line as the organisation sees it: nothing of what goes on inside the authority. */
export const outwardLine = (of: Case): CaseLine => {
  const { isReturned: _, ...line } = lineOf(of);
  return { ...line, ...outwardOf(of) };
};

const workListKey = ({ id, application, parties }: Case): Key | undefined => {
  const queue = QUEUE_OF[application.stage];
  const { submission } = application;
  return queue === undefined || submission === undefined
    ? undefined
    : { pk: workListPk(parties.authority), sk: `${queue}#${submission.at}#${id}` };
};

export const casesKey = (of: Case): Key => ({
  pk: casesPk(of.parties.organisation),
  sk: `${of.draft.createdAt satisfies Instant}#${of.id}`,
});

/** The rows by which lists show the case, after a step took it from `before` to `after`. */
export const lineWrites = (before: Case | undefined, after: Case): Write[] => {
  const line = lineOf(after);
  const from = before && workListKey(before);
  const to = workListKey(after);
  return [
    { put: { ...casesKey(after), line: outwardLine(after) } },
    ...(to === undefined ? [] : [{ put: { ...to, line } }]),
    ...(from !== undefined && from.sk !== to?.sk ? [{ remove: from }] : []),
  ];
};
