import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { holds } from '../../shared/kernel/actor.ts';
import type { OperationTasks } from '../../shared/kernel/operation.ts';
import { ok, refuse } from '../../shared/kernel/result.ts';
import { emptyBody } from '../../shared/kernel/text.ts';
import { answered, signedIn, withKey, type Intent, type SignedIn } from './asking.ts';
import type { Clock } from './clock.ts';
import { described } from './described.ts';
import type { Env } from './env.ts';
import { handle } from './handle.ts';
import { OUTBOX_SHARDS, type Journal } from './journal.ts';
import { openTasks, outboxFigures } from './outbox.ts';
import { refusedWith } from './problem.ts';
import { driveAgain, taskLines, taskName } from './tasks.ts';
import { valid } from './valid.ts';

export interface OperationDeps {
  readonly journal: Journal;
  readonly clock: Clock;
  /** The partition of entries of the ledger that were set aside. */
  readonly aside: string;
}

/** Only for those who run the portal; they see how it works and nothing of what it is about. */
const operator: MiddlewareHandler<SignedIn> = async (c, next) =>
  holds(c.var.actor, 'admin', '*') ? next() : refusedWith(c as unknown as Context<Env>, 'kernel', 'not-permitted');

/** More at once would help nobody; the figures beside them count all. */
const MOST_LINES = 200;

const SHARDS = Array.from({ length: OUTBOX_SHARDS }, (_, shard) => ({ pk: `outbox#${shard}`, prefix: 'task#' }));

const again = (deps: OperationDeps, wanted: string, { actor, key }: Intent['Variables']) =>
  handle(deps, {
    actor,
    key,
    request: ['task-again', wanted],
    read: SHARDS,
    plan: (rows) => {
      const row = rows
        .slice(0, OUTBOX_SHARDS)
        .flat()
        .find((one) => taskName(one) === wanted);
      return row === undefined ? refuse('not-found') : ok({ commit: driveAgain(row), answer: { id: wanted } });
    },
  });

/** `GET /tasks`, `POST /tasks/{task}/again`, to be mounted under `/api/operation`. */
export const taskRoutes = (deps: OperationDeps) =>
  new Hono<SignedIn>()
    .get(
      '/tasks',
      described('operation', 'Tasks that are open, that fail, and that were parked, with why'),
      signedIn,
      operator,
      async (c) => {
        const [rows, aside] = await Promise.all([
          openTasks(deps.journal),
          deps.journal.page({ pk: deps.aside, limit: MOST_LINES }),
        ]);
        const at = deps.clock.now();
        const found: OperationTasks = {
          items: taskLines(rows, at).slice(0, MOST_LINES),
          figures: outboxFigures(rows, at),
          setAside: aside.rows.length,
        };
        return answered(c, 'kernel', ok(found));
      },
    )
    .route(
      '/',
      new Hono<Intent>().post(
        '/tasks/:task/again',
        described('operation', 'Let the next sweep take a task up again'),
        signedIn as unknown as MiddlewareHandler<Intent>,
        withKey,
        operator as unknown as MiddlewareHandler<Intent>,
        valid('json', emptyBody),
        async (c) => answered(c, 'kernel', await again(deps, c.req.param('task'), c.var)),
      ),
    );
