import { asId } from '../../shared/kernel/id.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { memberKey, memberOf } from '../bodies/views.ts';
import type { Key, Row } from '../kernel/journal.ts';
import { organisationKey, organisationOf } from '../organisations/views.ts';

/** Where the recipient wants to be told that a notice waits in the portal. */
export interface Contact {
  readonly email: string;
  readonly language: string;
}

/** The record of the recipient in which the consent to the portal (§ 41(2a) VwVfG) stands. */
export const recipientKey = ({ id, organisation, person }: NoticeLine): Key => {
  if (organisation !== undefined) return organisationKey(organisation);
  if (person === undefined) throw new Error(`The notice ${id} has no recipient`);
  return memberKey(asId(person));
};

/** The contact, as long as the consent stands: it is looked at on the day of each dispatch, never as it once stood. */
export const contactIn = ({ organisation }: NoticeLine, row: Row | undefined): Contact | undefined => {
  if (organisation !== undefined) return organisationOf(row)?.portalDelivery;
  const member = memberOf(row);
  return member?.portalDelivery === undefined ? undefined : member;
};
