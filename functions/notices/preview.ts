import { dayOf } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { printedOf } from '../../shared/organisations/organisation.ts';
import { permit } from '../../shared/funding/rules/permit.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import type { PreviewView } from '../../shared/notices/wire.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { organisationKey, organisationOf } from '../organisations/views.ts';
import { seenPreview, type Case } from '../funding/views.ts';
import { decisionOfCase } from './decision-of-case.ts';
import { renderAndKeep, type RenderingDeps } from './keep.ts';
import { noticePath } from './views.ts';

const mayDecide = (actor: Actor, found: Case): boolean =>
  permit(found.application.proposal?.kind === 'grant' ? 'approve' : 'refuse', found.application, found.parties, actor)
    .ok;

/** Renders the notice on the open proposal for today and to the recipient as it stands now, keeps the bytes under their hash, and notes who has seen which. */
export const preview = async (deps: RenderingDeps, actor: Actor, stored: Case): Promise<Result<PreviewView>> => {
  const [[row] = []] = await deps.journal.read([organisationKey(stored.organisation.id)]);
  const found: Case = { ...stored, organisation: organisationOf(row) ?? stored.organisation };
  const at = deps.clock.now();
  const today = dayOf(at);
  const mayRelease = mayDecide(actor, found);
  const facts = await decisionOfCase({
    found,
    signer: mayRelease ? actor : undefined,
    today,
    publicUrl: deps.publicUrl,
  });
  if (!facts.ok) return facts;
  const content = composeNotice(facts.value);
  if (!content.ok) return refuse(content.refusal);
  const name = `Bescheid-Entwurf-${facts.value.caseNumber}.pdf`;
  const kept = await renderAndKeep(deps, { kind: 'decision', facts: facts.value }, { path: noticePath, name });
  if (!kept.ok) return kept;
  const { sha256, link } = kept.value;
  if (mayRelease) {
    const { seq } = found.application;
    const seen = {
      sha256,
      day: today,
      seq,
      ruleSetId: facts.value.ruleSetId,
      signer: actor.person,
      recipient: printedOf(found.organisation),
    };
    await deps.journal.commit({ at, by: actor.person, writes: [seenPreview(found.id, seen)] });
  }
  return ok({ sha256, day: today, mayRelease, content: content.value, link });
};
