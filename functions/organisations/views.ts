import type { OrganisationId } from '../../shared/kernel/id.ts';
import type { Organisation } from '../../shared/organisations/organisation.ts';
import type { Key, Row, Write } from '../kernel/journal.ts';

export const organisationKey = (id: OrganisationId): Key => ({ pk: `organisation#${id}`, sk: 'organisation' });

export const organisationOf = (row: Row | undefined): Organisation | undefined =>
  row?.['organisation'] as Organisation | undefined;

/** Enters an organisation in the directory, if it is not there yet. */
export const enteredOrganisation = (organisation: Organisation): Write => ({
  put: { ...organisationKey(organisation.id), organisation },
  if: { version: 0 },
});
