import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { Clock } from './clock.ts';
import type { Ask, Commit, Journal, Key, Row } from './journal.ts';

/** What a command wants to happen, and the answer if it does. Without commit parts nothing is written. */
export interface Plan<A> {
  readonly commit?: Omit<Commit, 'at' | 'by' | 'answered'>;
  readonly answer: A;
}

export interface UseCase<A> {
  readonly actor: Actor;
  /** The client's key for this intent; its answer is kept for good. */
  readonly key?: string;
  /** What was asked: route, parameters and body, to tell a repeated intent from another under the same key. */
  readonly request: unknown;
  /** Everything the rule needs, read in one round trip. */
  readonly read: readonly Ask[];
  /** Whether this person may still see what is asked about: else the kept answer too is that it does not exist. */
  readonly visible?: (rows: readonly Row[][]) => boolean;
  /** From what was read to a plan or a refusal; pure but for ids that it makes. */
  readonly plan: (rows: readonly Row[][], at: Instant) => Result<Plan<A>>;
  /** After the rules have agreed and before the commit: stores bytes that it will name, or looks at what only they lead to; may still refuse. */
  readonly before?: () => Promise<Result<unknown>>;
}

const keyRow = (actor: Actor, key: string): Key => ({ pk: `key#${actor.person}`, sk: key });

const hashOf = (request: unknown): string => hash('sha256', canonicalize(request) ?? '', 'base64url');

const repeated = <A>(saved: { answer: unknown; sameBody: boolean }): Result<A> =>
  saved.sameBody ? ok(saved.answer as A) : refuse('key-for-other-body');

/**
 * The rows of one read are not of one instant: the same intent may have had its effect between the read of its key and the
 * read of the case. What the rules then refuse was done already, and its answer is kept by now.
 */
const keptMeanwhile = async <A>(
  journal: Journal,
  key: Key | undefined,
  body: string,
): Promise<Result<A> | undefined> => {
  if (key === undefined) return undefined;
  const [[saved] = []] = await journal.read([key]);
  return saved && repeated({ answer: saved['answer'], sameBody: saved['body'] === body });
};

/**
 * The one way of a command: read, decide, commit, answer. One read round trip and one transaction;
 * a repeated key is answered from what was kept, before the rules look at a world that has moved on; a right to see that
 * was taken away meanwhile is gone here too. Only where the rules refuse, the key is read once more.
 */
export const handle = async <A>(
  deps: { readonly journal: Journal; readonly clock: Clock },
  use: UseCase<A>,
): Promise<Result<A>> => {
  const at = deps.clock.now();
  const key = use.key === undefined ? undefined : keyRow(use.actor, use.key);
  const body = key === undefined ? '' : hashOf(use.request);
  const rows = await deps.journal.read(key === undefined ? use.read : [...use.read, key]);
  if (use.visible?.(rows) === false) return refuse('not-found');
  const [saved] = key === undefined ? [] : rows.at(-1)!;
  if (saved !== undefined) return repeated({ answer: saved['answer'], sameBody: saved['body'] === body });
  const planned = use.plan(rows, at);
  if (!planned.ok) return (await keptMeanwhile<A>(deps.journal, key, body)) ?? planned;
  const { commit, answer } = planned.value;
  if (commit === undefined) return ok(answer);
  const prepared = await use.before?.();
  if (prepared?.ok === false) return prepared;
  const outcome = await deps.journal.commit({
    ...commit,
    at,
    by: use.actor.person,
    ...(key && { answered: { key, body, answer } }),
  });
  if (outcome.is === 'repeated') return repeated(outcome);
  if (outcome.is === 'refused') return refuse(outcome.refusal);
  return ok(answer);
};
