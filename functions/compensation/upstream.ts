import { accountAt, readAccount, type AccountFact } from '../../shared/accounts/facts.ts';
import type { Attendance, SittingFact } from '../../shared/bodies/facts.ts';
import { readSitting, type Sitting } from '../../shared/bodies/sitting.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { PersonId } from '../../shared/kernel/id.ts';
import { accountAsk, usableAccount } from '../accounts/views.ts';
import { streamOf, type Ask, type Row } from '../kernel/journal.ts';

/** A sitting with every list there ever was: the confirmed one and each correction, the one that counts last. */
export interface Attended {
  readonly plan: NonNullable<Sitting['plan']>;
  readonly lists: readonly Attendance[];
}

/** Read by its facts alone, so that words which were erased hold up no claim. Undefined before there is a list. */
export const attendedOf = (rows: readonly Row[]): Attended | undefined => {
  const stream = streamOf<SittingFact>(rows);
  const { plan } = readSitting(stream);
  const lists = stream.flatMap((_, index) => {
    const { attendance } = readSitting(stream.slice(0, index + 1));
    return attendance?.seq === stream[index]?.seq && attendance !== undefined ? [attendance] : [];
  });
  return plan === undefined || lists.length === 0 ? undefined : { plan, lists };
};

export const accountOf = (person: PersonId): Ask => accountAsk({ kind: 'person', id: person });

/** Whether the account can be paid to at this instant, and since when it is in force. */
export const accountStateOf = (
  rows: readonly Row[],
  at: Instant,
): { readonly state: 'missing' | 'changing' | 'usable'; readonly since?: Instant } => {
  const usable = usableAccount(rows, at);
  if (!usable.ok) return { state: usable.refusal === 'account-missing' ? 'missing' : 'changing' };
  const { current } = accountAt(readAccount(streamOf<AccountFact>(rows)), at);
  return { state: 'usable', ...(current && { since: current.since }) };
};
