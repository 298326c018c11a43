import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { t } from '../i18n.ts';

/** `2026-Q4` in words. */
export const quarterText = (quarter: string): string => {
  const [year = '', number = ''] = quarter.split('-Q');
  return t('ledger.compensation.quarter', { year, number });
};

const isErased = ({ erased = [] }: PublicEntry): boolean => erased.some(({ names }) => names.includes('recipient'));

/** The recipient's name, or that it is withheld or erased; figures of groups have no recipient and bear their quarter. */
export const recipientText = (entry: PublicEntry): string =>
  entry.quarter === undefined
    ? (entry.recipient?.name ?? t(isErased(entry) ? 'ledger.erasedName' : 'ledger.withoutName'))
    : t('ledger.entry.aggregate', { quarter: quarterText(entry.quarter) });
