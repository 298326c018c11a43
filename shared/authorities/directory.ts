import type { Day } from '../kernel/day.ts';
import type { AuthorityId } from '../kernel/id.ts';
import type { Authority, AuthorityName, AuthorityOnDay, DistrictKey } from './authority.ts';
import { DISTRICT_NAMES, DISTRICT_OFFICES } from './district-offices.ts';
import { SENATE_INTEGRATION } from './senate-departments.ts';

/**
 * District key → name, `01` Mitte to `12` Reinickendorf. For lists go through `DISTRICT_KEYS`: in an object the keys from
 * `10` on come first.
 */
export const DISTRICTS: Readonly<Record<DistrictKey, string>> = DISTRICT_NAMES;

/** All authorities the portal knows, with all the names they had. */
export const AUTHORITIES: readonly Authority[] = [SENATE_INTEGRATION, ...DISTRICT_OFFICES];

const nameOn = (authority: Authority, on: Day): AuthorityName | undefined =>
  authority.names.find(
    ({ validFrom, validUntil }) => validFrom <= on && (validUntil === undefined || on <= validUntil),
  );

/** The authority as it is called on that day, or undefined where it had no name then. */
export const asOf = (authority: Authority, on: Day): AuthorityOnDay | undefined => {
  const named = nameOn(authority, on);
  if (named === undefined) return undefined;
  const { id, kind, district, unit, address, contact } = authority;
  return {
    id,
    kind,
    ...(district === undefined ? {} : { district }),
    name: named.name,
    nameInDative: named.nameInDative,
    ...(unit === undefined ? {} : { unit }),
    street: address.street,
    postcode: address.postcode,
    town: address.town,
    mail: contact.mail,
    website: contact.website,
  };
};

/** An authority by its id, as it is called on that day; undefined where there is none. */
export const authorityOn = (id: AuthorityId, on: Day): AuthorityOnDay | undefined => {
  const authority = AUTHORITIES.find((known) => known.id === id);
  return authority === undefined ? undefined : asOf(authority, on);
};

/** All authorities as they are called on that day, the Senate first, then the districts by key. */
export const authoritiesOn = (on: Day): AuthorityOnDay[] =>
  AUTHORITIES.map((authority) => asOf(authority, on)).filter((named) => named !== undefined);
