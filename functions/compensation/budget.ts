import type { Claim } from '../../shared/compensation/claim.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import type { AuthorityId, PersonId } from '../../shared/kernel/id.ts';
import type { Guard, Key, Row } from '../kernel/journal.ts';

/** The title of an authority's budget for a year: `freeCents`, `takenCents`. A claim reserves at its certification. */
export const budgetKey = (authority: AuthorityId, year: number): Key => ({
  pk: `compensation-budget#${authority}#${year}`,
  sk: 'balance',
});

export const settingsKey = (authority: AuthorityId): Key => ({
  pk: `compensation-settings#${authority}`,
  sk: 'settings',
});

/** Above this amount two persons order; undefined where the authority has not said. */
export const secondOrderAbove = (row: Row | undefined): Cents | undefined =>
  row?.['secondOrderAboveCents'] as Cents | undefined;

/** What a person still owes to an authority (`freeCents`), to be kept back from later orders. */
export const balanceKey = (person: PersonId, authority: AuthorityId): Key => ({
  pk: `compensation-balance#${person}`,
  sk: authority,
});

/** Far above every sum that can be owed; the row moves it to `freeCents`, so that adding and taking are both conditions. */
const NEVER_OWED = 10_000_000_00;

/** Adds to what is owed; `row` is the balance as it was read. */
export const owe = (key: Key, row: Row | undefined, cents: Cents): Guard =>
  row === undefined
    ? { unique: { ...key, freeCents: cents, takenCents: NEVER_OWED }, refusal: 'changed-meanwhile' }
    : { take: key, cents: 0 - cents, refusal: 'changed-meanwhile' };

interface Change {
  readonly before: Claim | undefined;
  readonly after: Claim;
}

/** What the steps of these claims take from budgets or give back, together: a transaction touches each row once. */
export const budgetGuards = (changes: readonly Change[]): Guard[] => {
  const moved = new Map<string, { key: Key; cents: number }>();
  const move = (claim: Claim | undefined, sign: 1 | -1): void => {
    if (claim?.of === undefined || claim.reserved === undefined) return;
    const key = budgetKey(claim.of.authority, claim.reserved.year);
    const cents = (moved.get(key.pk)?.cents ?? 0) + sign * claim.reserved.cents;
    moved.set(key.pk, { key, cents });
  };
  for (const { before, after } of changes) {
    move(before, -1);
    move(after, 1);
  }
  return [...moved.values()]
    .filter(({ cents }) => cents !== 0)
    .map(({ key, cents }) => ({ take: key, cents, refusal: 'budget-exhausted' }));
};
