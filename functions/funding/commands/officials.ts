import type { Day } from '../../../shared/kernel/day.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { consentEarlyStart, declareBias } from '../../../shared/funding/rules/steps.ts';
import { seal } from '../../kernel/seal.ts';
import type { FundingDeps } from '../deps.ts';
import { takeStep, type StepAnswer } from '../step.ts';
import type { Asked } from './apply.ts';

/** Consents to an early start; the reasons stay in the file. */
export const consentToEarlyStart = (
  deps: FundingDeps,
  asked: Asked<{ readonly from: Day; readonly reason: string }>,
): Promise<Result<StepAnswer>> =>
  takeStep(deps, { ...asked, act: 'consent-early-start' }, (found, at) => {
    const texts = { comment: asked.body.reason };
    const sealed = seal(texts);
    const consent = { from: asked.body.from, textsHash: sealed.hash };
    const decided = consentEarlyStart(found.application, found.parties, consent, asked.actor, at);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });

/** Declares bias; from then on somebody else works on the case. */
export const declareOwnBias = (
  deps: FundingDeps,
  asked: Asked<{ readonly reason: string }>,
): Promise<Result<StepAnswer>> =>
  takeStep(deps, { ...asked, act: 'declare-bias' }, (found) => {
    const texts = { comment: asked.body.reason };
    const sealed = seal(texts);
    const decided = declareBias(found.application, found.parties, asked.actor, sealed.hash);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });
