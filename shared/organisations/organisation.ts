import type { Instant } from '../kernel/day.ts';
import type { OrganisationId } from '../kernel/id.ts';

/**
 * A migrant organisation (Migrantenorganisation, MO) as the portal's directory holds it: an ordinary record, edited with
 * a version check, never a fact.
 */
export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  /** Juristische Person: only these may be named in public and need a number in the Transparenzdatenbank (rules 0 no. 8). */
  readonly isLegalPerson: boolean;
  /** Register court and number, as `VR 12345 B, Amtsgericht Charlottenburg`; undefined where not registered. */
  readonly register?: string;
  /** Recipient id in the city's spelling, `VR_012345`. */
  readonly recipientId?: string;
  readonly transparencyDbNumber?: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** Whether the address is an office; a private home is published as postcode and town only (rules 5.3 no. 4). */
  readonly addressIsOffice: boolean;
  /** Consent to electronic delivery in the portal (§ 41(2a) VwVfG) and where the notification goes. */
  readonly portalDelivery?: { readonly consentedAt: Instant; readonly email: string; readonly language: string };
}

/** A legal person without a number in the Transparenzdatenbank: nothing may be granted to it (rules 0 no. 8). */
export const isUnregistered = ({ isLegalPerson, transparencyDbNumber }: Organisation): boolean =>
  isLegalPerson && transparencyDbNumber === undefined;

/** What a notice and its public entry say of their recipient, as one text to compare: another text, another letter. */
export const printedOf = ({ name, isLegalPerson, recipientId, street, postcode, town }: Organisation): string =>
  JSON.stringify([name, isLegalPerson, recipientId ?? '', street, postcode, town]);
