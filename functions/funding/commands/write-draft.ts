import { ownOf } from '../../../shared/kernel/own.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { holds } from '../../../shared/kernel/actor.ts';
import type { Instant } from '../../../shared/kernel/day.ts';
import type { ApplicationId, CallId, OrganisationId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { gapsOfDraft, type Draft } from '../../../shared/funding/draft.ts';
import type { Saved } from '../../../shared/funding/wire.ts';
import { flawsOfDraft, type Answers } from '../../../shared/programmes/form.ts';
import { formOf } from '../../../shared/programmes/forms/forms.ts';
import type { Call } from '../../../shared/programmes/programme.ts';
import type { Organisation } from '../../../shared/organisations/organisation.ts';
import { handle, type Plan } from '../../kernel/handle.ts';
import { organisationKey, organisationOf } from '../../organisations/views.ts';
import { callKey, callOf } from '../../programmes/views.ts';
import type { FundingDeps } from '../deps.ts';
import { lineWrites } from '../lines.ts';
import { caseAsk, caseOf, casePk, contextRow, draftRow, isApplicant, type Case } from '../views.ts';

const mayWrite = (actor: Actor, organisation: OrganisationId): boolean =>
  holds(actor, 'editor', organisation) || holds(actor, 'signatory', organisation);

const newCase = (id: ApplicationId, call: Call, organisation: Organisation, actor: Actor, at: Instant): Case => ({
  id,
  application: { stage: 'draft', seq: 0 },
  facts: [],
  draft: {
    id,
    organisation: organisation.id,
    call: call.id,
    formId: call.formId,
    sections: {},
    version: 1,
    createdAt: at,
    createdBy: actor.person,
    savedAt: at,
    savedBy: actor.person,
  },
  call,
  organisation,
  parties: { organisation: organisation.id, authority: call.programme.authority, authors: [actor.person] },
  names: { [actor.person]: actor.name },
  texts: new Map(),
  previews: new Map(),
});

const startPlan = (made: Case): Plan<Saved> => {
  const { version: _, ...draft } = made.draft;
  return {
    answer: { version: 1, savedAt: draft.savedAt, gaps: [] },
    commit: {
      writes: [
        { put: draftRow(made.id, draft, [draft.createdBy]), if: { version: 0 } },
        { put: contextRow(made) },
        { put: { pk: casePk(made.id), sk: 'names', names: made.names } },
        ...lineWrites(undefined, made),
      ],
    },
  };
};

/** Begins a draft under an id that the client made; doing it again changes nothing. */
export const startDraft = (
  deps: FundingDeps,
  actor: Actor,
  asked: { readonly id: ApplicationId; readonly call: CallId; readonly organisation: OrganisationId },
): Promise<Result<Saved>> =>
  handle(deps, {
    actor,
    request: asked,
    read: [callKey(asked.call), organisationKey(asked.organisation), caseAsk(asked.id)],
    plan: ([calls = [], organisations = [], caseRows = []], at) => {
      const call = callOf(calls[0]);
      const organisation = organisationOf(organisations[0]);
      if (call === undefined || organisation === undefined || !mayWrite(actor, asked.organisation))
        return refuse('not-found');
      const known = caseOf(asked.id, caseRows);
      if (known === undefined) return ok(startPlan(newCase(asked.id, call, organisation, actor, at)));
      const same = known.draft.organisation === asked.organisation && known.draft.call === asked.call;
      if (!same) return refuse(isApplicant(actor, known) ? 'id-taken' : 'not-found');
      return ok({ answer: { version: known.draft.version, savedAt: known.draft.savedAt, gaps: [] } });
    },
  });

export interface SaveSection {
  readonly id: ApplicationId;
  readonly section: string;
  readonly version: number;
  readonly answers: Readonly<Record<string, unknown>>;
}

const savePlan = (found: Case, asked: SaveSection, actor: Actor, at: Instant): Plan<Saved> => {
  const { version: _, ...before } = found.draft;
  const draft = {
    ...before,
    sections: { ...before.sections, [asked.section]: asked.answers as Answers },
    savedAt: at,
    savedBy: actor.person,
    saves: { ...before.saves, [asked.section]: { at, by: actor.person } },
  };
  const next: Case = {
    ...found,
    draft: { ...draft, version: asked.version + 1 },
    names: { ...found.names, [actor.person]: actor.name },
  };
  const drafters = [...new Set([...found.parties.authors, actor.person])];
  return {
    answer: { version: asked.version + 1, savedAt: at, gaps: gapsOfDraft(draft, formOf(draft.formId), found.call) },
    commit: {
      writes: [
        { put: draftRow(asked.id, draft, drafters), if: { version: asked.version } },
        { put: { pk: casePk(asked.id), sk: 'names', names: next.names } },
        ...lineWrites(found, next),
      ],
    },
  };
};

const savedAnswer = (draft: Draft, call: Call): Saved => ({
  version: draft.version,
  savedAt: draft.savedAt,
  gaps: gapsOfDraft(draft, formOf(draft.formId), call),
});

/** The same save once more, since its answer got lost on the way: nothing to do. */
const isSavedAlready = ({ draft }: Case, { version, section, answers }: SaveSection, actor: Actor): boolean =>
  draft.version === version + 1 &&
  draft.savedBy === actor.person &&
  isDeepStrictEqual(ownOf(draft.sections, section), answers);

/** Autosave of one section, in the version that the page had loaded; anyone of the organisation may write. */
export const saveSection = (deps: FundingDeps, actor: Actor, asked: SaveSection): Promise<Result<Saved>> =>
  handle(deps, {
    actor,
    request: asked,
    read: [caseAsk(asked.id)],
    plan: ([rows = []], at) => {
      const found = caseOf(asked.id, rows);
      if (found === undefined || !isApplicant(actor, found)) return refuse('not-found');
      if (found.application.stage !== 'draft') return refuse('already-submitted');
      const section = formOf(found.draft.formId).sections.find((one) => one.id === asked.section);
      if (section === undefined) return refuse('not-found');
      const flaws = flawsOfDraft(section, asked.answers);
      if (flaws.length > 0)
        return refuse(
          'malformed',
          flaws.map((flaw) => ({ ...flaw, path: `answers.${flaw.path}` })),
        );
      if (isSavedAlready(found, asked, actor)) return ok({ answer: savedAnswer(found.draft, found.call) });
      if (found.draft.version !== asked.version) return refuse('changed-meanwhile');
      return ok(savePlan(found, asked, actor, at));
    },
  });
