import type { Actor } from '../../shared/kernel/actor.ts';
import type { PersonId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import {
  decideErasure,
  keepsRegister,
  readErasure,
  seesRegisterOffice,
  type Erasure,
} from '../../shared/ledger/erasure.ts';
import type { ErasureFact } from '../../shared/ledger/facts.ts';
import type { ErasureBody, ErasureList, ErasureView } from '../../shared/ledger/office-wire.ts';
import { handle } from '../kernel/handle.ts';
import { streamOf, type Key, type Row, type Write } from '../kernel/journal.ts';
import type { OfficeDeps } from './held.ts';
import { entryKey, eraseKey } from './rows.ts';

const ERASURES = 'erasures';
const MOST = 200;

export const erasureKey = (id: string): Key => ({ pk: ERASURES, sk: id });

const streamPk = (id: string): string => `erasure#${id}`;

/** A line of the list; who did it stands by name, as everywhere where officials answer for their acts. */
export interface ErasureRow extends Row, Omit<ErasureView, 'mayConfirm' | 'mayDecline'> {
  readonly askedById: PersonId;
}

const viewOf = (row: ErasureRow, actor: Actor): ErasureView => {
  const { pk: _p, sk: _s, version: _v, askedById, ...shown } = row;
  const mayDecline = row.stage === 'asked' && keepsRegister(actor);
  return { ...shown, mayDecline, mayConfirm: mayDecline && askedById !== actor.person };
};

/** Requests to erase words, the newest first by their ids' order. */
export const listErasures = async ({ journal }: OfficeDeps, actor: Actor): Promise<Result<ErasureList>> => {
  if (!seesRegisterOffice(actor)) return refuse('not-found');
  const { rows } = await journal.page({ pk: ERASURES, limit: MOST });
  const items = (rows as readonly ErasureRow[]).map((row) => viewOf(row, actor));
  return ok({ items: items.sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1)), mayAsk: keepsRegister(actor) });
};

const factWrite = (id: string, erasure: Erasure, fact: ErasureFact) => [
  { pk: streamPk(id), after: erasure.seq, facts: [fact] },
];

/** The first of two officials asks; the same request sent again changes nothing. */
export const askErasure = async (
  deps: OfficeDeps,
  actor: Actor,
  id: string,
  body: ErasureBody,
): Promise<Result<ErasureView>> => {
  if (!seesRegisterOffice(actor)) return refuse('not-found');
  if (!keepsRegister(actor)) return refuse('not-permitted');
  return handle(deps, {
    actor,
    request: { act: 'ask-erasure', id, body },
    read: [{ pk: streamPk(id), prefix: 'fact#' }, entryKey(body.entry), erasureKey(id)],
    plan: ([facts = [], entries = [], rows = []], at) => {
      const [known] = rows;
      if (known !== undefined) return ok({ answer: viewOf(known as ErasureRow, actor) });
      if (entries.length === 0) return refuse('not-found');
      const { entry: of, ground } = body;
      const names = [...new Set(body.names)];
      const row: ErasureRow = {
        ...erasureKey(id),
        id,
        entry: of,
        names,
        ground,
        stage: 'asked',
        askedBy: actor.name,
        askedById: actor.person,
        askedAt: at,
      };
      const fact: ErasureFact = { type: 'erasure.asked', entry: of, names, ground };
      const writes: Write[] = [{ put: row, if: { version: 0 } }];
      return ok({
        answer: viewOf(row, actor),
        commit: { facts: factWrite(id, readErasure(streamOf<ErasureFact>(facts)), fact), writes },
      });
    },
  });
};

/** The second official agrees, and the sequencer erases; or one of both lets it be. */
export const decideOnErasure = async (
  deps: OfficeDeps,
  asked: { readonly actor: Actor; readonly key: string; readonly id: string; readonly act: 'confirm' | 'decline' },
): Promise<Result<ErasureView>> => {
  const { actor, key, id, act } = asked;
  if (!seesRegisterOffice(actor)) return refuse('not-found');
  return handle(deps, {
    actor,
    key,
    request: { act, id },
    read: [{ pk: streamPk(id), prefix: 'fact#' }, erasureKey(id)],
    plan: ([facts = [], rows = []], at) => {
      const [stored] = rows;
      if (!keepsRegister(actor)) return refuse('not-permitted');
      if (stored === undefined) return refuse('not-found');
      const erasure = readErasure(streamOf<ErasureFact>(facts));
      const decided = decideErasure(erasure, act, actor);
      if (!decided.ok) return decided;
      const before = stored as ErasureRow;
      const stage = act === 'confirm' ? ('confirmed' as const) : ('declined' as const);
      const row: ErasureRow = { ...before, stage, decidedBy: actor.name, decidedAt: at };
      const work: Write = {
        put: { ...eraseKey(id), entry: before.entry, names: before.names, ground: before.ground, at },
      };
      return ok({
        answer: viewOf(row, actor),
        commit: {
          facts: factWrite(id, erasure, decided.value),
          writes: [{ put: row, if: { version: before.version ?? 0 } }, ...(act === 'confirm' ? [work] : [])],
        },
      });
    },
  });
};
