import type { Actor } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { BodyId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { BodyFact } from '../../shared/bodies/facts.ts';
import { readsAll } from '../../shared/bodies/rules/permit.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Ask, Row, Write } from '../kernel/journal.ts';
import type { BodyDeps } from './deps.ts';
import { bodyAsk, bodyOf, bodyPk, type StoredBody } from './views.ts';

/** The answer to every act on a body: the number of its last fact, with which the next one is asked for. */
export interface BodyStep {
  readonly body: BodyId;
  readonly version: number;
}

export interface BodyRequest {
  readonly actor: Actor;
  readonly key?: string;
  readonly act: string;
  readonly body: BodyId;
  readonly asked: unknown;
  /** What else the rule looks at; its rows come behind those of the body. */
  readonly also?: readonly Ask[];
}

export interface BodyPlan {
  readonly facts?: readonly BodyFact[];
  readonly writes?: readonly Write[];
}

/** For the body office and the authority; strangers are answered as if the body did not exist. */
export const workableBody = (actor: Actor, id: BodyId, rows: readonly Row[]): StoredBody | undefined => {
  const found = bodyOf(id, rows);
  return found !== undefined && readsAll(actor, id, found.known.authority) ? found : undefined;
};

/** One step of a body: seats, terms, settings. */
export const takeBodyStep = (
  deps: BodyDeps,
  { actor, key, act, body, asked, also = [] }: BodyRequest,
  decide: (found: StoredBody, also: readonly Row[][], at: Instant, rows: readonly Row[]) => Result<BodyPlan>,
): Promise<Result<BodyStep>> =>
  handle(deps, {
    actor,
    ...(key !== undefined && { key }),
    request: { act, body, asked },
    read: [bodyAsk(body), ...also],
    visible: ([rows = []]) => workableBody(actor, body, rows) !== undefined,
    plan: ([rows = [], ...rest], at): Result<Plan<BodyStep>> => {
      const found = workableBody(actor, body, rows);
      if (found === undefined) return refuse('not-found');
      const decided = decide(found, rest, at, rows);
      if (!decided.ok) return decided;
      const { facts = [], writes = [] } = decided.value;
      const after = found.body.seq;
      return ok({
        commit: { ...(facts.length > 0 && { facts: [{ pk: bodyPk(body), after, facts }] }), writes },
        answer: { body, version: after + facts.length },
      });
    },
  });
