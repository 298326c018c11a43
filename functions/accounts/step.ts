import { evolve, type AccountFact, type AccountOwner } from '../../shared/accounts/facts.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { record } from '../../shared/kernel/decider.ts';
import type { Commit, Row } from '../kernel/journal.ts';
import { queueWrites } from './queue.ts';
import { accountPk, detailsSk, type AccountFile, type Details, type Entry } from './views.ts';

export const ownerOf = (actor: Actor): AccountOwner => ({ kind: 'person', id: actor.person });

/** The words that come with a step. */
interface Words {
  readonly details?: Details & { readonly salt: string; readonly hash: string };
  readonly entry?: Entry;
  readonly rows?: readonly Row[];
}

const wordRows = (before: AccountFile, { details, rows = [] }: Words): Row[] => {
  const pk = accountPk(before.owner);
  if (details === undefined) return [...rows];
  const { hash, iban, holder, salt } = details;
  return [{ pk, sk: detailsSk(hash), iban, holder, salt }, ...rows];
};

/** Details that never came into force are emptied: nobody needs the number, and the fact keeps only its hash. */
const emptied = (before: AccountFile, after: AccountFile): Row[] => {
  const { pending } = before.account;
  const isNeeded = [after.account.pending?.hash, after.account.current?.hash].includes(pending?.hash);
  return pending === undefined || isNeeded ? [] : [{ pk: accountPk(before.owner), sk: detailsSk(pending.hash) }];
};

/** The commit of a step: its facts, the records they vouch for, and the lists of the second persons. */
export const stepCommit = (
  before: AccountFile,
  facts: readonly AccountFact[],
  { by, at }: { readonly by: Actor; readonly at: Instant },
  words: Words = {},
): { readonly after: AccountFile; readonly commit: Omit<Commit, 'at' | 'by'> } => {
  const pk = accountPk(before.owner);
  const { details, entry } = words;
  const version = before.entry?.version ?? 0;
  const after: AccountFile = {
    ...before,
    account: record(before.account.seq, { by: by.person, at }, facts).reduce(evolve, before.account),
    details: details === undefined ? before.details : new Map([...before.details, [details.hash, details]]),
    ...(entry && { entry: { ...entry, version: version + 1 } }),
  };
  return {
    after,
    commit: {
      facts: [{ pk, after: before.account.seq, facts }],
      writes: [
        ...(entry === undefined ? [] : [{ put: { pk, sk: 'entry', entry }, if: { version } }]),
        ...[...wordRows(before, words), ...emptied(before, after)].map((put) => ({ put })),
        ...queueWrites(before, after, at),
      ],
    },
  };
};
