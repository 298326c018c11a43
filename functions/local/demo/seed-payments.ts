import { asId } from '../../../shared/kernel/id.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Journal } from '../../kernel/journal.ts';
import { payerKey, type Payer } from '../../payments/rows.ts';
import { DISTRICT_OFFICE, SENATE_OFFICE } from './people.ts';

/** Fictional accounts: the check digits are right, the banks do not exist. */
const PAYERS: Readonly<Record<string, Payer>> = {
  [SENATE_OFFICE]: {
    name: 'Landeskasse Musterstadt (Demo)',
    iban: 'DE38469138101051802512',
    channels: ['verified', 'optOut', 'orderList'],
    budgetChapter: '1140',
    budgetTitle: '41201',
  },
  [DISTRICT_OFFICE]: {
    name: 'Bezirkskasse Musterbezirk (Demo)',
    iban: 'DE48831978578963334018',
    channels: ['verified', 'optOut', 'orderList'],
    budgetChapter: '3306',
    budgetTitle: '41201',
  },
};

/** Enters the accounts from which the demo authorities pay; what is there already stays as it is. */
export const seedPayers = async ({
  journal,
  clock,
}: {
  readonly journal: Journal;
  readonly clock: Clock;
}): Promise<void> => {
  for (const [authority, payer] of Object.entries(PAYERS))
    await journal.commit({
      at: clock.now(),
      by: 'system',
      writes: [{ put: { ...payerKey(asId(authority)), payer }, if: { version: 0 } }],
    });
};
