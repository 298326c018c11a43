import { isDeepStrictEqual } from 'node:util';
import { factKey, type Commit, type Journal, type Key, type Row } from '../kernel/journal.ts';
import { Unavailable } from '../kernel/unavailable.ts';
import type { Room } from './disk.ts';

/** A row by which the database shows that it kept a commit. */
interface Witness {
  readonly key: Key;
  /** What must be found there; undefined where the row may be gone again, so that asking has to do. */
  readonly row?: Row;
}

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/** Rows that nobody else can have made: a fact with its instant, a kept answer, a unique row, a record with its version. */
const ownRow = ({ at, by, facts = [], answered, guards = [], writes = [] }: Commit): Row | undefined => {
  const append = facts.find(({ facts: some }) => some.length > 0);
  if (append !== undefined) return { ...factKey(append.pk, append.after + 1), fact: append.facts[0], at, by };
  if (answered !== undefined) return { ...keyOf(answered.key), body: answered.body, answer: answered.answer };
  const made = guards.find((guard) => 'unique' in guard);
  if (made !== undefined) return made.unique;
  const write = writes.find((it) => 'put' in it && it.if !== undefined);
  if (write === undefined || !('put' in write)) return undefined;
  return { ...write.put, version: (write.if?.version ?? 0) + 1 };
};

/** Every key that the commit touches will do for asking. */
const anyKey = ({ writes = [], guards = [], completes }: Commit): Key | undefined => {
  const [write] = writes;
  if (write !== undefined) return keyOf('put' in write ? write.put : write.remove);
  const take = guards.find((guard) => 'take' in guard);
  return take === undefined ? completes : keyOf(take.take);
};

const witnessOf = (commit: Commit): Witness | undefined => {
  const row = ownRow(commit);
  if (row !== undefined) return { key: keyOf(row), row };
  const key = anyKey(commit);
  return key && { key };
};

/** As the table gives it back: without what is undefined. */
const asStored = (row: Row): unknown => JSON.parse(JSON.stringify(row));

/** It stands there, or somebody has gone on from it: with a higher version, or by taking cents. */
const isKept = (row: Row, found: Row | undefined): boolean =>
  found !== undefined &&
  ((found.version ?? 0) > (row.version ?? 0) ||
    'freeCents' in row ||
    isDeepStrictEqual(asStored(found), asStored(row)));

/**
 * DynamoDB Local answers a write before it has written it: killed in that instant, or with a full disk, it forgets what it had
 * agreed to. It works off what it is asked in order, so that its answer to a second question proves that the write is behind it;
 * this journal asks for a row of the commit before it says that the commit is done.
 * @throws Unavailable if the row is not there, or if there is no room to write it
 */
export const keptJournal = (journal: Journal, room: Room): Journal => ({
  ...journal,
  commit: async (commit) => {
    await room.mustHaveRoom();
    const outcome = await journal.commit(commit);
    const witness = outcome.is === 'committed' ? witnessOf(commit) : undefined;
    if (witness === undefined) return outcome;
    const [[found] = []] = await journal.read([witness.key]);
    if (witness.row !== undefined && !isKept(witness.row, found))
      throw new Unavailable('storage-unsure', `The database did not keep ${witness.key.pk.split('#')[0]}`);
    return outcome;
  },
});
