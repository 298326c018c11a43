import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { Row } from '../kernel/journal.ts';

/** Whoever takes over a mailbox and a session must not confirm new details by a contact that they have just put in. */
const KNOWN_SECONDS = 24 * 60 * 60;

/**
 * The mail address that was known before: the one in the person's record, unless it was changed within a day; then the one
 * before it (`emailBefore`, `emailChangedAt`). Undefined where there was none.
 */
export const contactKnownBefore = (person: Row | undefined, at: Instant): string | undefined => {
  const text = (field: string): string | undefined => {
    const value = person?.[field];
    return typeof value === 'string' ? value : undefined;
  };
  const changedAt = text('emailChangedAt') as Instant | undefined;
  const isNew = changedAt !== undefined && addSeconds(changedAt, KNOWN_SECONDS) > at;
  return isNew ? text('emailBefore') : text('email');
};

/** `f•••@anteil.example`: enough to know which mailbox to look into. */
export const maskedContact = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
};
