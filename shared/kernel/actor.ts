import type { Instant } from './day.ts';
import type { PersonId } from './id.ts';

/** The roles of domain/berlin-rules §10, with those that run the portal itself. */
export const ROLES = [
  'editor',
  'signatory',
  'member',
  'bodyOffice',
  'caseOfficer',
  'approver',
  'certifier',
  'orderer',
  'programmeManager',
  'auditor',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

/** A role held for one organisation, authority or body (`scope` is its id), or for the whole portal (`*`). */
export interface RoleGrant {
  readonly role: Role;
  readonly scope: string;
}

/** The person who acts, with the roles held at this very request. Four-eyes rules go by `person`, never by role. */
export interface Actor {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleGrant[];
  /** When the person last proved who they are; absent where the sign-in does not tell. */
  readonly signedInAt?: Instant;
}

export const holds = (actor: Actor, role: Role, scope: string): boolean =>
  actor.roles.some((held) => held.role === role && (held.scope === scope || held.scope === '*'));

/** The organisations, authorities or bodies for which the actor holds one of these roles. */
export const scopesOf = (actor: Actor, ...roles: Role[]): string[] => [
  ...new Set(actor.roles.filter((held) => roles.includes(held.role)).map((held) => held.scope)),
];
