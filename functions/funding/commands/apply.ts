import type { Actor } from '../../../shared/kernel/actor.ts';
import type { ApplicationId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { caseNumberOf } from '../../../shared/funding/decision-ids.ts';
import { take, withdraw } from '../../../shared/funding/rules/steps.ts';
import { submit } from '../../../shared/funding/rules/submit.ts';
import { seal } from '../../kernel/seal.ts';
import type { FundingDeps } from '../deps.ts';
import { takeStep, type StepAnswer } from '../step.ts';
import { casePk } from '../views.ts';

export interface Asked<B = object> {
  readonly id: ApplicationId;
  readonly actor: Actor;
  readonly key: string;
  readonly body: B;
}

/** Submits exactly the version of the draft that the signatory has checked. */
export const submitApplication = (
  deps: FundingDeps,
  asked: Asked<{ readonly version: number }>,
): Promise<Result<StepAnswer>> =>
  takeStep(deps, { ...asked, act: 'submit' }, (found, at) => {
    const { draft, call, parties } = found;
    const sealed = seal({ formId: draft.formId, sections: draft.sections });
    const caseNumber = caseNumberOf(found.id, call);
    const decided = submit(
      found.application,
      { draft, call, parties, caseNumber, formHash: sealed.hash },
      asked.actor,
      at,
    );
    if (!decided.ok) return decided;
    if (draft.version !== asked.body.version) return refuse('changed-meanwhile');
    return ok({
      facts: decided.value,
      rows: [{ pk: casePk(found.id), sk: 'seal#form', salt: sealed.salt }],
      guards: [
        {
          unique: { pk: `case-number#${caseNumber}`, sk: 'application', application: found.id },
          refusal: 'number-taken',
        },
      ],
      tasks: (after) => [
        { id: `${found.id}-${after.application.seq}-receipt`, kind: 'funding.receipt', application: found.id },
      ],
    });
  });

export const withdrawApplication = (deps: FundingDeps, asked: Asked): Promise<Result<StepAnswer>> =>
  takeStep(deps, { ...asked, act: 'withdraw' }, (found) => {
    const decided = withdraw(found.application, found.parties, asked.actor);
    return decided.ok ? ok({ facts: decided.value }) : decided;
  });

export const takeApplication = (deps: FundingDeps, asked: Asked): Promise<Result<StepAnswer>> =>
  takeStep(deps, { ...asked, act: 'take' }, (found) => {
    const decided = take(found.application, found.parties, asked.actor);
    return decided.ok ? ok({ facts: decided.value }) : decided;
  });
