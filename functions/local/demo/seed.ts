import type { Clock } from '../../kernel/clock.ts';
import { listed } from '../../kernel/directory.ts';
import type { Journal, Row } from '../../kernel/journal.ts';
import { personKey } from '../../kernel/person.ts';
import type { DemoPerson } from './people.ts';

/** Writes each person's record that is not there yet; what was changed since the first start stays. */
export const seedPeople = async (
  deps: { readonly journal: Journal; readonly clock: Clock },
  people: readonly DemoPerson[],
): Promise<void> => {
  const present = await deps.journal.read(people.map(({ id }) => personKey(id)));
  const missing = people.filter((_, index) => present[index]?.length === 0);
  const writes = missing.map(({ id, name, email, roles }) => {
    const put: Row = { ...personKey(id), name, email, roles };
    return { put, if: { version: 0 } };
  });
  // Repeated at each start: folders from before the directory get their lines too.
  const lines = people.flatMap((person) => listed('people', person));
  await deps.journal.commit({ at: deps.clock.now(), by: 'system', writes: lines });
  if (writes.length > 0) await deps.journal.commit({ at: deps.clock.now(), by: 'system', writes });
};
