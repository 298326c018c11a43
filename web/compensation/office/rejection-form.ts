import type * as z from 'zod/mini';
import { amountItem, FEE_ITEM } from '../../../shared/compensation/claim.ts';
import type { ClaimView, proposeRejectionBody } from '../../../shared/compensation/wire.ts';
import { ownOf } from '../../../shared/kernel/own.ts';
import { moneyText } from '../../format.ts';
import { language, t } from '../../i18n.ts';
import type { FieldFault } from '../../ui/ErrorSummary.tsx';

/** One amount of the claim as it is proposed to be recognised; undefined while nothing readable is typed. */
export interface Amount {
  readonly item: string;
  readonly label: string;
  readonly claimedCents: number;
  readonly cents: number | undefined;
}

export interface TypedRejection {
  readonly recognised: Readonly<Record<string, number | undefined>>;
  readonly reasons: string;
}

/** Every amount of the claim, the fee first; what was not changed is recognised in full. */
export const amountsOf = (claim: ClaimView, { recognised }: TypedRejection): Amount[] =>
  [
    { item: FEE_ITEM, label: t('compensation.fee.title'), claimedCents: claim.feeCents as number },
    ...claim.expenses.map(({ item, kind, cents }) => ({
      item: amountItem(item),
      label: t(`compensation.kind.${kind}`),
      claimedCents: cents as number,
    })),
  ].map((amount) => ({
    ...amount,
    cents: Object.hasOwn(recognised, amount.item) ? ownOf(recognised, amount.item) : amount.claimedCents,
  }));

export const fieldOf = (item: string): string => `amount-${item}`;

const amountFault = ({ item, cents, claimedCents }: Amount): FieldFault[] => {
  if (cents === undefined) return [{ name: fieldOf(item), text: t('compensation.office.propose.no-amount') }];
  return cents > claimedCents
    ? [
        {
          name: fieldOf(item),
          text: t('compensation.office.propose.too-much', { amount: moneyText(claimedCents, language()) }),
        },
      ]
    : [];
};

/** What is missing, in the order of the form. */
export const rejectionFaults = (amounts: readonly Amount[], reasons: string): FieldFault[] => {
  const faults = amounts.flatMap(amountFault);
  const first = amounts[0];
  const isFull = amounts.every(({ cents, claimedCents }) => cents === claimedCents);
  return [
    ...faults,
    ...(isFull && first !== undefined
      ? [{ name: fieldOf(first.item), text: t('compensation.office.propose.nothing') }]
      : []),
    ...(reasons.trim() === '' ? [{ name: 'reasons', text: t('compensation.office.propose.no-reasons') }] : []),
  ];
};

export const rejectionBody = (
  seq: number,
  amounts: readonly Amount[],
  reasons: string,
): z.input<typeof proposeRejectionBody> => ({
  seq,
  recognised: amounts.map(({ item, cents = 0 }) => ({ item, cents })),
  reasons: reasons.trim(),
});
