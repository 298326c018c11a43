import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { infer as Infer } from 'zod/mini';
import { dayOf } from '../../shared/kernel/day.ts';
import { sum } from '../../shared/kernel/cents.ts';
import type { RunId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { findingsInPaymentFile } from '../../shared/payments/file/check-payment-file.ts';
import { paymentFile } from '../../shared/payments/file/payment-file.ts';
import { isOwn } from '../../shared/payments/rules/permit.ts';
import type { closeBody } from '../../shared/payments/wire.ts';
import type { PaymentDeps } from './deps.ts';
import { orderListCsv } from './order-list.ts';
import { itemsPk } from './rows.ts';
import { findingsOf, itemOf, type StoredItem, type StoredRun } from './run-view.ts';
import { takeRunStep, type RunAnswer, type RunAsked, type RunPlan } from './run-step.ts';

/** Where the bytes of a closed run lie: under their hash, so that they never change. */
export const runFilePath = (sha256: string): string => `payments/${sha256}`;

export const sha256Of = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex');

/** From the run's id and how often it was closed: a file that was given up keeps its name, and no other gets it. */
const messageIdOf = (run: RunId, closings: number): string =>
  `R${sha256Of(run).slice(0, 24).toUpperCase()}-${closings + 1}`;

/** What is frozen of each item, in the order of the file. */
const frozen = ({ payment, endToEndId, iban, holder, cents, remittance }: StoredItem) => ({
  payment,
  endToEndId,
  iban,
  holder,
  cents,
  remittance,
});

/** Two of the list that a person has not looked at. What is alike is held before; this is the last look. */
const holdsDoubles = (items: readonly StoredItem[]): boolean => {
  const open = items.filter(({ notDouble }) => notDouble !== true);
  return new Set(open.map(({ iban, cents, remittance }) => [iban, cents, remittance].join('|'))).size < open.length;
};

const fileOf = ({ head }: StoredRun, items: readonly StoredItem[], messageId: string): Result<string> => {
  if (head.channel === 'orderList') return ok(orderListCsv(head, items));
  const file = paymentFile({
    messageId,
    createdAt: head.changedAt,
    executionDay: head.executionDay,
    payer: head.payer,
    transfers: items,
  });
  if (!file.ok) return file;
  return findingsInPaymentFile(file.value).length > 0 ? refuse('file-faulty') : file;
};

/** The closing of this list, and the bytes that it names. */
const closingOf = (
  stored: StoredRun,
  items: readonly StoredItem[],
  seen: Infer<typeof closeBody>,
): Result<RunPlan & { readonly file: string; readonly fileSha256: string }> => {
  const { head, run, id } = stored;
  if (head.count !== seen.count || head.sumCents !== seen.sumCents) return refuse('totals-changed');
  if (items.length !== head.count || sum(items.map(({ cents }) => cents)) !== head.sumCents)
    throw new Error(`The counters of run ${id} do not fit its items`);
  if (holdsDoubles(items)) return refuse('possible-duplicate');
  const messageId = messageIdOf(id, run.closings);
  const file = fileOf(stored, items, messageId);
  if (!file.ok) return file;
  const fileSha256 = sha256Of(file.value);
  const listSha256 = sha256Of(canonicalize(items.map(frozen)) ?? '');
  const { count, sumCents } = head;
  return ok({
    facts: [{ type: 'run.closed', count, sumCents, listSha256, fileSha256, messageId }],
    file: file.value,
    fileSha256,
  });
};

/**
 * Schließen: one fact over the frozen list and its file, if the totals are those that were seen and nothing stands
 * against it. The bytes are stored under their hash before the fact names them; done again after a crash, they are the same.
 */
export const closeRun = (deps: PaymentDeps, asked: RunAsked<Infer<typeof closeBody>>): Promise<Result<RunAnswer>> => {
  let made: { readonly file: string; readonly fileSha256: string } | undefined;
  return takeRunStep(deps, asked, 'close', {
    read: [{ pk: itemsPk(asked.run), prefix: '' }],
    decide: (stored, at, [rows = []]) => {
      const [finding] = findingsOf(stored, dayOf(at));
      if (finding !== undefined) return refuse(finding.finding);
      const items = rows.map(itemOf);
      if (items.some(({ payee }) => isOwn(asked.actor, payee))) return refuse('own-payment');
      const closing = closingOf(stored, items, asked.body);
      if (closing.ok) made = closing.value;
      return closing;
    },
    before: async () => {
      const type = made!.file.startsWith('<') ? 'application/xml' : 'text/csv; charset=utf-8';
      await deps.files.put(runFilePath(made!.fileSha256), new TextEncoder().encode(made!.file), {
        type,
        immutable: true,
      });
      return ok({});
    },
  });
};
