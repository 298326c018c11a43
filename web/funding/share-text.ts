import { numberText } from '../format.ts';
import { language } from '../i18n.ts';

/** The share in percent to two decimals, rounded up as the notice does; the same wherever it is shown. */
export const shareText = (amountCents: number | undefined, eligibleCents: number | undefined): string =>
  amountCents === undefined || !eligibleCents
    ? '–'
    : numberText(Math.ceil((amountCents * 10_000) / eligibleCents) / 100, language());
