import { permit } from '../../shared/compensation/rules/permit.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { dayOf } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { composeClaimNotice } from '../../shared/notices/compose.ts';
import type { PreviewView } from '../../shared/notices/wire.ts';
import { memberKey, memberOf } from '../bodies/views.ts';
import { seenClaimPreview, type StoredClaim } from '../compensation/views.ts';
import { decisionOfClaim } from './decision-of-claim.ts';
import { renderAndKeep, type RenderingDeps } from './keep.ts';
import { noticePath } from './views.ts';

const mayDecide = (actor: Actor, { claim }: StoredClaim): boolean =>
  permit(claim.proposal?.totalCents === 0 ? 'reject' : 'partlyReject', claim, actor).ok;

/** Renders the notice on a proposed rejection for today, keeps the bytes under their hash, and notes who has seen which. */
export const previewClaim = async (
  deps: RenderingDeps,
  actor: Actor,
  found: StoredClaim,
): Promise<Result<PreviewView>> => {
  const at = deps.clock.now();
  const today = dayOf(at);
  const mayRelease = mayDecide(actor, found);
  const [[row] = []] = await deps.journal.read([memberKey(found.of.person)]);
  const facts = decisionOfClaim({ found, member: memberOf(row), signer: mayRelease ? actor : undefined, today });
  if (!facts.ok) return facts;
  const content = composeClaimNotice(facts.value);
  if (!content.ok) return refuse(content.refusal);
  const name = `Bescheid-Entwurf-${facts.value.caseNumber}.pdf`;
  const kept = await renderAndKeep(deps, { kind: 'claimDecision', facts: facts.value }, { path: noticePath, name });
  if (!kept.ok) return kept;
  const { sha256, link } = kept.value;
  if (mayRelease) {
    const seen = { sha256, day: today, seq: found.claim.seq, signer: actor.person };
    await deps.journal.commit({ at, by: actor.person, writes: [seenClaimPreview(found.id, seen)] });
  }
  return ok({ sha256, day: today, mayRelease, content: content.value, link });
};
