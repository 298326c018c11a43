import { orderableCents } from '../../../shared/compensation/claim.ts';
import { permit } from '../../../shared/compensation/rules/permit.ts';
import type { BatchAnswer, ClaimStep } from '../../../shared/compensation/wire.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import type { BodyId, ClaimId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { handle } from '../../kernel/handle.ts';
import type { CompensationDeps } from '../deps.ts';
import { claimAsk, readableClaim } from '../views.ts';
import type { Asked } from './asked.ts';

export interface BatchBody {
  readonly claims: readonly { readonly claim: ClaimId; readonly seq: number }[];
  readonly totals: readonly { readonly body: BodyId; readonly count: number; readonly cents: number }[];
}

export interface Batch {
  readonly actor: Actor;
  readonly key: string;
  readonly act: 'certify' | 'order';
  readonly body: BatchBody;
  /** The sentence of a refusal in the person's language. */
  readonly sentence: (refusal: string) => Promise<string>;
}

/** Told to ourselves alone: no answer is kept, so the batch begins. */
const NOT_KEPT = 'not-kept';

type One = (deps: CompensationDeps, asked: Asked<{ readonly seq: number }>) => Promise<Result<ClaimStep>>;

const canonical = (totals: BatchBody['totals']): string =>
  totals
    .map(({ body, count, cents }) => `${body} ${count} ${cents}`)
    .toSorted()
    .join();

/** Whether the totals by body are those that the person saw; a claim that is not theirs to see does not exist. */
const checked = async ({ journal }: CompensationDeps, { actor, act, body }: Batch): Promise<Result<true>> => {
  const rows = await journal.read(body.claims.map(({ claim }) => claimAsk(claim)));
  const totals = new Map<BodyId, { body: BodyId; count: number; cents: number }>();
  for (const [index, { claim }] of body.claims.entries()) {
    const found = readableClaim(actor, claim, rows[index] ?? []);
    if (found === undefined) return refuse('not-found');
    // Without the role nothing of the batch is done: a line by line answer would be a success of nothing.
    const permitted = permit(act, found.claim, actor);
    if (!permitted.ok && permitted.refusal === 'not-permitted') return permitted;
    const total = totals.get(found.of.body) ?? { body: found.of.body, count: 0, cents: 0 };
    totals.set(found.of.body, {
      body: found.of.body,
      count: total.count + 1,
      cents: total.cents + orderableCents(found.claim),
    });
  }
  return canonical([...totals.values()]) === canonical(body.totals) ? ok(true) : refuse('totals-changed');
};

/** The answer that was kept for this key, if there is one. */
const kept = (deps: CompensationDeps, { actor, key, act, body }: Batch): Promise<Result<BatchAnswer>> =>
  handle<BatchAnswer>(deps, { actor, key, request: { act, body }, read: [], plan: () => refuse(NOT_KEPT) });

const keep = (
  deps: CompensationDeps,
  { actor, key, act, body }: Batch,
  answer: BatchAnswer,
): Promise<Result<BatchAnswer>> =>
  handle(deps, { actor, key, request: { act, body }, read: [], plan: () => ok({ answer, commit: {} }) });

/**
 * Takes many claims in one act. Each is committed by itself under a key that follows from the batch's: one that is refused does
 * not hold up the others, and a batch that was cut off and sent again goes on where it stopped.
 */
export const takeBatch = async (deps: CompensationDeps, batch: Batch, one: One): Promise<Result<BatchAnswer>> => {
  const ids = batch.body.claims.map(({ claim }) => claim);
  if (new Set(ids).size !== ids.length) return refuse('malformed', [{ path: 'claims', code: 'wrong-form' }]);
  const before = await kept(deps, batch);
  if (before.ok || before.refusal !== NOT_KEPT) return before;
  const same = await checked(deps, batch);
  if (!same.ok) return same;
  const done: ClaimStep[] = [];
  const refused: BatchAnswer['refused'][number][] = [];
  for (const { claim, seq } of batch.body.claims) {
    const step = await one(deps, { claim, actor: batch.actor, key: `${batch.key}/${claim}`, body: { seq } });
    if (step.ok) done.push(step.value);
    else refused.push({ claim, refusal: step.refusal, detail: await batch.sentence(step.refusal) });
  }
  return keep(deps, batch, { done, refused });
};
