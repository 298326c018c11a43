import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod/mini';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { addDays, dayOf, type Instant } from '../../../shared/kernel/day.ts';
import { record } from '../../../shared/kernel/decider.ts';
import { asId, type BodyId, type SittingId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { dayOfWall } from '../../../shared/kernel/wall-time.ts';
import type { SittingFact } from '../../../shared/bodies/facts.ts';
import { isOffice } from '../../../shared/bodies/rules/permit.ts';
import { daysAround, plan, timesOfSeries } from '../../../shared/bodies/rules/plan.ts';
import type { SittingStep } from '../../../shared/bodies/views.ts';
import type { planBody } from '../../../shared/bodies/wire.ts';
import { bodyById } from '../../../shared/bodies/directory.ts';
import { handle, type Plan } from '../../kernel/handle.ts';
import type { Ask, Row, Write } from '../../kernel/journal.ts';
import type { BodyDeps } from '../deps.ts';
import { sittingRowWrites } from '../sitting-rows.ts';
import { sittingAsk, sittingOf, sittingPk, sittingRowOf, sittingsPk, WORDS, type SittingWords } from '../views.ts';

type PlanBody = z.infer<typeof planBody>;

/** A series counts on from its first sitting. */
const idIn = (first: SittingId, index: number): SittingId =>
  index === 0 ? first : asId<'sitting'>(`${first.slice(0, 60)}-${index + 1}`);

const wordsOf = ({ title, place, onlineAddress }: PlanBody): SittingWords => ({
  title,
  place,
  ...(onlineAddress !== undefined && onlineAddress !== '' && { onlineAddress }),
});

/** The same plan once more is done already; another one under the same id is not. */
const again = (id: SittingId, rows: readonly Row[], asked: PlanBody): Result<Plan<SittingStep>> => {
  const stored = sittingOf(id, rows);
  const planned = stored?.sitting.plan;
  // Every word and the way of meeting, not only times and title: else an office that mended the room were told it worked.
  const isSame =
    planned?.from === asked.from &&
    planned.to === asked.to &&
    planned.mode === asked.mode &&
    isDeepStrictEqual(stored?.words, wordsOf(asked));
  return isSame && stored !== undefined && stored.sitting.stage !== 'none'
    ? ok({ answer: { sitting: id, stage: stored.sitting.stage, seq: stored.sitting.seq } })
    : refuse('sitting-exists');
};

const writesFor = (
  id: SittingId,
  fact: SittingFact,
  words: SittingWords,
  act: { by: Actor; at: Instant },
): { append: { pk: string; after: 0; facts: SittingFact[] }; writes: Write[] } => {
  const pk = sittingPk(id);
  const [recorded] = record(0, { by: act.by.person, at: act.at }, [fact]);
  const row: Row = { pk, sk: WORDS, words };
  const first: Row = { pk, sk: 'fact#000001', fact: recorded!.fact, by: recorded!.by, at: recorded!.at };
  const stored = sittingOf(id, [first, row])!;
  return { append: { pk, after: 0, facts: [fact] }, writes: [{ put: row }, ...sittingRowWrites(undefined, stored)] };
};

/** Plans a sitting, or all sittings of a series at once; the days asked for are looked at for other sittings of the body. */
export const planSitting = (
  deps: BodyDeps,
  { actor, body, sitting, asked }: { actor: Actor; body: BodyId; sitting: SittingId; asked: PlanBody },
): Promise<Result<SittingStep>> => {
  const known = bodyById(body);
  const times = timesOfSeries(asked, asked.repeat);
  const days: Ask[] = [...new Set(times.flatMap(daysAround))].map((on) => ({ pk: sittingsPk(body), prefix: on }));
  return handle(deps, {
    actor,
    request: { act: 'plan', body, sitting, asked },
    read: [sittingAsk(sitting), ...days],
    plan: ([rows = [], ...found], at): Result<Plan<SittingStep>> => {
      if (known === undefined || !isOffice(actor, body)) return refuse(known ? 'not-permitted' : 'not-found');
      if (rows.length > 0) return again(sitting, rows, asked);
      if (times[0] !== undefined && dayOfWall(times[0].from) < addDays(dayOf(at), -366)) return refuse('too-long-ago');
      const others = found.flat().map(sittingRowOf);
      const kept = others.filter((one) => one.stage !== 'cancelled');
      const decided = plan({ body, authority: known.authority, mode: asked.mode, times, series: sitting }, kept);
      if (!decided.ok) return decided;
      const parts = decided.value.map((fact, index) =>
        writesFor(idIn(sitting, index), fact, wordsOf(asked), { by: actor, at }),
      );
      return ok({
        commit: { facts: parts.map(({ append }) => append), writes: parts.flatMap(({ writes }) => writes) },
        answer: { sitting, stage: 'planned', seq: 1 },
      });
    },
  });
};
