import type * as z from 'zod/mini';
import type { ExpenseKind, ExpenseRule } from '../../shared/bodies/wire.ts';
import type { ClaimView, expenseBody, ExpenseView } from '../../shared/compensation/wire.ts';
import { t } from '../i18n.ts';
import type { FieldFault } from '../ui/ErrorSummary.tsx';
import { tenthsText, tenthsTyped } from './distance-typed.ts';
import type { ReceiptPage } from './receipt-pages.ts';

export interface TypedExpense {
  readonly kind: ExpenseKind | '';
  readonly cents: number | undefined;
  readonly kilometres: string;
  readonly reason: string;
  readonly pages: readonly ReceiptPage[];
}

/** What stands there already, or an empty form; a single kind is chosen at once. */
export const typedExpense = (found: ExpenseView | undefined, kinds: readonly ExpenseRule[]): TypedExpense => ({
  kind: found?.kind ?? (kinds.length === 1 ? kinds[0]!.kind : ''),
  cents: found?.kind === 'mileage' ? undefined : (found?.paidCents ?? found?.cents),
  kilometres: tenthsText(found?.tenthsOfKilometre),
  reason: found?.reason ?? '',
  pages: (found?.pages ?? []).map((page, index) => ({
    name: t('compensation.receipt.saved', { number: index + 1 }),
    sha256: page.sha256,
  })),
});

export const ruleOf = (claim: ClaimView, kind: string): ExpenseRule | undefined =>
  claim.kinds.find((rule) => rule.kind === kind);

const amountFault = (typed: TypedExpense): FieldFault[] => {
  if (typed.kind === 'mileage')
    return tenthsTyped(typed.kilometres) === undefined
      ? [{ name: 'kilometres', text: t('compensation.expense.no-distance') }]
      : [];
  return typed.cents === undefined || typed.cents === 0
    ? [{ name: 'cents', text: t('compensation.expense.no-amount') }]
    : [];
};

/** What is missing, in the order of the form. */
export const expenseFaults = (typed: TypedExpense, rule: ExpenseRule | undefined): FieldFault[] =>
  rule === undefined
    ? [{ name: 'kind', text: t('compensation.expense.no-kind') }]
    : [
        ...amountFault(typed),
        ...(rule.needsReason && typed.reason.trim() === ''
          ? [{ name: 'reason', text: t('compensation.expense.no-reason') }]
          : []),
        ...(rule.needsReceipt && typed.pages.length === 0
          ? [{ name: 'receipt', text: t('compensation.expense.no-receipt') }]
          : []),
      ];

export const bodyOf = (typed: TypedExpense, kind: ExpenseKind): z.input<typeof expenseBody> => {
  const tenths = tenthsTyped(typed.kilometres);
  return {
    kind,
    ...(kind === 'mileage'
      ? tenths !== undefined && { tenthsOfKilometre: tenths }
      : typed.cents !== undefined && { cents: typed.cents }),
    ...(typed.reason.trim() !== '' && { reason: typed.reason.trim() }),
    pages: typed.pages.map((page) => ('upload' in page ? { upload: page.upload } : { sha256: page.sha256 })),
  };
};
