import type { AuthorityId, PersonId } from '../../shared/kernel/id.ts';
import type { Key, Row } from '../kernel/journal.ts';

/** What this room wants to know of a member: who pays them, and in which language they read. */
interface PaidMember {
  readonly authorities: readonly AuthorityId[];
  readonly language: string;
}

export const memberKey = (person: PersonId): Key => ({ pk: `member#${person}`, sk: 'member' });

export const paidMember = (row: Row | undefined): PaidMember => ({
  authorities: (row?.['authorities'] as AuthorityId[] | undefined) ?? [],
  language: (row?.['language'] as string | undefined) ?? 'de',
});
