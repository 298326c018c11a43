import {
  accountAt,
  readAccount,
  stageOf,
  type Account,
  type AccountFact,
  type AccountOwner,
  type AccountStage,
} from '../../shared/accounts/facts.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { ChangedContact } from '../../shared/accounts/wire.ts';
import type { Contact } from './contact.ts';
import { streamOf, type Ask, type Row } from '../kernel/journal.ts';

/** Number and name as entered: in a record, never in a fact. */
export interface Details {
  readonly iban: string;
  readonly holder: string;
}

/** Words of a change that is under way: where its code went, and who is asked to be the second person. */
export interface Entry extends Contact {
  readonly hash: string;
  readonly name: string;
  readonly authorities: readonly AuthorityId[];
  readonly language: string;
  /** Hashes of the codes that were sent, the newest last. */
  readonly codes: readonly string[];
  readonly tries: number;
  /** The address of the sign-in where the code went elsewhere: it is told that something changes. */
  readonly others?: readonly string[];
  /** Another mail address than that of the sign-in, as it stood when the details were entered: for the second person. */
  readonly changedContact?: ChangedContact;
}

/** Everything there is on somebody's account. */
export interface AccountFile {
  readonly owner: AccountOwner;
  readonly account: Account;
  readonly details: ReadonlyMap<string, Details & { readonly salt: string }>;
  readonly entry?: Entry & { readonly version: number };
  readonly rejectedBecause?: string;
}

export const accountPk = ({ kind, id }: AccountOwner): string => `account#${kind}:${id}`;

/** All rows of somebody's account, for `accountFile`, `usableAccount` and `accountState`. */
export const accountAsk = (owner: AccountOwner): Ask => ({ pk: accountPk(owner), prefix: '' });

export const detailsSk = (hash: string): string => `details#${hash}`;
export const reasonSk = (hash: string): string => `reason#${hash}`;

const detailsIn = (rows: readonly Row[]): AccountFile['details'] =>
  new Map(
    rows
      .filter(({ sk, iban }) => sk.startsWith(detailsSk('')) && iban !== undefined)
      .map(({ sk, iban, holder, salt }) => [
        sk.slice(detailsSk('').length),
        { iban: String(iban), holder: String(holder), salt: String(salt) },
      ]),
  );

export const accountFile = (owner: AccountOwner, rows: readonly Row[]): AccountFile => {
  const account = readAccount(streamOf<AccountFact>(rows));
  const entry = rows.find(({ sk }) => sk === 'entry');
  const reason = rows.find(({ sk }) => account.rejected && sk === reasonSk(account.rejected.hash));
  return {
    owner,
    account,
    details: detailsIn(rows),
    ...(entry && { entry: { ...(entry['entry'] as Entry), version: entry.version ?? 0 } }),
    ...(reason && { rejectedBecause: String(reason['reason']) }),
  };
};

/**
 * Where money may go at this instant. Also while a change waits for its confirmations or its hold nothing is paid, neither
 * to the old account nor to the new: nobody knows yet which is the right one.
 */
export const usableAccount = (
  rows: readonly Row[],
  at: Instant,
): Result<Details, 'account-missing' | 'account-changing'> => {
  const { current, pending } = accountAt(readAccount(streamOf<AccountFact>(rows)), at);
  const found = current && detailsIn(rows).get(current.hash);
  if (found === undefined) return refuse('account-missing');
  return pending === undefined ? ok({ iban: found.iban, holder: found.holder }) : refuse('account-changing');
};

export const accountState = (rows: readonly Row[], at: Instant): AccountStage =>
  stageOf(accountAt(readAccount(streamOf<AccountFact>(rows)), at));
