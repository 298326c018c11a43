import type { Actor } from '../../shared/kernel/actor.ts';
import type { Day, Instant } from '../../shared/kernel/day.ts';
import { authorityOn } from '../../shared/authorities/directory.ts';
import type { Application } from '../../shared/funding/facts.ts';
import { gapsOfDraft } from '../../shared/funding/draft.ts';
import { lawBeside } from '../../shared/funding/law-beside.ts';
import { permittedActs } from '../../shared/funding/rules/permit.ts';
import type { CaseView, ProposalView, Step } from '../../shared/funding/wire.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { INTERNAL, lineOf, outwardLine } from './lines.ts';
import { isApplicant, isOfficial, type Case, type StepTexts } from './views.ts';

const viewOfProposal = (
  proposal: NonNullable<Application['proposal']>,
  words: StepTexts | undefined,
  names: Case['names'],
): ProposalView => {
  const { kind, by } = proposal;
  const { at: _at, by: _by, kind: _kind, ruleSetId: _set, textsHash: _hash, ...money } = proposal;
  return {
    kind,
    by: ownOf(names, by) ?? by,
    ...money,
    ...(words?.purpose !== undefined && { purpose: words.purpose }),
    reasons: words?.reasons ?? '',
    examinationNote: words?.examinationNote ?? '',
    specialClauses: words?.specialClauses ?? [],
    ...(words?.clauseReasons !== undefined && { clauseReasons: words.clauseReasons }),
    ...(words?.publicLine && { publicLine: words.publicLine }),
  };
};

/** What was proposed at this step, where it is neither open nor decided: each version stays in the file (§ 29 VwVfG). */
const fallenProposal = (found: Case, { seq, proposal }: Case['facts'][number]): Pick<Step, 'proposal'> =>
  proposal === undefined || proposal.textsHash === found.application.proposal?.textsHash
    ? {}
    : { proposal: viewOfProposal(proposal, found.texts.get(seq), found.names) };

const stepsOf = (found: Case, official: boolean): Step[] =>
  found.facts
    .filter((fact) => official || !INTERNAL.has(fact.type))
    .map((fact) => {
      const { seq, type, by, at } = fact;
      const comment = official ? found.texts.get(seq)?.comment : undefined;
      return {
        act: type.replace('application.', ''),
        at: at as Instant,
        by: ownOf(found.names, by) ?? by,
        ...(comment !== undefined && { text: comment }),
        ...(official && fallenProposal(found, fact)),
      };
    });

const lastWords = ({ texts }: Case): StepTexts | undefined =>
  [...texts.values()].findLast((words) => words.reasons !== undefined);

/** The open proposal, and the one that was sent back last with its remark. */
const proposalsOf = (found: Case): Pick<CaseView, 'proposal' | 'returned'> => {
  const { application, names, texts } = found;
  const { proposal, returned } = application;
  const seq = found.facts.findLast(({ type }) => type === 'application.returned')?.seq ?? 0;
  const remark = texts.get(seq)?.comment;
  return {
    ...(proposal && { proposal: viewOfProposal(proposal, lastWords(found), names) }),
    ...(returned && {
      returned: { ...viewOfProposal(returned, lastWords(found), names), ...(remark !== undefined && { remark }) },
    }),
  };
};

/** For whoever proposes or decides today. */
const lawOf = ({ application, call, parties }: Case, today: Day): Pick<CaseView, 'law'> => {
  if (application.submission === undefined || application.decision !== undefined) return {};
  const ruleSetId = application.proposal?.ruleSetId ?? call.ruleSetId;
  return { law: lawBeside({ authority: parties.authority, ruleSetId, mode: call.programme.fundingMode, today }) };
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
  const authority = authorityOn(parties.authority, today);
  return {
    ...(official ? lineOf(found) : outwardLine(found)),
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
    ...(official ? { ...proposalsOf(found), ...lawOf(found, today) } : {}),
    ...decisionOf(found),
  };
};
