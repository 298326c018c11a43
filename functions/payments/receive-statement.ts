import type { infer as Infer } from 'zod/mini';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { asId, type AuthorityId, type PersonId, type StatementId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { StatementFact } from '../../shared/payments/facts.ts';
import type { Balance, Statement, StatementEntry } from '../../shared/payments/statement-entry.ts';
import { isPayer } from '../../shared/payments/rules/permit.ts';
import type { statementBody, StatementLine } from '../../shared/payments/wire.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Write } from '../kernel/journal.ts';
import { claimUpload, type ClaimedFile } from '../kernel/upload-claim.ts';
import { XML } from '../kernel/upload-clean.ts';
import { sha256Of } from './close-run.ts';
import type { PaymentRouteDeps } from './deps.ts';
import { readStatement } from './read-statement.ts';
import { payerKey, payerOf, statementAsk, statementPk, statementsEndKey } from './rows.ts';
import {
  CHUNK,
  chunkPath,
  reconcileTask,
  statementLine,
  statementOf,
  statementPath,
  statementWrites,
  type StatementHead,
} from './statement-view.ts';

export interface StatementAsked {
  readonly actor: Actor;
  readonly key: string;
  readonly body: Infer<typeof statementBody>;
}

/** The same file for the same authority is the same statement, however often it is handed over. */
const statementIdOf = (authority: string, sha256: string): StatementId =>
  asId(`st-${sha256Of(`${authority}\n${sha256}`).slice(0, 24)}`);

/** The file and its movements, stored under their hash before the fact names it; done again, nothing changes. */
const store = async (
  { files }: PaymentRouteDeps,
  file: ClaimedFile,
  entries: readonly StatementEntry[],
): Promise<void> => {
  await files.put(statementPath(file.sha256), file.bytes, { type: 'application/xml', immutable: true });
  for (let from = 0; from < entries.length; from += CHUNK) {
    const bytes = new TextEncoder().encode(JSON.stringify(entries.slice(from, from + CHUNK)));
    await files.put(chunkPath(file.sha256, from / CHUNK), bytes, { type: 'application/json', immutable: true });
  }
};

/** Where the statements of the authority end so far. */
type End = Balance;

/** By how much this one does not go on where the last one ended; nothing can be said of older or overlapping ones. */
const gapOf = ({ opening, closing }: Statement, end: End | undefined): number | undefined => {
  if (end === undefined || opening === undefined || closing === undefined) return undefined;
  const isNext = opening.on >= end.on && closing.on > end.on;
  return isNext && opening.cents !== end.cents ? opening.cents - end.cents : undefined;
};

const endWrites = ({ authority }: StatementHead, { closing }: Statement, end: End | undefined): Write[] =>
  closing === undefined || (end !== undefined && closing.on < end.on)
    ? []
    : [{ put: { ...statementsEndKey(authority), end: closing } }];

const receivedPlan = (id: StatementId, head: StatementHead, ends: readonly Write[]): Plan<StatementLine> => {
  const { authority, sha256, entries } = head;
  const facts: StatementFact[] = [
    { type: 'statement.received', authority, fileSha256: sha256, entries },
    ...(entries === 0 ? [{ type: 'statement.reconciled' as const, booked: 0, returned: 0, unclear: 0 }] : []),
  ];
  return {
    answer: statementLine(id, head),
    commit: {
      facts: [{ pk: statementPk(id), after: 0, facts }],
      writes: [...statementWrites(id, head, 0), ...ends],
      tasks: entries === 0 ? [] : [reconcileTask(id, 0)],
    },
  };
};

const headOf = (
  authority: AuthorityId,
  sha256: string,
  { entries, others, pending, isBalanced }: Statement,
  { at, by, gapCents }: { readonly at: Instant; readonly by: PersonId; readonly gapCents: number | undefined },
): StatementHead => ({
  authority,
  sha256,
  receivedAt: at,
  receivedBy: by,
  entries: entries.length,
  next: 0,
  booked: 0,
  returned: 0,
  unclear: 0,
  others,
  pending,
  isBalanced,
  ...(gapCents !== undefined && { gapCents }),
});

/**
 * Takes a statement of the bank in: receiving is a fact, its movements are worked off through the outbox. For another
 * account than the authority's, with a document type, not of the form, or with balances that its movements do not make, it is
 * refused and nothing is kept.
 */
export const receiveStatement = async (
  deps: PaymentRouteDeps,
  { actor, key, body }: StatementAsked,
): Promise<Result<StatementLine>> => {
  if (!isPayer(actor, body.authority)) return refuse('not-found');
  const file = await claimUpload(deps, { upload: body.upload, by: actor.person, as: XML });
  if (!file.ok) return file;
  const id = statementIdOf(body.authority, file.value.sha256);
  let entries: readonly StatementEntry[] = [];
  return handle<StatementLine>(deps, {
    actor,
    key,
    request: { act: 'statement', body },
    read: [statementAsk(id), payerKey(body.authority), statementsEndKey(body.authority)],
    plan: ([rows = [], payerRows = [], ends = []], at) => {
      const known = statementOf(id, rows);
      if (known !== undefined) return ok({ answer: statementLine(id, known.head) });
      const payer = payerOf(payerRows[0]);
      if (payer === undefined) return refuse('payer-missing');
      const statement = readStatement(file.value.bytes, payer.iban);
      if (!statement.ok) return statement;
      ({ entries } = statement.value);
      const end = ends[0]?.['end'] as End | undefined;
      const head = headOf(body.authority, file.value.sha256, statement.value, {
        at,
        by: actor.person,
        gapCents: gapOf(statement.value, end),
      });
      return ok(receivedPlan(id, head, endWrites(head, statement.value, end)));
    },
    before: async () => {
      await store(deps, file.value, entries);
      return ok({});
    },
  });
};
