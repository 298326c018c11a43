import type { Instant } from '../kernel/day.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { OrganisationId, PersonId } from '../kernel/id.ts';

/** Whose account it is. */
export type AccountOwner =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'organisation'; readonly id: OrganisationId };

/**
 * What can have happened to somebody's bank details (Bankverbindung). Number and name stand in a record that can be erased;
 * facts hold the salted hash. A new account is in force when it was confirmed through the contact known before, by a second
 * person, and the hold is over (domain rules 7.4).
 */
export type AccountFact =
  | { readonly type: 'account.entered'; readonly hash: string; readonly heldUntil: Instant }
  | { readonly type: 'account.confirmedByHolder'; readonly hash: string }
  | { readonly type: 'account.confirmedByOfficer'; readonly hash: string }
  | { readonly type: 'account.rejected'; readonly hash: string; readonly textsHash: string }
  | { readonly type: 'account.withdrawn'; readonly hash: string };

/** New details that are not in force yet. */
export interface PendingAccount {
  readonly hash: string;
  readonly enteredAt: Instant;
  readonly enteredBy: PersonId;
  readonly heldUntil: Instant;
  readonly holderConfirmedAt?: Instant;
  readonly officer?: PersonId;
  readonly officerConfirmedAt?: Instant;
}

export type AccountStage = 'none' | 'pending' | 'inForce' | 'changing';

/** Somebody's account as its facts tell it; what is in force depends on the time as well (`accountAt`). */
export interface Account {
  readonly seq: number;
  readonly current?: { readonly hash: string; readonly since: Instant };
  readonly pending?: PendingAccount;
  /** The last new details that were rejected, until others are entered. */
  readonly rejected?: { readonly hash: string; readonly at: Instant };
}

export const NO_ACCOUNT: Account = { seq: 0 };

/** From when the pending details are in force: the last of both confirmations and the end of the hold; undefined before. */
const inForceFrom = ({ heldUntil, holderConfirmedAt, officerConfirmedAt }: PendingAccount): Instant | undefined =>
  holderConfirmedAt === undefined || officerConfirmedAt === undefined
    ? undefined
    : [heldUntil, holderConfirmedAt, officerConfirmedAt].toSorted().at(-1);

/** The account at an instant: details that have been confirmed twice take the place of the old ones when their hold ends. */
export const accountAt = (account: Account, at: Instant): Account => {
  const { pending, current: _old, ...rest } = account;
  const since = pending && inForceFrom(pending);
  return pending === undefined || since === undefined || at < since
    ? account
    : { ...rest, current: { hash: pending.hash, since } };
};

export const stageOf = ({ current, pending }: Account): AccountStage =>
  pending === undefined ? (current === undefined ? 'none' : 'inForce') : current === undefined ? 'pending' : 'changing';

const entered = (
  { current }: Account,
  { seq, by, at, fact }: Recorded<Extract<AccountFact, { type: 'account.entered' }>>,
): Account => ({
  seq,
  ...(current && { current }),
  pending: { hash: fact.hash, enteredAt: at, enteredBy: by as PersonId, heldUntil: fact.heldUntil },
});

const confirmed = (before: Account, seq: number, by: Partial<PendingAccount>): Account => ({
  ...before,
  seq,
  ...(before.pending && { pending: { ...before.pending, ...by } }),
});

const dropped = ({ current }: Account, seq: number): Account => ({ seq, ...(current && { current }) });

export const evolve = (earlier: Account, { seq, fact, at, by }: Recorded<AccountFact>): Account => {
  const before = accountAt(earlier, at);
  switch (fact.type) {
    case 'account.entered':
      return entered(before, { seq, by, at, fact });
    case 'account.confirmedByHolder':
      return confirmed(before, seq, { holderConfirmedAt: at });
    case 'account.confirmedByOfficer':
      return confirmed(before, seq, { officerConfirmedAt: at, officer: by as PersonId });
    case 'account.rejected':
      return { ...dropped(before, seq), rejected: { hash: fact.hash, at } };
    case 'account.withdrawn':
      return dropped(before, seq);
  }
};

export const readAccount = (stream: readonly Recorded<AccountFact>[]): Account => replay(NO_ACCOUNT, evolve, stream);
