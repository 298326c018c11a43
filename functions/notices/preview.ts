import { dayOf, type Day } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { printedOf } from '../../shared/organisations/organisation.ts';
import { permit } from '../../shared/funding/rules/permit.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import type { Document } from '../../shared/notices/document.ts';
import type { PreviewView } from '../../shared/notices/wire.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { organisationKey, organisationOf } from '../organisations/views.ts';
import { seenPreview, type Case } from '../funding/views.ts';
import { annexKey, storedAnnex, type AnnexOf } from './annex.ts';
import { decisionOfCase } from './decision-of-case.ts';
import type { Row } from '../kernel/journal.ts';
import { renderAndKeep, type RenderingDeps } from './keep.ts';
import { noticePath } from './views.ts';

const mayDecide = (actor: Actor, found: Case): boolean =>
  permit(found.application.proposal?.kind === 'grant' ? 'approve' : 'refuse', found.application, found.parties, actor)
    .ok;

/** Which text a grant attaches; a refusal attaches none. */
const annexAsked = ({ application: { proposal }, call }: Case): AnnexOf | undefined => {
  const { authority, fundingMode: mode } = call.programme;
  return proposal?.kind === 'grant' ? { authority, ruleSet: proposal.ruleSetId, mode } : undefined;
};

/** What the notice on the open proposal says today and to the recipient as it stands now, with what goes with it. */
const draftOf = async (
  { files, publicUrl }: RenderingDeps,
  found: Case,
  { signer, today, annexRow }: { signer: Actor | undefined; today: Day; annexRow: Row | undefined },
): Promise<Result<Extract<Document, { kind: 'decision' }>>> => {
  const asked = annexAsked(found);
  const stored = asked && (await storedAnnex(files, asked, annexRow));
  if (stored?.ok === false) return stored;
  const { annex, bytes } = stored?.value ?? {};
  const facts = await decisionOfCase({ found, signer, today, publicUrl, ...(annex && { annex }) });
  return facts.ok ? ok({ kind: 'decision', facts: facts.value, ...(bytes && { annex: bytes }) }) : facts;
};

/** Renders the notice on the open proposal, keeps the bytes under their hash, and notes who has seen which. */
export const preview = async (deps: RenderingDeps, actor: Actor, stored: Case): Promise<Result<PreviewView>> => {
  const asked = annexAsked(stored);
  const [[row] = [], [annexRow] = []] = await deps.journal.read([
    organisationKey(stored.organisation.id),
    ...(asked === undefined ? [] : [annexKey(asked)]),
  ]);
  const found: Case = { ...stored, organisation: organisationOf(row) ?? stored.organisation };
  const at = deps.clock.now();
  const today = dayOf(at);
  const mayRelease = mayDecide(actor, found);
  const document = await draftOf(deps, found, { signer: mayRelease ? actor : undefined, today, annexRow });
  if (!document.ok) return document;
  const { facts } = document.value;
  const content = composeNotice(facts);
  if (!content.ok) return refuse(content.refusal);
  const name = `Bescheid-Entwurf-${facts.caseNumber}.pdf`;
  const kept = await renderAndKeep(deps, document.value, { path: noticePath, name });
  if (!kept.ok) return kept;
  const { sha256, link } = kept.value;
  if (mayRelease) {
    const { seq } = found.application;
    const seen = { sha256, day: today, seq, ruleSetId: facts.ruleSetId, signer: actor.person };
    const recipient = printedOf(found.organisation);
    await deps.journal.commit({ at, by: actor.person, writes: [seenPreview(found.id, { ...seen, recipient })] });
  }
  return ok({ sha256, day: today, mayRelease, content: content.value, link });
};
