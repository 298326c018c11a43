import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { Statement, StatementEntry } from '../../shared/payments/statement-entry.ts';
import { plainIban } from '../../shared/accounts/iban.ts';
import { identities } from './movement-identity.ts';
import { movementsOf } from './read-movement.ts';
import { balancesOf, type Balances } from './statement-balance.ts';
import { dayIn, madeOn } from './statement-day.ts';
import { each, statementsIn, textUnder, type Part, type StatementXmlRefusal } from './statement-xml.ts';

export type StatementRefusal =
  | StatementXmlRefusal
  | 'statement-balance'
  | 'other-account'
  | 'other-currency'
  | 'statement-too-long';

/** As many movements as one statement may have. */
const MOST_ENTRIES = 50_000;

/** Announced or for information otherwise: no money moved yet. A statement of the day's end need not say that it is booked. */
const isBooked = (entry: Part): boolean =>
  (textUnder(entry, 'Sts', 'Cd') ?? textUnder(entry, 'Sts') ?? 'BOOK') === 'BOOK';

const isOf =
  (iban: string) =>
  (statement: Part): boolean =>
    plainIban(textUnder(statement, 'Acct', 'Id', 'IBAN') ?? '') === iban;

const isInEuro = (statement: Part): boolean => (textUnder(statement, 'Acct', 'Ccy') ?? 'EUR') === 'EUR';

interface Page extends Balances {
  readonly entries: readonly StatementEntry[];
  readonly pending: number;
}

const pageOf = (statement: Part, identify: ReturnType<typeof identities>): Result<Page, StatementRefusal> => {
  const told = each(statement, 'Ntry');
  const booked = told.filter(isBooked);
  const balances = balancesOf(statement, booked);
  if (!balances.ok) return balances;
  const made =
    madeOn(statement) ?? balances.value.closing?.on ?? booked.map((one) => dayIn(one, 'BookgDt')).find(Boolean);
  if (made === undefined && booked.length > 0) return refuse('statement-form');
  const entries = booked.flatMap((entry) => movementsOf(entry, made!)).map((movement) => identify(statement, movement));
  return ok({ ...balances.value, entries, pending: told.length - booked.length });
};

const joined = (pages: readonly Page[]): Omit<Statement, 'iban' | 'others'> => {
  const opening = pages[0]?.opening;
  const closing = pages.at(-1)?.closing;
  return {
    entries: pages.flatMap(({ entries }) => entries),
    pending: pages.reduce((sum, { pending }) => sum + pending, 0),
    isBalanced: pages.every(({ isBalanced }) => isBalanced),
    ...(opening !== undefined && { opening }),
    ...(closing !== undefined && { closing }),
  };
};

/**
 * Reads a bank's statement for the account with this number. Every movement counts; what is odd in one is told with it, for
 * a person. Other accounts in the same file are passed over and counted.
 */
export const readStatement = (bytes: Uint8Array, iban: string): Result<Statement, StatementRefusal> => {
  const statements = statementsIn(bytes);
  if (!statements.ok) return statements;
  const ofAccount = statements.value.filter(isOf(iban));
  if (ofAccount.length === 0) return refuse('other-account');
  const own = ofAccount.filter(isInEuro);
  if (own.length === 0) return refuse('other-currency');
  const identify = identities(iban);
  const pages: Page[] = [];
  let count = 0;
  for (const statement of own) {
    const page = pageOf(statement, identify);
    if (!page.ok) return page;
    pages.push(page.value);
    count += page.value.entries.length;
    if (count > MOST_ENTRIES) return refuse('statement-too-long');
  }
  return ok({ iban, others: statements.value.length - own.length, ...joined(pages) });
};
