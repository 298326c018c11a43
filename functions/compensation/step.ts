import type { Actor } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { record, type Act } from '../../shared/kernel/decider.ts';
import type { ClaimId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { evolve } from '../../shared/compensation/evolve.ts';
import type { ClaimFact } from '../../shared/compensation/facts.ts';
import type { ClaimStep } from '../../shared/compensation/wire.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Ask, Commit, Guard, Row, Task, Write } from '../kernel/journal.ts';
import type { Seal } from '../kernel/seal.ts';
import { budgetGuards } from './budget.ts';
import type { CompensationDeps } from './deps.ts';
import { lineWrites } from './lines.ts';
import { claimAsk, claimPk, readableClaim, textSk, type ClaimTexts, type StoredClaim } from './views.ts';

/** What a step wants beside its facts. */
export interface StepPlan {
  readonly facts: readonly ClaimFact[];
  readonly texts?: { readonly seal: Seal; readonly texts: ClaimTexts };
  readonly guards?: readonly Guard[];
  readonly writes?: readonly Write[];
  readonly tasks?: readonly Task[];
}

/** Who takes the step: a person with a name that lists will show, or the portal itself. */
type Taker = Act & { readonly name?: string };

const after = (before: StoredClaim, facts: readonly ClaimFact[], act: Taker): StoredClaim => {
  const recorded = record(before.claim.seq, act, facts);
  const claim = recorded.reduce(evolve, before.claim);
  return {
    ...before,
    claim,
    of: claim.of ?? before.of,
    facts: [...before.facts, ...recorded],
    names: act.name === undefined ? before.names : new Map([...before.names, [act.by, act.name]]),
  };
};

const textRow = (next: StoredClaim, { seal, texts }: NonNullable<StepPlan['texts']>): Row => ({
  pk: claimPk(next.id),
  sk: textSk(next.claim.seq),
  salt: seal.salt,
  texts,
});

/** The commit of a step: facts, the words they vouch for, the rows of the lists, budget, and what must still happen. */
export const stepCommit = (
  before: StoredClaim,
  plan: StepPlan,
  act: Taker,
): { after: StoredClaim; commit: Omit<Commit, 'at' | 'by'> } => {
  const next = after(before, plan.facts, act);
  return {
    after: next,
    commit: {
      facts: [{ pk: claimPk(next.id), after: before.claim.seq, facts: plan.facts }],
      writes: [
        { put: { pk: claimPk(next.id), sk: 'names', names: Object.fromEntries(next.names) } },
        ...(plan.texts ? [{ put: textRow(next, plan.texts) }] : []),
        ...(plan.writes ?? []),
        ...lineWrites(before, next),
      ],
      guards: [...budgetGuards([{ before: before.claim, after: next.claim }]), ...(plan.guards ?? [])],
      tasks: plan.tasks ?? [],
    },
  };
};

export interface StepRequest {
  readonly claim: ClaimId;
  readonly actor: Actor;
  /** The client's key; edits that a repetition does not change go without. */
  readonly key?: string;
  readonly act: string;
  readonly body: unknown;
  /** What the rule needs beside the claim. */
  readonly also?: readonly Ask[];
}

/** A rule's answer: what to do, or that it is done already. */
export type Decided = Result<StepPlan | 'done'>;

const answerOf = ({ id, claim }: StoredClaim): ClaimStep => ({ claim: id, stage: claim.stage, seq: claim.seq });

/** One step of a claim: read it once, let the rule decide, commit once. */
export const takeStep = (
  deps: CompensationDeps,
  { claim: id, actor, key, act, body, also = [] }: StepRequest,
  decide: (found: StoredClaim, at: Instant, others: readonly Row[][]) => Decided,
): Promise<Result<ClaimStep>> =>
  handle(deps, {
    actor,
    ...(key !== undefined && { key }),
    request: { act, id, body },
    read: [claimAsk(id), ...also],
    visible: ([rows = []]) => readableClaim(actor, id, rows) !== undefined,
    plan: ([rows = [], ...others], at): Result<Plan<ClaimStep>> => {
      const found = readableClaim(actor, id, rows);
      if (found === undefined) return refuse('not-found');
      const decided = decide(found, at, others);
      if (!decided.ok) return decided;
      if (decided.value === 'done') return ok({ answer: answerOf(found) });
      const { after: next, commit } = stepCommit(found, decided.value, { by: actor.person, name: actor.name, at });
      return ok({ commit, answer: answerOf(next) });
    },
  });
