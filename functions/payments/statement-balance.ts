import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { Balance } from '../../shared/payments/statement-entry.ts';
import { euroText, exactIn } from './statement-amount.ts';
import { dayIn } from './statement-day.ts';
import { each, textUnder, type Part } from './statement-xml.ts';

const PER_CENT = 1000n;

/** As the account counts it: credit adds, debit takes away, also where a booking is undone (ISO 20022, RvslInd). */
const signed = (part: Part): bigint | undefined => {
  const exact = exactIn(part);
  const indicator = textUnder(part, 'CdtDbtInd');
  if (exact === undefined || (indicator !== 'CRDT' && indicator !== 'DBIT')) return undefined;
  return indicator === 'CRDT' ? exact : -exact;
};

const OPENING = ['OPBD', 'PRCD'];
const CLOSING = ['CLBD'];

interface Told {
  readonly exact: bigint;
  readonly balance: Balance | undefined;
}

const told = (statement: Part, kinds: readonly string[]): Told | undefined => {
  const found = kinds
    .map((kind) => each(statement, 'Bal').find((one) => textUnder(one, 'Tp', 'CdOrPrtry', 'Cd') === kind))
    .find((one) => one !== undefined);
  const exact = found === undefined ? undefined : signed(found);
  if (found === undefined || exact === undefined) return undefined;
  const on = dayIn(found, 'Dt');
  return { exact, balance: on === undefined ? undefined : { cents: Number(exact / PER_CENT), on } };
};

/** One page of several has balances of its own kind, if any; pages are not added up. */
const isWhole = (statement: Part): boolean => {
  const page = textUnder(statement, 'StmtPgntn', 'PgNb');
  const isLast = textUnder(statement, 'StmtPgntn', 'LastPgInd');
  return page === undefined || (Number(page) === 1 && (isLast === 'true' || isLast === '1'));
};

export interface Balances {
  readonly opening?: Balance;
  readonly closing?: Balance;
  readonly isBalanced: boolean;
}

/**
 * Opening balance and booked movements must make the closing balance, to the cent: else something is missing or was
 * changed, and nothing of the file is taken. Where a balance or an amount cannot be read, nothing can be said.
 */
export const balancesOf = (statement: Part, booked: readonly Part[]): Result<Balances, 'statement-balance'> => {
  const opening = told(statement, OPENING);
  const closing = told(statement, CLOSING);
  const seen = {
    ...(opening?.balance !== undefined && { opening: opening.balance }),
    ...(closing?.balance !== undefined && { closing: closing.balance }),
  };
  const moved = booked
    .map(signed)
    .reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0n);
  if (opening === undefined || closing === undefined || moved === undefined || !isWhole(statement))
    return ok({ ...seen, isBalanced: false });
  const difference = closing.exact - (opening.exact + moved);
  return difference === 0n
    ? ok({ ...seen, isBalanced: true })
    : refuse('statement-balance', undefined, {
        difference: euroText(difference),
        opening: euroText(opening.exact),
        moved: euroText(moved),
        closing: euroText(closing.exact),
      });
};
