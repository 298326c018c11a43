import type { infer as Infer } from 'zod/mini';
import type { Actor } from '../../shared/kernel/actor.ts';
import { asId, type StatementId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { StatementFact } from '../../shared/payments/facts.ts';
import type { StatementEntry } from '../../shared/payments/statement-entry.ts';
import { isPayer } from '../../shared/payments/rules/permit.ts';
import type { statementBody, StatementLine } from '../../shared/payments/wire.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import { claimUpload, type ClaimedFile } from '../kernel/upload-claim.ts';
import { sha256Of } from './close-run.ts';
import type { PaymentRouteDeps } from './deps.ts';
import { readStatement } from './read-statement.ts';
import { payerKey, payerOf, statementAsk, statementPk } from './rows.ts';
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

const receivedPlan = (id: StatementId, head: StatementHead): Plan<StatementLine> => {
  const { authority, sha256, entries } = head;
  const facts: StatementFact[] = [
    { type: 'statement.received', authority, fileSha256: sha256, entries },
    ...(entries === 0 ? [{ type: 'statement.reconciled' as const, booked: 0, returned: 0, unclear: 0 }] : []),
  ];
  return {
    answer: statementLine(id, head),
    commit: {
      facts: [{ pk: statementPk(id), after: 0, facts }],
      writes: statementWrites(id, head, 0),
      tasks: entries === 0 ? [] : [reconcileTask(id, 0)],
    },
  };
};

/**
 * Takes a statement of the bank in: receiving is a fact, its movements are worked off through the outbox. For another
 * account than the authority's, with a document type, or not of the form, it is refused and nothing is kept.
 */
export const receiveStatement = async (
  deps: PaymentRouteDeps,
  { actor, key, body }: StatementAsked,
): Promise<Result<StatementLine>> => {
  if (!isPayer(actor, body.authority)) return refuse('not-found');
  const file = await claimUpload(deps, { upload: body.upload, by: actor.person, types: ['application/xml'] });
  if (!file.ok) return file;
  const id = statementIdOf(body.authority, file.value.sha256);
  let entries: readonly StatementEntry[] = [];
  return handle<StatementLine>(deps, {
    actor,
    key,
    request: { act: 'statement', body },
    read: [statementAsk(id), payerKey(body.authority)],
    plan: ([rows = [], payerRows = []], at) => {
      const known = statementOf(id, rows);
      if (known !== undefined) return ok({ answer: statementLine(id, known.head) });
      const payer = payerOf(payerRows[0]);
      if (payer === undefined) return refuse('payer-missing');
      const statement = readStatement(file.value.bytes, payer.iban);
      if (!statement.ok) return statement;
      ({ entries } = statement.value);
      const counts = { entries: entries.length, next: 0, booked: 0, returned: 0, unclear: 0 };
      const head = { authority: body.authority, sha256: file.value.sha256, receivedAt: at, ...counts };
      return ok(receivedPlan(id, head));
    },
    before: async () => {
      await store(deps, file.value, entries);
      return ok({});
    },
  });
};
