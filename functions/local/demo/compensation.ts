import { dayOf, yearOf } from '../../../shared/kernel/day.ts';
import { asId } from '../../../shared/kernel/id.ts';
import { budgetKey, settingsKey } from '../../compensation/budget.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Journal } from '../../kernel/journal.ts';
import { DISTRICT_OFFICE, SENATE_OFFICE } from './people.ts';

/** Made up: what the title for volunteers holds in a year, and from which amount on two persons order. */
const TITLE_CENTS = 60_000_00;
const SECOND_ORDER_ABOVE_CENTS = 100_00;

/** Enters title and threshold of the demo authorities for this year and the next; what is there already stays as it is. */
export const seedCompensation = async ({
  journal,
  clock,
}: {
  readonly journal: Journal;
  readonly clock: Clock;
}): Promise<void> => {
  const at = clock.now();
  const year = yearOf(dayOf(at));
  const balance = { freeCents: TITLE_CENTS, takenCents: 0 };
  for (const office of [DISTRICT_OFFICE, SENATE_OFFICE]) {
    const authority = asId<'authority'>(office);
    const rows = [
      { ...settingsKey(authority), secondOrderAboveCents: SECOND_ORDER_ABOVE_CENTS },
      { ...budgetKey(authority, year), ...balance },
      { ...budgetKey(authority, year + 1), ...balance },
    ];
    for (const row of rows) await journal.commit({ at, by: 'system', writes: [{ put: row, if: { version: 0 } }] });
  }
};
