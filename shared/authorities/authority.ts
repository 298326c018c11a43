import type { Day } from '../kernel/day.ts';
import type { AuthorityId } from '../kernel/id.ts';
import type { Sourced } from '../law/status.ts';

/**
 * What an authority is decides which remedy is open against its notices.
 * `senate`: a Senate department (oberste Landesbehörde). `district`: a district office (Bezirksamt). `agency`: an office
 * below a department (Sonderbehörde). `delegate`: a private body entrusted with public power (Beliehene, § 44(3) LHO).
 */
export const AUTHORITY_KINDS = ['senate', 'district', 'agency', 'delegate'] as const;

export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** The two digits under which Berlin counts its districts, in their order. */
export const DISTRICT_KEYS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

export type DistrictKey = (typeof DISTRICT_KEYS)[number];

/**
 * A name in force from its first to its last day, both included. Departments are renamed with governments; a notice
 * keeps the name that was valid when it was issued.
 */
export interface AuthorityName extends Sourced {
  readonly name: string;
  /** With its article, as it follows the word "bei": `dem Bezirksamt Mitte von Berlin`. */
  readonly nameInDative: string;
  readonly validFrom: Day;
  readonly validUntil?: Day;
}

export interface Address {
  /** With house number. */
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
}

/** An office that decides on grants or is asked about them. Everything here is public; it holds no names of persons. */
export interface Authority {
  readonly id: AuthorityId;
  readonly kind: AuthorityKind;
  readonly district?: DistrictKey;
  /** Oldest first, without overlap. */
  readonly names: readonly AuthorityName[];
  /** The part of the authority that acts, as it stands below the name in a letter's head. */
  readonly unit?: string;
  readonly address: Address & Sourced;
  readonly contact: { readonly mail: string; readonly website: string } & Sourced;
}

/** An authority as it is called and found on one day. */
export interface AuthorityOnDay extends Address {
  readonly id: AuthorityId;
  readonly kind: AuthorityKind;
  readonly district?: DistrictKey;
  readonly name: string;
  readonly nameInDative: string;
  readonly unit?: string;
  readonly mail: string;
  readonly website: string;
}
