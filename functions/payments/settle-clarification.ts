import type { infer as Infer } from 'zod/mini';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Act } from '../../shared/kernel/decider.ts';
import type { AuthorityId, PersonId, RunId, StatementId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { matched } from '../../shared/payments/rules/match.ts';
import { isOwn, isPayer, mayReadPayments } from '../../shared/payments/rules/permit.ts';
import type { StatementEntry } from '../../shared/payments/statement-entry.ts';
import type { Clarification, settleBody } from '../../shared/payments/wire.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Ask, Commit, Row } from '../kernel/journal.ts';
import { seal } from '../kernel/seal.ts';
import type { PaymentDeps } from './deps.ts';
import { applied, gatheredFacts, gatheredWrites, nothing } from './entry-effects.ts';
import type { Evidence } from './entry-evidence.ts';
import { paymentOf } from './payment-view.ts';
import { entryKey, itemKey, paymentAsk, runAsk } from './rows.ts';
import { itemOf, runOf } from './run-view.ts';
import { clarificationKey } from './statement-view.ts';

export interface SettleAsked {
  readonly clarification: string;
  readonly actor: Actor;
  readonly key: string;
  readonly body: Infer<typeof settleBody>;
}

export interface Settled {
  readonly clarification: string;
}

/** An entry that nobody could assign, as its own row keeps it. */
interface Unclear {
  readonly row: Row;
  readonly item: Clarification;
  readonly entry: StatementEntry;
  readonly authority: AuthorityId;
  readonly receivedBy: PersonId | undefined;
}

const unclearIn = (actor: Actor, row: Row | undefined): Unclear | undefined => {
  if (row?.['item'] === undefined) return undefined;
  const authority = row['authority'] as AuthorityId;
  const item = row['item'] as Clarification;
  return mayReadPayments(actor, authority)
    ? {
        row,
        item,
        entry: row['entry'] as StatementEntry,
        authority,
        receivedBy: row['receivedBy'] as PersonId | undefined,
      }
    : undefined;
};

/** What a person can still read as the transfer of one payment: the amounts of others are none. */
const isAssignable = ({ unreadable }: StatementEntry): boolean =>
  unreadable === undefined || unreadable === 'amounts-differ' || unreadable === 'batch-without-details';

type Effect = Pick<Commit, 'facts' | 'writes' | 'tasks'>;

/** Assigns the entry as the bank's word on this payment, if it fits in amount, direction and state. */
const assigned = (
  asked: SettleAsked,
  found: Unclear,
  rows: readonly Row[][],
  textsHash: string,
  act: Act,
): Result<Effect> => {
  const [paymentRows = [], runRows = [], itemRows = []] = rows;
  const stored = asked.body.payment && paymentOf(asked.body.payment, paymentRows);
  const run = stored?.payment.run && runOf(stored.payment.run, runRows);
  if (stored === undefined || stored.order.authority !== found.authority) return refuse('payment-unknown');
  if (isOwn(asked.actor, stored.order.payee)) return refuse('own-payment');
  const [item] = itemRows.map(itemOf);
  if (run === undefined || item === undefined || !isAssignable(found.entry)) return refuse('does-not-fit');
  const { unreadable: _, ...entry } = found.entry;
  const read = { statement: found.row['statement'] as StatementId, entry: entry.id, textsHash };
  const known = { payment: stored.payment, cents: stored.order.cents, run: run.run.stage };
  const match = matched(entry, known, read, 'second');
  if (match.is === 'unclear') return refuse('does-not-fit');
  if (match.is === 'returned' && found.receivedBy === asked.actor.person) return refuse('same-person-statement');
  const to = nothing();
  const seen: Evidence = {
    known: new Set(),
    givenUp: new Set(),
    paymentOf: new Map(),
    payments: new Map([[stored.id, stored]]),
    runs: new Map([[run.id, run]]),
    items: new Map([[stored.id, item]]),
  };
  applied(to, seen, stored, match.fact, act);
  return ok({ facts: gatheredFacts(to), writes: gatheredWrites(to, seen), tasks: to.tasks });
};

const settledPlan = (asked: SettleAsked, rows: readonly Row[][], act: Act): Result<Plan<Settled>> => {
  const [[row] = [], ...more] = rows;
  const found = unclearIn(asked.actor, row);
  if (found === undefined) return refuse('not-found');
  if (!isPayer(asked.actor, found.authority)) return refuse('not-permitted');
  if (found.row['settled'] !== undefined) return refuse('settled-before');
  const { payment, note } = asked.body;
  const sealed = seal({ note });
  const effect = payment === undefined ? ok<Effect>({}) : assigned(asked, found, more, sealed.hash, act);
  if (!effect.ok) return effect;
  const settled = { by: act.by, at: act.at, note, salt: sealed.salt, ...(payment !== undefined && { payment }) };
  return ok({
    answer: { clarification: asked.clarification },
    commit: {
      facts: effect.value.facts ?? [],
      tasks: effect.value.tasks ?? [],
      writes: [
        ...(effect.value.writes ?? []),
        { put: { ...found.row, settled }, if: { version: found.row.version ?? 0 } },
        { remove: clarificationKey(found.authority, found.item) },
      ],
    },
  });
};

/** Klären: a person says what an entry was; with `payment`, the bank's word counts for that payment. */
export const settleClarification = async (deps: PaymentDeps, asked: SettleAsked): Promise<Result<Settled>> => {
  const { payment } = asked.body;
  const asks: Ask[] = [];
  if (payment !== undefined) {
    const [rows = []] = await deps.journal.read([paymentAsk(payment)]);
    const run: RunId | undefined = paymentOf(payment, rows)?.payment.run;
    asks.push(paymentAsk(payment), ...(run === undefined ? [] : [runAsk(run), itemKey(run, payment)]));
  }
  return handle<Settled>(deps, {
    actor: asked.actor,
    key: asked.key,
    request: { act: 'settle', clarification: asked.clarification, body: asked.body },
    read: [entryKey(asked.clarification), ...asks],
    visible: (rows) => unclearIn(asked.actor, rows[0]?.[0]) !== undefined,
    plan: (rows, at) => settledPlan(asked, rows, { by: asked.actor.person, at }),
  });
};
