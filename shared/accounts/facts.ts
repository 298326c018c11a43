import type { Instant } from '../kernel/day.ts';
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
