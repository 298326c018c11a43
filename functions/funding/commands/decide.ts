import type { Actor } from '../../../shared/kernel/actor.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { isUnregistered, printedOf } from '../../../shared/organisations/organisation.ts';
import { entryIdOf, noticeIdOf } from '../../../shared/funding/decision-ids.ts';
import { approve, refuseApplication, type Release } from '../../../shared/funding/rules/decide.ts';
import type { Task } from '../../kernel/journal.ts';
import { charge } from '../../programmes/views.ts';
import type { FundingDeps } from '../deps.ts';
import { takeStepToday, type StepAnswer } from '../step.ts';
import { proposalSeq, type Case } from '../views.ts';
import type { Asked } from './apply.ts';

type DecideBody = { readonly noticeSha256: string };

const releaseOf = (found: Case, { noticeSha256 }: DecideBody, actor: Actor): Release => ({
  noticeSha256,
  preview: found.previews.get(actor.person),
  notice: noticeIdOf(found.id, proposalSeq(found)),
  entry: entryIdOf(found.id, proposalSeq(found)),
  isUnregistered: isUnregistered(found.organisation),
  recipient: printedOf(found.organisation),
});

const issueTask = (found: Case, { notice }: Release): Task => ({
  id: `${notice}-issue`,
  kind: 'notices.issue',
  application: found.id,
  notice,
});

/** Approves, releases the notice by its hash and charges the budget, in one transaction. */
export const approveApplication = (deps: FundingDeps, asked: Asked<DecideBody>): Promise<Result<StepAnswer>> =>
  takeStepToday(deps, { ...asked, act: 'approve' }, (found, at) => {
    const release = releaseOf(found, asked.body, asked.actor);
    const decided = approve(found.application, found.parties, release, asked.actor, at);
    if (!decided.ok) return decided;
    const { proposal } = found.application;
    const cents = proposal?.kind === 'grant' ? proposal.amountCents : 0;
    return ok({
      facts: decided.value,
      guards: [charge(found.call.id, cents, 'budget-exhausted')],
      tasks: () => [issueTask(found, release)],
    });
  });

export const refuseByNotice = (deps: FundingDeps, asked: Asked<DecideBody>): Promise<Result<StepAnswer>> =>
  takeStepToday(deps, { ...asked, act: 'refuse' }, (found, at) => {
    const release = releaseOf(found, asked.body, asked.actor);
    const decided = refuseApplication(found.application, found.parties, release, asked.actor, at);
    return decided.ok ? ok({ facts: decided.value, tasks: () => [issueTask(found, release)] }) : decided;
  });
