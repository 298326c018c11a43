import { AUTHORITIES } from '../shared/authorities/directory.ts';
import type { Role } from '../shared/kernel/actor.ts';
import type { Session } from './session.ts';

/** The scopes for which this person holds one of these roles; `*` stands for all. */
export const scopesOf = (who: Session | undefined, roles: readonly Role[]): string[] => [
  ...new Set((who?.roles ?? []).filter((held) => roles.includes(held.role)).map((held) => held.scope)),
];

/** The authorities for which this person holds one of these roles: all that there are, where the role is held for all. */
export const authoritiesOf = (who: Session | undefined, roles: readonly Role[]): string[] => {
  const scopes = scopesOf(who, roles);
  const known = AUTHORITIES.map(({ id }) => id as string);
  return scopes.includes('*') ? known : known.filter((id) => scopes.includes(id));
};

/** As it is called now; the id where it is not in the directory. */
export const authorityName = (id: string): string =>
  AUTHORITIES.find((authority) => authority.id === id)?.names.at(-1)?.name ?? id;
