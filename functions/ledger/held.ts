import type { Actor } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { EntryId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { keepsRegister, seesRegisterOffice } from '../../shared/ledger/erasure.ts';
import type { HeldFact } from '../../shared/ledger/facts.ts';
import type { HeldBody, HeldList, HeldManyBody, HeldView } from '../../shared/ledger/office-wire.ts';
import type { Clock } from '../kernel/clock.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Journal } from '../kernel/journal.ts';
import { countWrite, HELD, HELD_COUNT, heldKey, sumOf, type CountRow, type HeldRow } from './held-rows.ts';
import { queueEntry } from './queue.ts';
import type { Queued } from './queue-missing.ts';

export interface OfficeDeps {
  readonly journal: Journal;
  readonly clock: Clock;
}

const ROWS = 25;

const heldView = ({ fields, texts, name, suspicions }: HeldRow): HeldView => ({
  id: fields.id,
  name,
  ...(fields.nameWithheld !== undefined && { nameWithheld: fields.nameWithheld }),
  purpose: texts.purpose ?? '',
  ...(texts.place !== undefined && { place: texts.place }),
  funder: texts.funder ?? fields.funder,
  year: fields.year,
  amountCents: fields.cents,
  suspicions,
});

/** Rows of loaded files that wait for a person, in a fixed order. */
export const listHeld = async ({ journal }: OfficeDeps, actor: Actor, cursor?: string): Promise<Result<HeldList>> => {
  if (!seesRegisterOffice(actor)) return refuse('not-found');
  const { rows, next } = await journal.page({ pk: HELD, limit: ROWS, cursor });
  return ok({
    items: (rows as readonly HeldRow[]).map(heldView),
    next: next ?? null,
    mayDecide: keepsRegister(actor),
  });
};

/** The row with the words that the official decided on. What is left out is left out of the log too, for good. */
const publishedAs = ({ fields, texts }: HeldRow, body: HeldBody): Queued => {
  if (body.as === 'asItStands') return { fields, texts };
  const { recipient: _r, registerId: _i, purpose: _p, place: _l, ...others } = texts;
  const { nameWithheld, ...known } = fields;
  const withheld = { ...known, nameWithheld: nameWithheld ?? ('legal-form-unknown' as const) };
  if (body.as !== 'changed') return { fields: withheld, texts: others };
  const { name, purpose } = body;
  if (name === undefined) return { fields: withheld, texts: { ...others, purpose } };
  return { fields: known, texts: { ...texts, recipient: name, purpose } };
};

const planOf = (row: HeldRow | undefined, count: CountRow | undefined, body: HeldBody, at: Instant) => {
  if (row === undefined) return refuse('held-decided-before');
  const { fields, texts } = publishedAs(row, body);
  const queued = queueEntry(fields, texts, at);
  const fact: HeldFact = { type: 'held.published', as: body.as, suspicions: row.suspicions };
  const plan: Plan<{ readonly id: EntryId }> = {
    answer: { id: fields.id },
    commit: {
      facts: [{ pk: `held#${fields.id}`, after: 0, facts: [fact] }],
      guards: queued.guards,
      writes: [...queued.writes, { remove: heldKey(fields.id) }, countWrite(count, sumOf([row], -1))],
    },
  };
  return ok(plan);
};

/** Publishes one waiting row in the way that an official decided. */
export const publishHeld = async (
  deps: OfficeDeps,
  asked: { readonly actor: Actor; readonly key?: string; readonly entry: EntryId; readonly body: HeldBody },
): Promise<Result<{ readonly id: EntryId }>> => {
  const { actor, entry, body, key } = asked;
  if (!seesRegisterOffice(actor)) return refuse('not-found');
  if (!keepsRegister(actor)) return refuse('not-permitted');
  return handle(deps, {
    actor,
    ...(key !== undefined && { key }),
    request: { act: 'publish-held', entry, body },
    read: [heldKey(entry), HELD_COUNT],
    plan: (rows, at) => planOf(rows[0]?.[0] as HeldRow | undefined, rows[1]?.[0] as CountRow | undefined, body, at),
  });
};

/** The same for several: each by itself, so that one that was decided meanwhile stops no other. Done again it finds nothing left. */
export const publishManyHeld = async (
  deps: OfficeDeps,
  actor: Actor,
  { entries, as }: HeldManyBody,
): Promise<Result<{ readonly published: number; readonly left: number }>> => {
  let published = 0;
  for (const entry of entries) {
    const outcome = await publishHeld(deps, { actor, entry, body: { as } });
    if (outcome.ok) published += 1;
    else if (outcome.refusal === 'not-found' || outcome.refusal === 'not-permitted') return outcome;
  }
  return ok({ published, left: entries.length - published });
};
