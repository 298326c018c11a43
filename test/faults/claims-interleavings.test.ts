import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import type { Journal, Row } from '../../functions/kernel/journal.ts';
import { sweep } from '../../functions/kernel/outbox.ts';
import { reactionsOf } from '../../functions/reactions.ts';
import { confirmed, done, planned, seated } from '../support/board.ts';
import { claimFindingsIn } from '../support/claim-findings.ts';
import { batchOf, claimOfPerson, grant, sent } from '../support/claims.ts';
import { perform, type ClaimAct } from '../support/claim-acts.ts';
import { testCity, type TestCity } from '../support/city.ts';
import { FULL, loaded, SEED } from '../support/fault-cases.ts';
import { accountInForce } from '../support/payments.ts';
import { FEE } from './claims-money-model.ts';
import { AUTHORITY, PERSONS, START } from './claims-money-play.ts';

const SCHEDULES = FULL ? 500 : 40;
const SITTINGS = ['sitzung-1', 'sitzung-2'] as const;
/** Of six claims the title can pay four. */
const BUDGET = 4 * FEE;
const BUDGET_ROW = { pk: `compensation-budget#${AUTHORITY}#2026`, sk: 'balance' };

/** Ways to where several people may act at once: three claims ordered, their run closed, and the same with the bank. */
const WAYS = ['submitted', 'ordered', 'closed', 'released'] as const;
const RUN = '/api/payments/runs/lauf-1';

const files = new Map<string, Uint8Array>();
const starts = new Map<string, Row[]>();
beforeAll(async () => {
  const journal = memoryJournal();
  const city = await testCity(START, journal);
  for (const [index, person] of PERSONS.entries()) {
    await seated(city, { seat: `sitz-${index + 1}`, as: 'member', person });
    await accountInForce(journal, person);
  }
  for (const [index, sitting] of SITTINGS.entries())
    await planned(city, { sitting, from: `2026-11-1${index}T17:00`, to: `2026-11-1${index}T19:00` });
  await confirmed(city, 'sitzung-1', { 'sitz-1': 'member', 'sitz-2': 'member', 'sitz-3': 'member' });
  await city.settle();
  for (const person of PERSONS) await sent(city, person, claimOfPerson('sitzung-1', person));
  await grant(city, 'approver2', 'certifier');
  await grant(city, 'approver2', 'orderer');
  await journal.commit({
    at: START,
    by: 'system',
    writes: [{ put: { ...BUDGET_ROW, freeCents: BUDGET, takenCents: 0 } }],
  });
  const keep = (way: (typeof WAYS)[number]) =>
    starts.set(
      way,
      journal.rows().filter(({ pk }) => !pk.startsWith('key#')),
    );
  keep('submitted');
  const claims = PERSONS.map((person) => claimOfPerson('sitzung-1', person));
  await done(city.post('body-office', '/api/compensation/certify', await batchOf(city, 'body-office', claims)));
  await done(city.post('orderer', '/api/compensation/order', await batchOf(city, 'body-office', claims)));
  await city.settle();
  keep('ordered');
  await done(city.put('certifier', RUN, { authority: AUTHORITY, executionDay: '2026-11-25', channel: 'verified' }));
  await city.settle();
  await done(city.post('certifier', `${RUN}/close`, { count: 3, sumCents: 3 * FEE }));
  keep('closed');
  const { fileSha256 } = (await (await city.get('orderer', RUN)).json()) as { fileSha256: string };
  await done(city.post('orderer', `${RUN}/release`, { fileSha256 }));
  keep('released');
  for (const [path, bytes] of city.deps.files.all) files.set(path, bytes);
});

/** As soon as there is a scheduler, every call waits for its turn, and its answer for another one. */
const inTurns = (journal: Journal, of: { scheduler?: fc.Scheduler }): Journal => {
  const turn = async (name: string) => of.scheduler?.schedule(Promise.resolve(), name);
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

/** One round of the portal itself; what meets somebody else stays for the next one. */
const react = (city: TestCity) =>
  sweep({ ...city.deps, log: () => undefined }, reactionsOf(city.deps), { which: 'all' });

const settle = async (city: TestCity): Promise<void> => {
  for (let round = 0; round < 50; round += 1) if ((await react(city)).done === 0) return;
};

const ACTS: readonly (readonly [weight: number, act: ClaimAct | 'react'])[] = [
  [2, 'list'],
  [2, 'submit'],
  [4, 'certify'],
  [4, 'order'],
  [3, 'open'],
  [3, 'close'],
  [3, 'release'],
  [1, 'cancel'],
  [3, 'statement'],
  [1, 'fix'],
  [3, 'react'],
];

const wish = fc.record({
  act: fc.oneof(...ACTS.map(([weight, act]) => ({ weight, arbitrary: fc.constant(act) }))),
  pick: fc.nat(999),
  other: fc.nat(999),
});
/** Five people, two of whom may do the same. */
const people = fc.array(fc.array(wish, { minLength: 3, maxLength: 8 }), { minLength: 5, maxLength: 5 });

test(
  'however people at claims, orders, runs and statements are interleaved, what they leave behind is right',
  async () => {
    console.log(`claims interleavings: ${SCHEDULES} schedules, FAULTS_SEED=${SEED}`);
    const tally = { done: 0, refused: 0, paid: 0, released: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...WAYS), people, fc.scheduler(), async (way, scripts, scheduler) => {
        const journal = await loaded(starts.get(way)!);
        const turns: { scheduler?: fc.Scheduler } = {};
        const city = await testCity(START, inTurns(journal, turns));
        // The demo city says anew what its title has.
        const budget = starts.get(way)!.find(({ pk }) => pk === BUDGET_ROW.pk)!;
        await journal.commit({ at: START, by: 'system', writes: [{ put: budget }] });
        for (const [path, bytes] of files) city.deps.files.all.set(path, bytes);
        turns.scheduler = scheduler;
        const walk = async (script: (typeof scripts)[number], who: number) => {
          for (const [index, one] of script.entries()) {
            const { act } = one;
            if (act === 'react') await react(city);
            else tally[await perform(city, { ...one, act, key: `key-of-${who}-and-${index}` })] += 1;
          }
        };
        await scheduler.waitFor(Promise.all(scripts.map(walk)));
        delete turns.scheduler;
        await settle(city);
        const after = journal.rows();
        expect(claimFindingsIn(after, { budget: BUDGET, row: BUDGET_ROW })).toEqual([]);
        const text = (type: string) => after.filter((row) => (row['fact'] as { type?: string })?.type === type).length;
        tally.paid += text('claim.paid');
        tally.released += text('run.released');
      }),
      { numRuns: SCHEDULES, seed: SEED, endOnFailure: true },
    );
    console.log(`claims interleavings: ${JSON.stringify(tally)}, 0 violations`);
    // So that nothing is agreed with about nothing.
    expect(tally.done).toBeGreaterThan(SCHEDULES * 3);
    expect(tally.refused).toBeGreaterThan(SCHEDULES);
    expect(tally.released).toBeGreaterThan(SCHEDULES / 10);
    expect(tally.paid).toBeGreaterThan(SCHEDULES / 10);
  },
  FULL ? 1_800_000 : 90_000,
);
