import type { Instant } from '../../shared/kernel/day.ts';
import type { Journal, Write } from '../kernel/journal.ts';
import { wrongBalances } from './balances.ts';
import { differences } from './rows-anew.ts';
import { stoppedPortal } from './stopped-portal.ts';

/** Rows of one transaction; DynamoDB takes 100. */
const PART = 90;

const writeAll = async (journal: Journal, writes: readonly Write[], at: Instant): Promise<void> => {
  for (let from = 0; from < writes.length; from += PART)
    await journal.commit({ at, by: 'system', writes: writes.slice(from, from + PART) });
};

export interface Rebuilt {
  readonly rows: number;
  /** What was put right, a line each. */
  readonly differed: readonly string[];
  /** What only a person can put right. */
  readonly wrong: readonly string[];
}

/**
 * Puts the rows of lists and the public totals right, from facts and records. Budgets are only looked at: which of two amounts
 * is true, no program knows.
 * @throws CannotStart while a portal runs on the folder, or where none ever ran
 */
export const rebuild = async (data: string, at: Instant): Promise<Rebuilt> => {
  await using portal = await stoppedPortal(data);
  const rows = await portal.rows();
  const found = await differences(rows, at);
  await writeAll(
    portal.journal,
    found.map(({ write }) => write),
    at,
  );
  const rest = await differences(await portal.rows(), at);
  return {
    rows: rows.length,
    differed: found.map(({ what, key }) => `${what}: ${key.pk} ${key.sk}`),
    wrong: [
      ...rest.map(({ what, key }) => `${key.pk} ${key.sk} is still ${what}`),
      ...wrongBalances(rows).map((sentence) => `balances: ${sentence}`),
    ],
  };
};
