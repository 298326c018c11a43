import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { t } from '../i18n.ts';

/** The recipient's name, or that it is withheld or erased. */
export const recipientText = (entry: PublicEntry): string => entry.recipient?.name ?? t('ledger.withoutName');
