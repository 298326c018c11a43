import type { Actor } from '../../shared/kernel/actor.ts';
import type { Day, Instant } from '../../shared/kernel/day.ts';
import { authorityOn } from '../../shared/authorities/directory.ts';
import { gapsOfDraft } from '../../shared/funding/draft.ts';
import { permittedActs } from '../../shared/funding/rules/permit.ts';
import type { CaseView, ProposalView, Step } from '../../shared/funding/wire.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { INTERNAL, lineOf, outwardOf } from './lines.ts';
import { isApplicant, isOfficial, type Case } from './views.ts';
import { ownOf } from '../../shared/kernel/own.ts';

const stepsOf = (found: Case, official: boolean): Step[] =>
  found.facts
    .filter((fact) => official || !INTERNAL.has(fact.type))
    .map(({ seq, type, by, at }) => {
      const comment = official ? found.texts.get(seq)?.comment : undefined;
      return {
        act: type.replace('application.', ''),
        at: at as Instant,
        by: ownOf(found.names, by) ?? by,
        ...(comment !== undefined && { text: comment }),
      };
    });

const proposalOf = ({ application, texts, names }: Case): ProposalView | undefined => {
  const { proposal } = application;
  if (proposal === undefined) return undefined;
  const seq = [...texts.keys()].findLast((one) => texts.get(one)?.reasons !== undefined) ?? 0;
  const words = texts.get(seq);
  const { kind, by } = proposal;
  const money = proposal.kind === 'grant' && {
    amountCents: proposal.amountCents,
    eligibleCents: proposal.eligibleCents,
    shareBasisPoints: proposal.shareBasisPoints,
    from: proposal.from,
    to: proposal.to,
  };
  return {
    kind,
    by: ownOf(names, by) ?? by,
    ...money,
    reasons: words?.reasons ?? '',
    examinationNote: words?.examinationNote ?? '',
    specialClauses: words?.specialClauses ?? [],
    ...(words?.publicLine && { publicLine: words.publicLine }),
  };
};

const decisionOf = ({ application }: Case): Pick<CaseView, 'decision'> => {
  const { decision } = application;
  if (decision === undefined) return {};
  const { kind, notice, amountCents } = decision;
  return { decision: { kind, notice, ...(amountCents !== undefined && { amountCents }) } };
};

const savesOf = (actor: Actor, { draft: { saves = {} }, names }: Case): NonNullable<CaseView['saves']> =>
  Object.fromEntries(
    Object.entries(saves).map(([section, { at, by }]) => [
      section,
      { at, by: ownOf(names, by) ?? by, isOwn: by === actor.person },
    ]),
  );

/** The case as this person may see it: officials everything, the organisation its own words and each outward step. */
export const caseViewFor = (actor: Actor, found: Case, today: Day): CaseView => {
  const official = isOfficial(actor, found) && !isApplicant(actor, found);
  const { draft, application, call, names, parties } = found;
  const proposal = official ? proposalOf(found) : undefined;
  const authority = authorityOn(parties.authority, today);
  return {
    ...lineOf(found),
    ...(official ? {} : outwardOf(found)),
    version: draft.version,
    formId: draft.formId,
    sections: draft.sections,
    savedAt: draft.savedAt,
    savedBy: ownOf(names, draft.savedBy) ?? draft.savedBy,
    ...(application.stage === 'draft' && { saves: savesOf(actor, found) }),
    gaps: application.stage === 'draft' ? gapsOfDraft(draft, formOf(draft.formId), call) : [],
    acts: permittedActs(application, parties, actor),
    canEdit: application.stage === 'draft' && isApplicant(actor, found),
    steps: stepsOf(found, official),
    authority: authority?.name ?? parties.authority,
    ...(application.submission && { receivedOn: application.submission.receivedOn }),
    ...(proposal && { proposal }),
    ...decisionOf(found),
  };
};
