import type { Cents } from '../../../shared/kernel/cents.ts';
import { dayOf, type Day } from '../../../shared/kernel/day.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { planOf } from '../../../shared/funding/plan.ts';
import { proposeApproval, proposeRefusal, type ProposeApproval } from '../../../shared/funding/rules/propose.ts';
import { returnProposal } from '../../../shared/funding/rules/steps.ts';
import { seal } from '../../kernel/seal.ts';
import { affordable } from '../../programmes/views.ts';
import type { FundingDeps } from '../deps.ts';
import { takeStep, takeStepToday, type StepAnswer } from '../step.ts';
import type { Case, StepTexts } from '../views.ts';
import type { Asked } from './apply.ts';

export interface ProposeApprovalBody {
  readonly amountCents: Cents;
  readonly eligibleCents: Cents;
  readonly costsCents?: readonly Cents[] | undefined;
  readonly coverCents?: readonly Cents[] | undefined;
  readonly additionalCoverCents?: Cents | undefined;
  readonly purpose: string;
  readonly clauseReasons?: string | undefined;
  readonly from: Day;
  readonly to: Day;
  readonly reasons: string;
  readonly examinationNote: string;
  readonly specialClauses: readonly string[];
  readonly publicLine: {
    readonly purpose: string;
    readonly place: string;
    readonly withheldGround?: 'business-secret' | undefined;
  };
}

const grantTexts = (body: ProposeApprovalBody): StepTexts => {
  const { purpose: ofTheGrant, reasons, examinationNote, specialClauses, clauseReasons, publicLine } = body;
  const { purpose, place, withheldGround } = publicLine;
  return {
    purpose: ofTheGrant,
    reasons,
    examinationNote,
    specialClauses,
    ...(clauseReasons !== undefined && { clauseReasons }),
    publicLine: { purpose, place, ...(withheldGround !== undefined && { withheldGround }) },
  };
};

/** The money and the time of a proposal, without what was left out since nothing is changed there. */
const amountsOf = (body: ProposeApprovalBody, textsHash: string): ProposeApproval => {
  const { amountCents, eligibleCents, costsCents, coverCents, additionalCoverCents, from, to } = body;
  return {
    amountCents,
    eligibleCents,
    ...(costsCents !== undefined && { costsCents }),
    ...(coverCents !== undefined && { coverCents }),
    ...(additionalCoverCents !== undefined && { additionalCoverCents }),
    from,
    to,
    textsHash,
  };
};

export const proposeGrant = (deps: FundingDeps, asked: Asked<ProposeApprovalBody>): Promise<Result<StepAnswer>> =>
  takeStepToday(deps, { ...asked, act: 'propose-approval' }, (found: Case, at) => {
    const { amountCents, specialClauses, clauseReasons } = asked.body;
    const texts = grantTexts(asked.body);
    const sealed = seal(texts);
    const evidence = {
      call: found.call,
      organisation: found.organisation,
      plan: planOf(found.draft.sections['plan'] ?? {}),
      today: dayOf(at),
      hasUnreasonedClauses: specialClauses.length > 0 && clauseReasons === undefined,
    };
    const proposal = amountsOf(asked.body, sealed.hash);
    const decided = proposeApproval(found.application, found.parties, proposal, evidence, asked.actor);
    if (!decided.ok) return decided;
    return ok({
      facts: decided.value,
      texts: { seal: sealed, texts },
      guards: [affordable(found.call.id, amountCents, 'budget-exhausted')],
    });
  });

export const proposeToRefuse = (
  deps: FundingDeps,
  asked: Asked<{ readonly reasons: string; readonly examinationNote: string }>,
): Promise<Result<StepAnswer>> =>
  takeStepToday(deps, { ...asked, act: 'propose-refusal' }, (found) => {
    const texts = { reasons: asked.body.reasons, examinationNote: asked.body.examinationNote };
    const sealed = seal(texts);
    const decided = proposeRefusal(found.application, found.parties, found.call, sealed.hash, asked.actor);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });

export const returnToOfficer = (
  deps: FundingDeps,
  asked: Asked<{ readonly comment: string }>,
): Promise<Result<StepAnswer>> =>
  takeStep(deps, { ...asked, act: 'return' }, (found) => {
    const texts = { comment: asked.body.comment };
    const sealed = seal(texts);
    const decided = returnProposal(found.application, found.parties, asked.actor, sealed.hash);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });
