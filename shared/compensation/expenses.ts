import type { ExpenseKind, ExpenseRule } from '../bodies/wire.ts';
import type { Actor } from '../kernel/actor.ts';
import { cents, sum, type Cents } from '../kernel/cents.ts';
import { dayOf, type Day, type Instant } from '../kernel/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { settledValue } from '../law/parameters.ts';
import type { Claim } from './claim.ts';
import type { ClaimFact } from './facts.ts';
import { lapsesOn, TRAVEL_KINDS, travelUntil } from './periods.ts';
import { permit, type PermitRefusal } from './rules/permit.ts';

/** An expense (Auslage) as the member enters it. For mileage the amount follows from the distance. */
export interface SetExpense {
  readonly item: string;
  readonly kind: ExpenseKind;
  readonly cents?: Cents | undefined;
  readonly tenthsOfKilometre?: number | undefined;
  /** Pages of the receipt by the SHA-256 of their bytes. */
  readonly receipts: readonly string[];
  readonly textsHash?: string | undefined;
}

export type ExpenseRefusal =
  | PermitRefusal
  | 'malformed'
  | 'expense-kind-off'
  | 'receipt-missing'
  | 'reason-missing'
  | 'above-cap'
  | 'mileage-once'
  | 'expenses-full'
  | 'receipt-used'
  | 'travel-lapsed'
  | 'claim-lapsed';

/** So many expenses a claim can have: with the fee, as many amounts as a partial rejection can name. */
const MOST_EXPENSES = 19;

/** Wegstreckenentschädigung (§ 5(1) BRKG): by tenths of a kilometre, rounded half up once, at most the highest amount. */
export const mileageCents = (tenthsOfKilometre: number, on: Day): Cents => {
  const rate = settledValue('travel.carPerKilometre', on);
  const most = settledValue('travel.carAtMost', on);
  return cents(Math.min(Math.floor((tenthsOfKilometre * rate + 5) / 10), most));
};

const amountOf = (asked: SetExpense, on: Day): Result<Cents, 'malformed'> => {
  const isMileage = asked.kind === 'mileage';
  const [needed, other] = isMileage
    ? ([asked.tenthsOfKilometre, asked.cents] as const)
    : ([asked.cents, asked.tenthsOfKilometre] as const);
  const [path, foreign] = isMileage ? ['tenthsOfKilometre', 'cents'] : ['cents', 'tenthsOfKilometre'];
  if (other !== undefined) return refuse('malformed', [{ path: foreign, code: 'unknown-field' }]);
  if (needed === undefined) return refuse('malformed', [{ path, code: 'empty' }]);
  return ok(isMileage ? mileageCents(needed, on) : cents(needed));
};

const evidenceRefusal = (asked: SetExpense, rule: ExpenseRule): ExpenseRefusal | undefined => {
  if (rule.needsReceipt && asked.receipts.length === 0) return 'receipt-missing';
  // § 4 BRKG: a taxi with good reason only, whatever the body's settings say.
  const needsReason = rule.needsReason || asked.kind === 'taxi';
  return needsReason && asked.textsHash === undefined ? 'reason-missing' : undefined;
};

const periodRefusal = (kind: ExpenseKind, on: Day, at: Instant): ExpenseRefusal | undefined => {
  if (dayOf(at) > lapsesOn(on)) return 'claim-lapsed';
  return TRAVEL_KINDS.has(kind) && dayOf(at) > travelUntil(on) ? 'travel-lapsed' : undefined;
};

/** As much of an amount as the body still reimburses for this kind and sitting. */
const cappedOf = (claim: Claim, { item, kind }: SetExpense, amount: Cents, { capCents }: ExpenseRule): Cents => {
  if (capCents === undefined) return amount;
  const others = claim.expenses.filter((one) => one.kind === kind && one.item !== item);
  return cents(Math.max(0, Math.min(amount, capCents - sum(others.map((one) => one.cents)))));
};

const itemRefusal = (claim: Claim, asked: SetExpense, payable: Cents): ExpenseRefusal | undefined => {
  const others = claim.expenses.filter(({ item }) => item !== asked.item);
  const sameKind = others.filter(({ kind }) => kind === asked.kind);
  if (others.length >= MOST_EXPENSES) return 'expenses-full';
  // The highest amount is that of one journey; two items for one sitting would go around it.
  if (asked.kind === 'mileage' && sameKind.length > 0) return 'mileage-once';
  if (payable === 0) return 'above-cap';
  const used = new Set(others.flatMap(({ receipts }) => receipts));
  return asked.receipts.some((page) => used.has(page)) ? 'receipt-used' : undefined;
};

/** Auslage eintragen or change it: by the body's rules as they stood when the claim was drafted, within its period. */
export const setExpense = (
  claim: Claim,
  asked: SetExpense,
  rules: readonly ExpenseRule[],
  actor: Actor,
  at: Instant,
): Result<ClaimFact[], ExpenseRefusal> => {
  const permitted = permit('setExpense', claim, actor);
  if (!permitted.ok) return permitted;
  const { on } = claim.of!;
  const amount = amountOf(asked, on);
  if (!amount.ok) return amount;
  const rule = rules.find(({ kind }) => kind === asked.kind);
  if (rule === undefined) return refuse('expense-kind-off');
  const payable = cappedOf(claim, asked, amount.value, rule);
  const refusal =
    periodRefusal(asked.kind, on, at) ?? evidenceRefusal(asked, rule) ?? itemRefusal(claim, asked, payable);
  if (refusal !== undefined) return refuse(refusal);
  const { item, kind, tenthsOfKilometre, receipts, textsHash } = asked;
  return ok([
    {
      type: 'claim.expenseSet',
      item,
      kind,
      cents: payable,
      ...(payable < amount.value && { paidCents: amount.value }),
      ...(tenthsOfKilometre !== undefined && { tenthsOfKilometre }),
      receipts: [...new Set(receipts)],
      ...(textsHash !== undefined && { textsHash }),
    },
  ]);
};

export const removeExpense = (
  claim: Claim,
  item: string,
  actor: Actor,
): Result<ClaimFact[], PermitRefusal | 'no-such-expense'> => {
  const permitted = permit('setExpense', claim, actor);
  if (!permitted.ok) return permitted;
  const isThere = claim.expenses.some((one) => one.item === item);
  return isThere ? ok([{ type: 'claim.expenseRemoved', item }]) : refuse('no-such-expense');
};
