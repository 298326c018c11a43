import { planOf } from '../../shared/funding/plan.ts';
import type { CaseView } from '../../shared/funding/wire.ts';
import { DISTRICTS } from '../../shared/authorities/directory.ts';
import { cents, type Cents } from '../../shared/kernel/cents.ts';
import type { Answer } from '../../shared/programmes/form.ts';
import type { ApprovalBody, RefusalBody } from './acts.ts';

/** A proposal while it is written; days and amounts are missing where nothing readable is typed. */
export interface ProposalDraft {
  readonly kind: 'grant' | 'refusal';
  readonly amountCents: Cents | undefined;
  readonly eligibleCents: Cents | undefined;
  readonly from: string;
  readonly to: string;
  readonly reasons: string;
  readonly examinationNote: string;
  /** One clause a paragraph. */
  readonly clauses: string;
  readonly purpose: string;
  readonly place: string;
}

const text = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');

const placeOf = (answer: Answer | undefined): string => {
  const key = text(answer);
  return key in DISTRICTS ? `Berlin-${DISTRICTS[key as keyof typeof DISTRICTS]}` : 'Berlin';
};

/** Begins with what was applied for, so that the officer changes only what is decided otherwise. */
export const proposalFor = (found: CaseView): ProposalDraft => {
  const project = found.sections['project'] ?? {};
  const plan = planOf(found.sections['plan'] ?? {});
  const before = found.proposal;
  return {
    kind: before?.kind ?? 'grant',
    amountCents: before?.amountCents ?? cents(Math.max(0, plan.requestedCents)),
    eligibleCents: before?.eligibleCents ?? plan.totalCents,
    from: before?.from ?? text(project['from']),
    to: before?.to ?? text(project['to']),
    reasons: before?.reasons ?? '',
    examinationNote: before?.examinationNote ?? '',
    clauses: (before?.specialClauses ?? []).join('\n\n'),
    purpose: before?.publicLine?.purpose ?? text(project['purpose']),
    place: before?.publicLine?.place ?? placeOf(project['place']),
  };
};

const clausesOf = (typed: string): string[] =>
  typed
    .split(/\n\s*\n/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** What is sent to propose a refusal. */
export const refusalOf = ({ reasons, examinationNote }: ProposalDraft): RefusalBody => ({ reasons, examinationNote });

/** What is sent to propose a grant; `emptyFields` has found that nothing is missing. */
export const approvalOf = (draft: ProposalDraft): ApprovalBody => ({
  ...refusalOf(draft),
  amountCents: draft.amountCents ?? 0,
  eligibleCents: draft.eligibleCents ?? 0,
  from: draft.from,
  to: draft.to,
  specialClauses: clausesOf(draft.clauses),
  publicLine: { purpose: draft.purpose, place: draft.place },
});

const REQUIRED = {
  grant: ['amountCents', 'eligibleCents', 'from', 'to', 'reasons', 'examinationNote', 'purpose', 'place'],
  refusal: ['reasons', 'examinationNote'],
} as const satisfies Record<string, readonly (keyof ProposalDraft)[]>;

/** The fields that are still empty. */
export const emptyFields = (draft: ProposalDraft): (keyof ProposalDraft)[] =>
  REQUIRED[draft.kind].filter((field) => {
    const value = draft[field];
    return typeof value === 'string' ? value.trim() === '' : value === undefined || value === 0;
  });

/** The field of the page that an issue of the server is about. */
export const fieldOf = (path: string): string => {
  const parts = path.split('.');
  if (parts[0] === 'publicLine') return parts[1] ?? 'purpose';
  return parts[0] === 'specialClauses' ? 'clauses' : (parts[0] ?? '');
};
