import { dayOf } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { permit } from '../../shared/funding/rules/permit.ts';
import type { Document } from '../../shared/notices/document.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import type { PreviewView } from '../../shared/notices/wire.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { seenPreview, type Case } from '../funding/views.ts';
import { decisionOfCase } from './decision-of-case.ts';
import type { NoticeDeps, RenderDocument } from './deps.ts';
import { UnprintableText } from './pdf/problems.ts';
import { noticePath } from './views.ts';

const LINK_SECONDS = 300;

const mayDecide = (actor: Actor, found: Case): boolean =>
  permit(found.application.proposal?.kind === 'grant' ? 'approve' : 'refuse', found.application, found.parties, actor)
    .ok;

/** Characters that no font of a notice has are a refusal that names them: words of a case have to be changed by people. */
const renderedOr = async (render: RenderDocument, document: Document) => {
  try {
    return ok(await render(document));
  } catch (error) {
    if (!(error instanceof UnprintableText)) throw error;
    return refuse(
      'notice-unprintable',
      error.characters.map((path) => ({ path, code: 'unprintable' })),
    );
  }
};

/** Renders the notice on the open proposal for today, keeps the bytes under their hash, and notes who has seen which. */
export const preview = async (
  deps: NoticeDeps & { readonly render: RenderDocument },
  actor: Actor,
  found: Case,
): Promise<Result<PreviewView>> => {
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
  const rendered = await renderedOr(deps.render, { kind: 'decision', facts: facts.value });
  if (!rendered.ok) return rendered;
  const { pdf, sha256 } = rendered.value;
  await deps.files.put(noticePath(sha256), pdf, { type: 'application/pdf', immutable: true });
  if (mayRelease) {
    const { seq } = found.application;
    const seen = { sha256, day: today, seq, ruleSetId: facts.value.ruleSetId, signer: actor.person };
    await deps.journal.commit({ at, by: actor.person, writes: [seenPreview(found.id, seen)] });
  }
  const name = `Bescheid-Entwurf-${facts.value.caseNumber}.pdf`;
  const link = await deps.files.link(noticePath(sha256), { name, seconds: LINK_SECONDS });
  return ok({ sha256, day: today, mayRelease, content: content.value, link });
};
