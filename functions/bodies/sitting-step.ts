import type { Actor } from '../../shared/kernel/actor.ts';
import { dayOf, type Day, type Instant } from '../../shared/kernel/day.ts';
import { record } from '../../shared/kernel/decider.ts';
import type { BodyId, SittingId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { SittingFact } from '../../shared/bodies/facts.ts';
import { readsAll } from '../../shared/bodies/rules/permit.ts';
import { seatsOf } from '../../shared/bodies/body.ts';
import type { SittingStep } from '../../shared/bodies/views.ts';
import { dayOfWall } from '../../shared/kernel/wall-time.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Ask, Row, Task, Write } from '../kernel/journal.ts';
import type { Seal } from '../kernel/seal.ts';
import type { BodyDeps } from './deps.ts';
import { sittingRowWrites } from './sitting-rows.ts';
import {
  bodyAsk,
  bodyOf,
  sittingAsk,
  sittingOf,
  sittingPk,
  textSk,
  WORDS,
  type SittingWords,
  type StoredBody,
  type StoredSitting,
} from './views.ts';

/** A sitting with its body, as one read gives them. */
export interface Found {
  readonly stored: StoredSitting;
  readonly of: StoredBody;
  readonly rows: readonly Row[];
}

/** Whether the person sits on the body, on the day of the sitting or today. */
export const isSeated = ({ stored, of }: Found, actor: Actor, today: Day): boolean =>
  seatsOf(of.body, actor.person, dayOfWall(stored.sitting.plan!.from)).length > 0 ||
  (seatsOf(of.body, actor.person, today).length > 0 && dayOfWall(stored.sitting.plan!.from) >= today);

export const sittingAsks = (body: BodyId, sitting: SittingId): Ask[] => [sittingAsk(sitting), bodyAsk(body)];

/** Whoever neither works for the body nor sits there is answered as if it did not exist. */
export const readableSitting = (
  actor: Actor,
  { body, sitting }: { readonly body: BodyId; readonly sitting: SittingId },
  [sittingRows = [], bodyRows = []]: readonly Row[][],
  today: Day,
): Found | undefined => {
  const stored = sittingOf(sitting, sittingRows);
  const of = bodyOf(body, bodyRows);
  if (stored === undefined || of === undefined || stored.body !== body) return undefined;
  const found = { stored, of, rows: sittingRows };
  return readsAll(actor, body, of.known.authority) || isSeated(found, actor, today) ? found : undefined;
};

/** What a step wants beside its facts. */
export interface StepPlan {
  readonly facts: readonly SittingFact[];
  /** The words that the first fact vouches for. */
  readonly text?: { readonly seal: Seal; readonly text: string };
  readonly words?: SittingWords;
  readonly writes?: readonly Write[];
  readonly tasks?: (seq: number) => readonly Task[];
}

const withRows = ({ id, rows }: { id: SittingId; rows: readonly Row[] }, put: readonly Row[]): StoredSitting =>
  sittingOf(id, [...rows.filter(({ sk }) => !put.some((row) => row.sk === sk)), ...put])!;

/** The commit of a step, and where the sitting stands after it. */
export const sittingCommit = (found: Found, plan: StepPlan, act: { readonly by: Actor; readonly at: Instant }) => {
  const { stored, rows } = found;
  const pk = sittingPk(stored.id);
  const before = stored.sitting.seq;
  const seq = before + plan.facts.length;
  const put: Row[] = [
    ...(plan.words ? [{ pk, sk: WORDS, words: plan.words }] : []),
    ...(plan.text ? [{ pk, sk: textSk(before + 1), salt: plan.text.seal.salt, text: plan.text.text }] : []),
  ];
  const facts = record(before, { by: act.by.person, at: act.at }, plan.facts).map((one): Row => ({
    pk,
    sk: `fact#${String(one.seq).padStart(6, '0')}`,
    fact: one.fact,
    by: one.by,
    at: one.at,
  }));
  const own = (plan.writes ?? []).flatMap((write) => ('put' in write && write.put.pk === pk ? [write.put] : []));
  const after = withRows({ id: stored.id, rows }, [...facts, ...put, ...own]);
  return {
    after,
    commit: {
      facts: [{ pk, after: before, facts: plan.facts }],
      writes: [...put.map((row) => ({ put: row })), ...(plan.writes ?? []), ...sittingRowWrites(stored, after)],
      tasks: plan.tasks?.(seq) ?? [],
    },
  };
};

export interface SittingRequest {
  readonly actor: Actor;
  readonly key: string;
  readonly act: string;
  readonly body: BodyId;
  readonly sitting: SittingId;
  readonly asked: unknown;
  /** What else the rule looks at; its rows come behind those of sitting and body. */
  readonly also?: readonly Ask[];
}

/** One step of a sitting: read it with its body, let the rule decide, commit once. */
export const takeSittingStep = (
  deps: BodyDeps,
  { actor, key, act, body, sitting, asked, also = [] }: SittingRequest,
  decide: (found: Found, at: Instant, also: readonly Row[][]) => Result<StepPlan>,
): Promise<Result<SittingStep>> => {
  const here = { body, sitting };
  return handle(deps, {
    actor,
    key,
    request: { act, ...here, asked },
    read: [...sittingAsks(body, sitting), ...also],
    visible: (rows) => readableSitting(actor, here, rows, dayOf(deps.clock.now())) !== undefined,
    plan: (rows, at): Result<Plan<SittingStep>> => {
      const found = readableSitting(actor, here, rows, dayOf(at));
      if (found === undefined) return refuse('not-found');
      const decided = decide(found, at, rows.slice(2));
      if (!decided.ok) return decided;
      const { after, commit } = sittingCommit(found, decided.value, { by: actor, at });
      const stage = after.sitting.stage as SittingStep['stage'];
      return ok({ commit, answer: { sitting, stage, seq: after.sitting.seq } });
    },
  });
};
