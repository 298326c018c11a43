import { planOf } from '../../shared/funding/plan.ts';
import type { CaseView } from '../../shared/funding/wire.ts';
import { DISTRICTS } from '../../shared/authorities/directory.ts';
import { cents, sum, type Cents } from '../../shared/kernel/cents.ts';
import type { AmountRow, Answer } from '../../shared/programmes/form.ts';
import type { ApprovalBody, RefusalBody } from './acts.ts';

/** A proposal while it is written; days and amounts are missing where nothing readable is typed. */
export interface ProposalDraft {
  /** Nothing is preselected: the officer decides. */
  readonly kind: 'grant' | 'refusal' | '';
  readonly amountCents: Cents | undefined;
  /** What is recognised of each cost line and counts of each cover line, in the order of the application. */
  readonly costsCents: readonly (Cents | undefined)[];
  readonly coverCents: readonly (Cents | undefined)[];
  readonly additionalCoverCents: Cents | undefined;
  readonly from: string;
  readonly to: string;
  readonly reasons: string;
  readonly examinationNote: string;
  /** One clause a paragraph. */
  readonly clauses: string;
  readonly clauseReasons: string;
  /** Of the operative part; `publicPurpose` is what the public reads. */
  readonly purpose: string;
  readonly publicPurpose: string;
  readonly place: string;
}

const text = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');

const placeOf = (answer: Answer | undefined): string => {
  const key = text(answer);
  return key in DISTRICTS ? `Berlin-${DISTRICTS[key as keyof typeof DISTRICTS]}` : 'Berlin';
};

const amounts = (rows: readonly AmountRow[], before: readonly Cents[] | undefined): Cents[] =>
  rows.map((row, index) => before?.[index] ?? cents(row.cents));

/** Begins with the proposal that is open or was sent back, or with what was applied for, so that only what is decided otherwise is changed. */
export const proposalFor = (found: CaseView): ProposalDraft => {
  const project = found.sections['project'] ?? {};
  const plan = planOf(found.sections['plan'] ?? {});
  const before = found.proposal ?? found.returned;
  return {
    kind: before?.kind ?? '',
    amountCents: before?.amountCents ?? cents(Math.max(0, plan.requestedCents)),
    costsCents: amounts(plan.costs, before?.costsCents),
    coverCents: amounts(plan.cover, before?.coverCents),
    additionalCoverCents: before?.additionalCoverCents ?? cents(0),
    from: before?.from ?? text(project['from']),
    to: before?.to ?? text(project['to']),
    reasons: before?.reasons ?? '',
    examinationNote: before?.examinationNote ?? '',
    clauses: (before?.specialClauses ?? []).join('\n\n'),
    clauseReasons: before?.clauseReasons ?? '',
    purpose: before?.purpose ?? text(project['purpose']),
    publicPurpose: before?.publicLine?.purpose ?? text(project['purpose']),
    place: before?.publicLine?.place ?? placeOf(project['place']),
  };
};

/** Costs that are recognised: their sum is what the notice fixes as the highest eligible costs. */
export const eligibleOf = ({ costsCents }: Pick<ProposalDraft, 'costsCents'>): Cents =>
  sum(costsCents.map((amount) => amount ?? cents(0)));

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
  eligibleCents: eligibleOf(draft),
  costsCents: draft.costsCents.map((amount) => amount ?? 0),
  coverCents: draft.coverCents.map((amount) => amount ?? 0),
  ...(draft.additionalCoverCents ? { additionalCoverCents: draft.additionalCoverCents } : {}),
  from: draft.from,
  to: draft.to,
  purpose: draft.purpose,
  specialClauses: clausesOf(draft.clauses),
  ...(draft.clauseReasons.trim() === '' ? {} : { clauseReasons: draft.clauseReasons }),
  publicLine: { purpose: draft.publicPurpose, place: draft.place },
});

const REQUIRED = {
  '': ['kind'],
  grant: ['amountCents', 'from', 'to', 'purpose', 'reasons', 'examinationNote', 'publicPurpose', 'place'],
  refusal: ['reasons', 'examinationNote'],
} as const satisfies Record<string, readonly (keyof ProposalDraft)[]>;

/** The fields that are still empty. */
export const emptyFields = (draft: ProposalDraft): (keyof ProposalDraft)[] => {
  const empty: (keyof ProposalDraft)[] = REQUIRED[draft.kind].filter((field) => {
    const value = draft[field];
    return typeof value === 'string' ? value.trim() === '' : value === undefined || value === 0;
  });
  const unreasoned = draft.kind === 'grant' && draft.clauses.trim() !== '' && draft.clauseReasons.trim() === '';
  return unreasoned ? [...empty, 'clauseReasons'] : empty;
};

/** The field of the page that an issue of the server is about. */
export const fieldOf = (path: string): string => {
  const parts = path.split('.');
  if (parts[0] === 'publicLine') return parts[1] === 'place' ? 'place' : 'publicPurpose';
  return parts[0] === 'specialClauses' ? 'clauses' : (parts[0] ?? '');
};
