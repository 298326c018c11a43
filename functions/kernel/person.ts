import { createHash } from 'node:crypto';
import type { Actor, RoleGrant } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { asId, isId, type PersonId } from '../../shared/kernel/id.ts';
import type { Key, Row } from './journal.ts';

/** The record of a person: `name`, `email`, `roles`. Read at every request, so that a removed role ends at once. */
export const personKey = (person: PersonId): Key => ({ pk: `person#${person}`, sk: 'person' });

export const actorFrom = (person: PersonId, row: Row, signedInAt?: Instant): Actor => ({
  person,
  name: String(row['name']),
  email: String(row['email']),
  roles: row['roles'] as RoleGrant[],
  ...(signedInAt !== undefined && { signedInAt }),
});

/**
 * Whom the issuer means by its subject. There is one issuer, so its subject is the person's id wherever it has an id's form
 * (demo people, Keycloak's UUIDs); any other text is hashed into one. No lookup, no second name for the same person.
 */
export const personOf = (subject: string): PersonId =>
  asId(isId(subject) ? subject : `subject-${createHash('sha256').update(subject).digest('hex').slice(0, 40)}`);
