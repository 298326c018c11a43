import { claimNoticeId } from '../../../shared/compensation/claim-ids.ts';
import { certify } from '../../../shared/compensation/rules/steps.ts';
import { partlyReject, proposeRejection, returnRejection } from '../../../shared/compensation/rules/reject.ts';
import type { ClaimStep } from '../../../shared/compensation/wire.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { seal } from '../../kernel/seal.ts';
import type { CompensationDeps } from '../deps.ts';
import { takeStep } from '../step.ts';
import type { Asked } from './asked.ts';

export const certifyClaim = (
  deps: CompensationDeps,
  asked: Asked<{ readonly seq: number }>,
): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'certify' }, (found) => {
    const decided = certify(found.claim, asked.body.seq, asked.actor);
    return decided.ok ? ok({ facts: decided.value }) : decided;
  });

export interface RejectionBody {
  readonly seq: number;
  readonly recognised: readonly { readonly item: string; readonly cents: Cents }[];
  readonly reasons: string;
}

export const proposeToReject = (deps: CompensationDeps, asked: Asked<RejectionBody>): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'propose-rejection' }, (found) => {
    const { seq, recognised, reasons } = asked.body;
    const texts = { reasons };
    const sealed = seal(texts);
    const decided = proposeRejection(found.claim, { seq, recognised, textsHash: sealed.hash }, asked.actor);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });

export const returnToExaminer = (
  deps: CompensationDeps,
  asked: Asked<{ readonly text: string }>,
): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'return-rejection' }, (found) => {
    const texts = { text: asked.body.text };
    const sealed = seal(texts);
    const decided = returnRejection(found.claim, asked.actor, sealed.hash);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });

/** Releases the notice by its hash; the budget holds what was recognised, in one transaction. */
export const rejectByNotice = (
  deps: CompensationDeps,
  asked: Asked<{ readonly noticeSha256: string }>,
): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'partly-reject' }, (found, at) => {
    const { claim, id } = found;
    const notice = claimNoticeId(id, claim.proposal?.seq ?? 0);
    const preview = found.previews.get(asked.actor.person);
    const decided = partlyReject(claim, { ...asked.body, preview, notice }, asked.actor, at);
    if (!decided.ok) return decided;
    return ok({
      facts: decided.value,
      tasks: [{ id: `${notice}-issue`, kind: 'notices.issue', claim: id, notice }],
    });
  });
