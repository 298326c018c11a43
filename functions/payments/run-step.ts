import type { Actor } from '../../shared/kernel/actor.ts';
import { addDays, dayOf, type Instant } from '../../shared/kernel/day.ts';
import { record, type Act } from '../../shared/kernel/decider.ts';
import type { RunId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { RunFact, RunStage } from '../../shared/payments/facts.ts';
import { evolveRun, NO_RUN, stageWithItems, type Run } from '../../shared/payments/run.ts';
import { isTargetDay } from '../../shared/payments/file/target-day.ts';
import { isPayer, permit, type Transition } from '../../shared/payments/rules/permit.ts';
import { LONGEST_AHEAD_DAYS, type openRunBody, type transmittedBody } from '../../shared/payments/wire.ts';
import { handle, type Plan, type UseCase } from '../kernel/handle.ts';
import type { Ask, Commit, Row, Task, Write } from '../kernel/journal.ts';
import type { infer as Infer } from 'zod/mini';
import type { PaymentDeps } from './deps.ts';
import { payerKey, payerOf, runAsk, runPk, type Payer } from './rows.ts';
import { headWrites, readableRun, runOf, type RunHead, type StoredRun } from './run-view.ts';
import { workTask } from './run-work.ts';

/** Somebody's act on a run, under the client's key. */
export interface RunAsked<B = object> {
  readonly run: RunId;
  readonly actor: Actor;
  readonly key: string;
  readonly body: B;
}

/** Where the run stands after the act. */
export interface RunAnswer {
  readonly run: RunId;
  readonly stage: RunStage;
  readonly seq: number;
}

export interface RunPlan {
  readonly facts: readonly RunFact[];
  readonly head?: RunHead;
  readonly tasks?: readonly Task[];
  readonly writes?: readonly Write[];
}

const afterFacts = (run: Run, facts: readonly RunFact[], act: Act): Run =>
  record(run.seq, act, facts).reduce(evolveRun, run);

/** The commit of a step: the fact, the counters in the version that was read, who took it, and what must still happen. */
export const runCommit = (
  { id, run, head, version, names }: Pick<StoredRun, 'id' | 'run' | 'head' | 'version' | 'names'>,
  plan: RunPlan,
  act: Act & { readonly name: string },
): { answer: RunAnswer; commit: Omit<Commit, 'at' | 'by'> } => {
  const after = afterFacts(run, plan.facts, act);
  const next = plan.head ?? head;
  return {
    answer: { run: id, stage: stageWithItems(after, next), seq: after.seq },
    commit: {
      facts: [{ pk: runPk(id), after: run.seq, facts: plan.facts }],
      writes: [
        { put: { pk: runPk(id), sk: 'names', names: { ...names, [act.by]: act.name } } },
        ...headWrites(id, after, next, version),
        ...(plan.writes ?? []),
      ],
      ...(plan.tasks && { tasks: plan.tasks }),
    },
  };
};

export interface RunUse {
  readonly read?: readonly Ask[];
  readonly decide: (stored: StoredRun, at: Instant, rows: readonly Row[][]) => Result<RunPlan>;
  readonly before?: UseCase<RunAnswer>['before'];
}

/** One step of a run: read it once, ask who may, let the rule decide, commit once. */
export const takeRunStep = <B>(
  deps: PaymentDeps,
  { run, actor, key, body }: RunAsked<B>,
  act: Transition['act'],
  use: RunUse,
): Promise<Result<RunAnswer>> =>
  handle<RunAnswer>(deps, {
    actor,
    key,
    request: { act, run, body },
    read: [runAsk(run), ...(use.read ?? [])],
    visible: ([rows = []]) => readableRun(actor, run, rows) !== undefined,
    plan: ([rows = [], ...more], at): Result<Plan<RunAnswer>> => {
      const stored = readableRun(actor, run, rows);
      if (stored === undefined) return refuse('not-found');
      const permitted = permit(act, stored.run, stored.head.authority, actor);
      if (!permitted.ok) return permitted;
      const decided = use.decide(stored, at, more);
      if (!decided.ok) return decided;
      return ok(runCommit(stored, decided.value, { by: actor.person, name: actor.name, at }));
    },
    ...(use.before && { before: use.before }),
  });

const newHead = (body: Infer<typeof openRunBody>, payer: Payer, at: Instant): RunHead => ({
  authority: body.authority,
  channel: body.channel,
  executionDay: body.executionDay,
  payer,
  openedAt: at,
  changedAt: at,
  count: 0,
  sumCents: 0 as RunHead['sumCents'],
  collected: 0,
  booked: 0,
  returned: 0,
  settled: 0,
  notLatin: [],
  work: { kind: 'collect', n: 1 },
});

/** Without its place in the budget a cash office cannot book an order (§ 70 LHO). */
const hasBudgetPlace = ({ budgetChapter, budgetTitle }: Payer): boolean =>
  budgetChapter !== undefined && budgetTitle !== undefined;

const isSame = ({ head }: StoredRun, body: Infer<typeof openRunBody>): boolean =>
  head.authority === body.authority && head.executionDay === body.executionDay && head.channel === body.channel;

/** Opens a run under an id that the client made; what the authority has waiting is collected through the outbox. */
export const openRun = (
  deps: PaymentDeps,
  actor: Actor,
  run: RunId,
  body: Infer<typeof openRunBody>,
): Promise<Result<RunAnswer>> =>
  handle<RunAnswer>(deps, {
    actor,
    request: { run, body },
    read: [runAsk(run), payerKey(body.authority)],
    plan: ([rows = [], payerRows = []], at): Result<Plan<RunAnswer>> => {
      if (!isPayer(actor, body.authority)) return refuse('not-found');
      const known = runOf(run, rows);
      if (known !== undefined && !isSame(known, body))
        return refuse(isPayer(actor, known.head.authority) ? 'id-taken' : 'not-found');
      if (known !== undefined)
        return ok({ answer: { run, stage: stageWithItems(known.run, known.head), seq: known.run.seq } });
      const permitted = permit('open', NO_RUN, body.authority, actor);
      if (!permitted.ok) return permitted;
      const payer = payerOf(payerRows[0]);
      if (payer === undefined) return refuse('payer-missing');
      if (!payer.channels.includes(body.channel)) return refuse('channel-not-agreed');
      if (body.channel === 'orderList' && !hasBudgetPlace(payer)) return refuse('budget-place-missing');
      if (body.executionDay < dayOf(at)) return refuse('day-past');
      if (body.executionDay > addDays(dayOf(at), LONGEST_AHEAD_DAYS)) return refuse('day-too-far');
      if (body.channel !== 'orderList' && !isTargetDay(body.executionDay)) return refuse('day-without-banks');
      const head = newHead(body, payer, at);
      const fact: RunFact = { type: 'run.opened', ...body };
      return ok(
        runCommit(
          { id: run, run: NO_RUN, head, version: 0, names: {} },
          { facts: [fact], tasks: [workTask(run, 0, head.work!)] },
          { by: actor.person, name: actor.name, at },
        ),
      );
    },
  });

export const putBack = ({ id, run, head }: StoredRun): Pick<RunPlan, 'head' | 'tasks'> => {
  const work = { kind: 'putBack', n: 1 } as const;
  return { head: { ...head, collected: 0, work }, tasks: [workTask(id, run.closings, work)] };
};

/** Wieder öffnen: the list is no longer frozen; its items are put back and collected anew, with accounts as they are now. */
export const reopenRun = (deps: PaymentDeps, asked: RunAsked): Promise<Result<RunAnswer>> =>
  takeRunStep(deps, asked, 'reopen', {
    decide: (stored) => ok({ facts: [{ type: 'run.reopened' }], ...putBack(stored) }),
  });

/** Abbrechen: only before the release; the items are free for another run. */
export const cancelRun = (deps: PaymentDeps, asked: RunAsked): Promise<Result<RunAnswer>> =>
  takeRunStep(deps, asked, 'cancel', {
    decide: (stored) => ok({ facts: [{ type: 'run.cancelled' }], ...putBack(stored) }),
  });

/** The bank has taken the file, on this day. */
export const noteTransmitted = (
  deps: PaymentDeps,
  asked: RunAsked<Infer<typeof transmittedBody>>,
): Promise<Result<RunAnswer>> =>
  takeRunStep(deps, asked, 'transmitted', {
    decide: (_, at) =>
      asked.body.on > dayOf(at) ? refuse('day-ahead') : ok({ facts: [{ type: 'run.transmitted', on: asked.body.on }] }),
  });
