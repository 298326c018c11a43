import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { Member } from '../bodies/views.ts';

/** Whoever takes over a session must not confirm new details by a contact that they have just put in. */
const KNOWN_SECONDS = 24 * 60 * 60;

export interface Contact {
  readonly to: string;
  /** A newer address was left out, since it is younger than a day or nobody has shown that it is theirs. */
  readonly isEarlier: boolean;
}

/**
 * The mail address that was known before: the member's own, if its owner has shown that they read it and it is older than a
 * day; else the one under which the person is known to the portal, which nobody can change on a page. Waiting alone makes no
 * address known.
 */
export const contactKnownBefore = (member: Member, known: string, at: Instant): Contact => {
  const isNew = addSeconds(member.emailSince, KNOWN_SECONDS) > at;
  return isNew || member.emailProvenAt === undefined
    ? { to: known, isEarlier: known !== member.email }
    : { to: member.email, isEarlier: false };
};

/** `f•••@anteil.example`: enough to know which mailbox to look into. */
export const maskedContact = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
};
