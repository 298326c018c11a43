import type { Actor } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { record, type Act, type Recorded } from '../../shared/kernel/decider.ts';
import type { ApplicationId, PersonId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { evolve, type FundingFact } from '../../shared/funding/facts.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Commit, Guard, Key, Row, Task, Write } from '../kernel/journal.ts';
import type { Seal } from '../kernel/seal.ts';
import type { FundingDeps } from './deps.ts';
import { lineWrites } from './lines.ts';
import { organisationKey, organisationOf } from '../organisations/views.ts';
import { casePk, contextRow, draftRow, readableCase, textSk, caseAsk, type Case, type StepTexts } from './views.ts';

/** What a step wants beside its facts. */
export interface StepPlan {
  readonly facts: readonly FundingFact[];
  readonly texts?: { readonly seal: Seal; readonly texts: StepTexts };
  readonly guards?: readonly Guard[];
  readonly rows?: readonly Row[];
  readonly tasks?: (after: Case) => readonly Task[];
}

/** The answer to every step: where the case stands now. */
export interface StepAnswer {
  readonly id: ApplicationId;
  readonly stage: string;
  readonly seq: number;
}

/** Who takes the step: a person with a name that lists will show, or the portal itself. */
type Taker = Act & { readonly name?: string };

const stepOf = ({ seq, by, at, fact }: Recorded<FundingFact>): Case['facts'][number] => ({
  seq,
  by: by as PersonId,
  at,
  type: fact.type,
});

const after = (before: Case, facts: readonly FundingFact[], act: Taker): Case => {
  const recorded = record(before.application.seq, act, facts);
  return {
    ...before,
    application: recorded.reduce(evolve, before.application),
    facts: [...before.facts, ...recorded.map(stepOf)],
    names: act.name === undefined ? before.names : { ...before.names, [act.by]: act.name },
  };
};

const textRow = (next: Case, { seal, texts }: NonNullable<StepPlan['texts']>): Row => ({
  pk: casePk(next.id),
  sk: textSk(next.application.seq),
  salt: seal.salt,
  texts,
});

/**
 * The first fact of a case closes its draft by moving the record's version on: of an autosave and a submission at the same
 * time one is refused, so that the form in the case stays the one whose hash was submitted.
 */
const closedDraft = ({ id, application, draft, parties }: Case): Write[] => {
  if (application.seq > 0) return [];
  const { version, ...kept } = draft;
  return [{ put: draftRow(id, kept, parties.authors), if: { version } }];
};

/** The commit of a step: facts, the words they vouch for, the rows of the lists, and what must still happen. */
export const stepCommit = (
  before: Case,
  plan: StepPlan,
  act: Taker,
): { after: Case; commit: Omit<Commit, 'at' | 'by'> } => {
  const next = after(before, plan.facts, act);
  const rows: Row[] = [
    { pk: casePk(next.id), sk: 'names', names: next.names },
    ...(plan.texts ? [textRow(next, plan.texts)] : []),
    ...(plan.rows ?? []),
  ];
  return {
    after: next,
    commit: {
      facts: [{ pk: casePk(next.id), after: before.application.seq, facts: plan.facts }],
      writes: [...closedDraft(before), ...rows.map((put) => ({ put })), ...lineWrites(before, next)],
      ...(plan.guards && { guards: plan.guards }),
      ...(plan.tasks && { tasks: plan.tasks(next) }),
    },
  };
};

export interface StepRequest {
  readonly id: ApplicationId;
  readonly actor: Actor;
  readonly key: string;
  readonly act: string;
  readonly body: unknown;
}

/** The case with the organisation's record as it stands now. */
export const asOfNow = (stored: Case, row: Row | undefined): Case => {
  const organisation = organisationOf(row);
  return organisation === undefined ? stored : { ...stored, organisation };
};

type Decide = (found: Case, at: Instant) => Result<StepPlan>;

/** One step of a case: read it once, let the rule decide, commit once. `recipient`: the record of the organisation is read with it. */
const stepWith = (
  deps: FundingDeps,
  { id, actor, key, act, body }: StepRequest,
  recipient: Key | undefined,
  decide: Decide,
): Promise<Result<StepAnswer>> =>
  handle(deps, {
    actor,
    key,
    request: { act, id, body },
    read: [caseAsk(id), ...(recipient === undefined ? [] : [recipient])],
    visible: ([rows = []]) => readableCase(actor, id, rows) !== undefined,
    plan: ([rows = [], recipients = []], at): Result<Plan<StepAnswer>> => {
      const stored = readableCase(actor, id, rows);
      if (stored === undefined) return refuse('not-found');
      const found = recipient === undefined ? stored : asOfNow(stored, recipients[0]);
      const decided = decide(found, at);
      if (!decided.ok) return decided;
      const { after: next, commit } = stepCommit(found, decided.value, { by: actor.person, name: actor.name, at });
      return ok({ commit, answer: { id, stage: next.application.stage, seq: next.application.seq } });
    },
  });

export const takeStep = (deps: FundingDeps, asked: StepRequest, decide: Decide): Promise<Result<StepAnswer>> =>
  stepWith(deps, asked, undefined, decide);

/**
 * A step that looks at the organisation as it stands on this day, and keeps it so in the case: whom a decision is addressed to and
 * whether it is registered follow the day, not the day on which the draft was begun (decision 0014).
 */
export const takeStepToday = async (
  deps: FundingDeps,
  asked: StepRequest,
  decide: Decide,
): Promise<Result<StepAnswer>> => {
  const [rows = []] = await deps.journal.read([caseAsk(asked.id)]);
  const found = readableCase(asked.actor, asked.id, rows);
  if (found === undefined) return refuse('not-found');
  return stepWith(deps, asked, organisationKey(found.organisation.id), (now, at) => {
    const decided = decide(now, at);
    if (!decided.ok) return decided;
    return ok({ ...decided.value, rows: [...(decided.value.rows ?? []), contextRow(now)] });
  });
};
