import * as z from 'zod/mini';
import type { Instant } from '../kernel/day.ts';
import type { AuthorityId, PersonId } from '../kernel/id.ts';
import { cursorText, filledProse, idText, line } from '../kernel/text.ts';

const language = z.optional(z.string().check(z.maxLength(10)));

export const ownerParam = z.strictObject({ person: idText<PersonId>() });

/** As typed; what is wrong with number or name is told by the rules, not by the form. */
export const accountBody = z.strictObject({ iban: line(60), holder: line(140) });

/** The code that came by mail to the contact known before. */
export const confirmBody = z.strictObject({ code: z.string().check(z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/)) });

/** The officer confirms exactly the details seen: `hash` as the view gave it. */
export const officerConfirmBody = z.strictObject({
  hash: z.string().check(z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/)),
});
export const rejectBody = z.strictObject({
  hash: z.string().check(z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/)),
  reason: filledProse(1000),
});

export const pendingQuery = z.strictObject({
  authority: z.optional(idText<AuthorityId>()),
  cursor: z.optional(cursorText()),
  lang: language,
});

/** Masked to the last four characters but for payers. */
export interface AccountDetails {
  readonly iban: string;
  readonly isMasked: boolean;
  readonly holder: string;
  readonly since?: Instant;
}

export interface PendingDetails extends AccountDetails {
  readonly hash: string;
  readonly enteredAt: Instant;
  readonly heldUntil: Instant;
  readonly confirmedByHolder: boolean;
  readonly confirmedByOfficer: boolean;
}

export interface AccountView {
  readonly version: number;
  readonly current?: AccountDetails;
  readonly pending?: PendingDetails;
  readonly rejected?: { readonly at: Instant; readonly reason: string };
  /** Where the code was sent, masked (`f•••@anteil.example`). */
  readonly contact?: string;
  /** The member's newer address was left out, since it was changed less than 24 hours before. */
  readonly isEarlierContact?: boolean;
}

/** A change of the mail address beside new bank details: both together are what a thief would do. */
export interface ChangedContact {
  /** Masked: `f•••@anteil.example`. */
  readonly address: string;
  readonly since: Instant;
  /** Whether its owner has shown that they read it. */
  readonly isProven: boolean;
}

export interface PendingLine {
  readonly person: PersonId;
  readonly name: string;
  readonly pending: PendingDetails;
  readonly current?: AccountDetails;
  readonly changedContact?: ChangedContact;
  /** Whether the person who asks may be the second person. */
  readonly mayConfirm: boolean;
}

export interface PendingLines {
  readonly items: readonly PendingLine[];
  readonly next?: string;
}
