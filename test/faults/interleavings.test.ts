import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Journal, Row } from '../../functions/kernel/journal.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { asId } from '../../shared/kernel/id.ts';
import { ACTORS, draftedRows, FULL, loaded, placeOf, SEED, type ActorName } from '../support/fault-cases.ts';
import { perform, type ActName, type Wish } from '../support/fault-acts.ts';
import { findingsIn } from '../support/fault-findings.ts';

const SCHEDULES = FULL ? 2000 : 200;
const BUDGET = cents(4_500_000);
const IDS = ['app-eins', 'app-zwei'].map((id) => asId<'application'>(id));

/** Ways to where several people may act at once on both cases: grants of 2.5 million each, of which the budget bears one. */
const WAYS: Readonly<Record<string, readonly (readonly [ActName, ActorName])[]>> = {
  draft: [],
  submitted: [['submit', 'signatory']],
  'proposed by an officer': [
    ['submit', 'signatory'],
    ['proposeApproval', 'officer'],
  ],
  'proposed by an approver': [
    ['submit', 'signatory'],
    ['proposeApproval', 'both'],
  ],
  'proposed to refuse': [
    ['submit', 'signatory'],
    ['proposeRefusal', 'officer'],
  ],
};

/** Who has reason to come to the same file at the same time. */
const RIVALS: Readonly<Record<string, readonly (readonly [ActName, ActorName])[]>> = {
  draft: [
    ['save', 'editor'],
    ['submit', 'signatory'],
    ['submit', 'tangled'],
    ['withdraw', 'signatory'],
    ['save', 'signatory'],
  ],
  submitted: [
    ['take', 'officer'],
    ['take', 'officer2'],
    ['proposeApproval', 'officer'],
    ['proposeApproval', 'both'],
    ['proposeRefusal', 'officer2'],
    ['withdraw', 'signatory'],
    ['save', 'editor'],
  ],
};

const DECIDING: readonly (readonly [ActName, ActorName])[] = [
  ['approve', 'approver'],
  ['approve', 'approver2'],
  ['approve', 'both'],
  ['return', 'approver'],
  ['return', 'both'],
  ['refuse', 'approver2'],
  ['withdraw', 'signatory'],
  ['take', 'officer'],
];

const wishOf = ([act, who]: readonly [ActName, ActorName], id: Wish['id'], key: string): Wish => ({
  act,
  id,
  actor: ACTORS[who],
  key: `key-number-${key}`,
  cents: cents(2_500_000),
  looks: true,
});

const wayTo = async (from: readonly Row[], way: string): Promise<Row[]> => {
  const journal = await loaded(from);
  for (const [step, part] of WAYS[way]!.entries()) {
    for (const id of IDS)
      expect(await perform(placeOf(journal), wishOf(part, id, `${step}-${id}`))).toMatchObject({ ok: true });
  }
  return journal.rows();
};

/** Every call waits for its turn, which the scheduler gives; the answer waits for another one. */
const inTurns = (journal: Journal, scheduler: fc.Scheduler): Journal => {
  const turn = (name: string) => scheduler.schedule(Promise.resolve(), name);
  return {
    read: async (asks) => {
      await turn('read');
      return journal.read(asks);
    },
    page: async (ask) => {
      await turn('page');
      return journal.page(ask);
    },
    commit: async (commit) => {
      await turn(`commit by ${commit.by}`);
      const outcome = await journal.commit(commit);
      await turn(`answer to ${commit.by}`);
      return outcome;
    },
  };
};

test(
  'however the calls of people at the same files are interleaved, what they leave behind is right',
  async () => {
    console.log(`interleavings: ${SCHEDULES} schedules, FAULTS_SEED=${SEED}`);
    const drafts = await draftedRows(IDS, BUDGET);
    const starts = new Map<string, Row[]>();
    for (const way of Object.keys(WAYS)) starts.set(way, await wayTo(drafts, way));
    let [done, refused] = [0, 0];
    const people = fc.array(fc.tuple(fc.nat(99), fc.constantFrom(...IDS)), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts.keys()), people, fc.scheduler(), async (way, chosen, scheduler) => {
        const journal = await loaded(starts.get(way)!);
        const place = { ...placeOf(journal), journal: inTurns(journal, scheduler) };
        const rivals = RIVALS[way] ?? DECIDING;
        const wishes = chosen.map(([pick, id], index) => wishOf(rivals[pick % rivals.length]!, id, `rival-${index}`));
        const before = journal.rows();
        const results = await scheduler.waitFor(Promise.all(wishes.map((wish) => perform(place, wish))));
        const after = journal.rows();
        expect(findingsIn(after, BUDGET)).toEqual([]);
        const facts = (rows: readonly Row[]) => rows.filter(({ sk }) => sk.startsWith('fact#')).length;
        const told = results.filter((result, index) => result.ok && wishes[index]!.act !== 'save').length;
        expect(facts(after) - facts(before), 'every act that was acknowledged is a fact').toBe(told);
        done += results.filter(({ ok }) => ok).length;
        refused += results.filter(({ ok }) => !ok).length;
      }),
      { numRuns: SCHEDULES, seed: SEED },
    );
    console.log(`interleavings: ${done} done, ${refused} refused, 0 violations`);
    expect(done).toBeGreaterThan(SCHEDULES / 2);
    expect(refused).toBeGreaterThan(SCHEDULES / 8);
  },
  FULL ? 1_800_000 : 90_000,
);
