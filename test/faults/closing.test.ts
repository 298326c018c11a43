import { expect, test } from 'vitest';
import { perform, type ActName } from '../support/fault-acts.ts';
import { ACTORS, draftedRows, loaded, placeOf, type ActorName } from '../support/fault-cases.ts';
import { findingsIn } from '../support/fault-findings.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { Journal } from '../../functions/kernel/journal.ts';

const BUDGET = cents(10_000_000);

const wish = (act: ActName, who: ActorName) => ({
  act,
  id: asId<'application'>('app-eins'),
  actor: ACTORS[who],
  key: `key-of-${act}`,
  cents: cents(0),
  looks: false,
});

/** `then` happens between what the first one has read and what it commits. */
const meanwhile = (journal: Journal, then: () => Promise<unknown>): Journal => ({
  ...journal,
  commit: async (commit) => {
    await then();
    return journal.commit(commit);
  },
});

test.each(['submit', 'withdraw'] as const)(
  'a draft that is being saved while it is closed by %s stays as it was closed',
  async (act) => {
    const journal = await loaded(await draftedRows([asId('app-eins')], BUDGET));
    const place = placeOf(journal);
    const slow = meanwhile(journal, async () => {
      expect(await perform(place, wish(act, 'signatory'))).toMatchObject({ ok: true });
    });
    expect(await perform({ ...place, journal: slow }, wish('save', 'editor'))).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
    });
    expect(findingsIn(journal.rows(), BUDGET)).toEqual([]);
  },
);

test('a submission that meets an autosave is refused, since the signatory has checked another version', async () => {
  const journal = await loaded(await draftedRows([asId('app-eins')], BUDGET));
  const place = placeOf(journal);
  const slow = meanwhile(journal, () => perform(place, wish('save', 'editor')));
  expect(await perform({ ...place, journal: slow }, wish('submit', 'signatory'))).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  });
});
