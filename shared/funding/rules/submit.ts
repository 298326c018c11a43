import type { Actor } from '../../kernel/actor.ts';
import { dayOf, type Instant } from '../../kernel/day.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { formOf } from '../../programmes/forms/forms.ts';
import { isLate, isOpenYet, type Call } from '../../programmes/programme.ts';
import { gapsOfDraft, type Draft } from '../draft.ts';
import type { Application, FundingFact } from '../facts.ts';
import { planOf } from '../plan.ts';
import { permit, type Parties, type PermitRefusal } from './permit.ts';

export interface Submit {
  readonly draft: Draft;
  readonly call: Call;
  readonly parties: Parties;
  readonly caseNumber: string;
  /** Salted hash of the form as it stands (functions/funding makes salt and hash). */
  readonly formHash: string;
}

export type SubmitRefusal = PermitRefusal | 'call-not-open' | 'incomplete';

/** Antrag stellen. A late application is accepted and flagged, since an authority never refuses to accept one (§ 24(3) VwVfG). */
export const submit = (
  application: Application,
  command: Submit,
  actor: Actor,
  at: Instant,
): Result<FundingFact[], SubmitRefusal> => {
  const { draft, call, parties } = command;
  const permitted = permit('submit', application, parties, actor);
  if (!permitted.ok) return permitted;
  if (!isOpenYet(call, at)) return refuse('call-not-open');
  const gaps = gapsOfDraft(draft, formOf(draft.formId), call);
  if (gaps.length > 0) return refuse('incomplete', gaps);
  return ok([
    {
      type: 'application.submitted',
      organisation: draft.organisation,
      programme: call.programme.id,
      call: call.id,
      authority: call.programme.authority,
      caseNumber: command.caseNumber,
      formId: draft.formId,
      formVersion: draft.version,
      formHash: command.formHash,
      requestedCents: planOf(draft.sections['plan'] ?? {}).requestedCents,
      receivedOn: dayOf(at),
      isLate: isLate(call, at),
    },
  ]);
};
