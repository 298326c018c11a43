import type { ExpenseKind } from '../../../shared/bodies/wire.ts';
import { permit } from '../../../shared/compensation/rules/permit.ts';
import { removeExpense, setExpense } from '../../../shared/compensation/expenses.ts';
import type { Expense } from '../../../shared/compensation/claim.ts';
import type { ClaimStep } from '../../../shared/compensation/wire.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { ClaimId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { seal } from '../../kernel/seal.ts';
import type { ClaimDeps } from '../deps.ts';
import {
  bound,
  freed,
  knownPages,
  receiptKey,
  receiptPath,
  takenPages,
  type AskedPage,
  type ReceiptPage,
} from '../receipts.ts';
import { takeStep, type Decided } from '../step.ts';
import { claimAsk, expenseKey, isClaimant, readableClaim, type ExpenseRecord, type StoredClaim } from '../views.ts';
import type { Asked } from './asked.ts';

export interface ExpenseBody {
  readonly kind: ExpenseKind;
  readonly cents?: Cents | undefined;
  readonly tenthsOfKilometre?: number | undefined;
  readonly reason?: string | undefined;
  readonly pages: readonly AskedPage[];
}

interface SetExpense {
  readonly claim: ClaimId;
  readonly item: string;
  readonly actor: Actor;
  readonly body: ExpenseBody;
}

/** The same expense once more, since its answer got lost on the way: nothing to do. */
const isSetAlready = (
  expense: Expense | undefined,
  record: ExpenseRecord | undefined,
  { kind, cents, tenthsOfKilometre, reason }: ExpenseBody,
  pages: readonly ReceiptPage[],
): boolean =>
  expense !== undefined &&
  expense.kind === kind &&
  (kind === 'mileage'
    ? expense.tenthsOfKilometre === tenthsOfKilometre
    : (expense.paidCents ?? expense.cents) === cents) &&
  record?.reason === reason &&
  pages.length === expense.receipts.length &&
  pages.every(({ sha256 }, index) => sha256 === expense.receipts[index]);

const decideSet =
  (
    found: StoredClaim,
    { item, actor, body }: SetExpense,
    taken: Parameters<typeof knownPages>[0],
    receipts: Parameters<typeof bound>[2],
  ): ((at: Parameters<typeof setExpense>[4]) => Decided) =>
  (at) => {
    const before = found.expenses.get(item);
    const pages = knownPages(taken, before);
    if (!pages.ok) return pages;
    const known = found.claim.expenses.find((one) => one.item === item);
    if (isClaimant(actor, found) && isSetAlready(known, before, body, pages.value)) return ok('done');
    const { kind, cents, tenthsOfKilometre, reason } = body;
    const sealed = reason === undefined ? undefined : seal({ reason });
    const asked = {
      item,
      kind,
      cents,
      tenthsOfKilometre,
      receipts: pages.value.map(({ sha256 }) => sha256),
      textsHash: sealed?.hash,
    };
    const decided = setExpense(found.claim, asked, found.context.kinds, actor, at);
    if (!decided.ok) return decided;
    const guards = bound(found.id, pages.value, receipts);
    if (!guards.ok) return guards;
    const record: ExpenseRecord = { ...(reason !== undefined && { reason }), pages: pages.value };
    const put = { ...expenseKey(found.id, item), ...(sealed && { salt: sealed.salt }), expense: record };
    return ok({ facts: decided.value, guards: guards.value, writes: [{ put }, ...freed(before, pages.value)] });
  };

/** Enters or changes an expense under an item id made by the client. Only the claimant's own uploads can be taken. */
export const enterExpense = async (deps: ClaimDeps, asked: SetExpense): Promise<Result<ClaimStep>> => {
  const { claim, item, actor, body } = asked;
  // Looked at before anything is stored for good: receipts cannot be deleted for years.
  const [rows = []] = await deps.journal.read([claimAsk(claim)]);
  const known = readableClaim(actor, claim, rows);
  if (known === undefined) return refuse('not-found');
  const permitted = permit('setExpense', known.claim, actor);
  if (!permitted.ok) return permitted;
  const taken = await takenPages(deps, actor.person, body.pages);
  if (!taken.ok) return taken;
  const also = taken.value.map(({ sha256 }) => receiptKey(sha256));
  return takeStep(deps, { claim, actor, act: 'set-expense', body: { item, ...body }, also }, (found, at, rows) =>
    decideSet(found, asked, taken.value, rows.flat())(at),
  );
};

export const takeOutExpense = (deps: ClaimDeps, asked: Asked & { readonly item: string }): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'remove-expense', body: { item: asked.item } }, (found) => {
    const { item, actor } = asked;
    const decided = removeExpense(found.claim, item, actor);
    if (!decided.ok) return decided;
    const put = { ...expenseKey(found.id, item), expense: { pages: [] } };
    return ok({ facts: decided.value, writes: [{ put }, ...freed(found.expenses.get(item), [])] });
  });

const LINK_SECONDS = 60;

/** A link to one page of a receipt, for whoever may see the claim. */
export const openPage = async (
  { journal, files }: ClaimDeps,
  actor: Actor,
  { claim, item, sha256 }: { readonly claim: ClaimId; readonly item: string; readonly sha256: string },
): Promise<Result<{ readonly link: string }>> => {
  const [rows = []] = await journal.read([claimAsk(claim)]);
  const found = readableClaim(actor, claim, rows);
  const page = found?.expenses.get(item)?.pages.find((one) => one.sha256 === sha256);
  if (found === undefined || page === undefined) return refuse('not-found');
  const extension = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }[page.type];
  const name = `Beleg-${found.claim.caseNumber ?? claim}-${item}.${extension}`;
  return ok({ link: await files.link(receiptPath(sha256), { name, seconds: LINK_SECONDS }) });
};
