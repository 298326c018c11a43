import * as fc from 'fast-check';
import { caseAsk, caseOf } from '../../functions/funding/views.ts';
import { deliveryTasks } from '../../functions/notices/views.ts';
import { dayOf } from '../../shared/kernel/day.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { DEMO_CALL } from '../../shared/programmes/demo-call.ts';
import { expect, test } from 'vitest';
import { sweep } from '../../functions/kernel/outbox.ts';
import { auditFiles, ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { reactionsOf } from '../../functions/reactions.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { asId } from '../../shared/kernel/id.ts';
import {
  ANY_INSTANT,
  ACTORS,
  clock,
  draftedRows,
  FULL,
  loaded,
  placeOf,
  SEED,
  type ActorName,
} from '../support/fault-cases.ts';
import { perform, type ActName, type Wish } from '../support/fault-acts.ts';
import { findingsIn } from '../support/fault-findings.ts';
import { MoneyModel, type Fate } from './money-model.ts';

const RUNS = FULL ? 1000 : 100;
const COMMANDS = FULL ? 50 : 30;
const BUDGET = cents(6_000_000);
const IDS = Array.from({ length: 8 }, (_, index) => asId<'application'>(`app-${index + 1}`));

/** Mostly someone who might, sometimes anyone at all. */
const whoMight = (...names: ActorName[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<ActorName>(...names) },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(ACTORS) as ActorName[])) },
  );

const wishFor = (act: ActName, ...names: ActorName[]) =>
  fc.record({
    act: fc.constant(act),
    who: whoMight(...names),
    pick: fc.nat(999),
    aimed: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    cents: fc.constantFrom(1_000_000, 1_500_000, 2_500_000, 4_500_000, 4_600_000).map(cents),
    looks: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    twice: fc.boolean(),
  });

const anyWish = fc.oneof(
  { weight: 7, arbitrary: wishFor('submit', 'signatory') },
  { weight: 1, arbitrary: wishFor('withdraw', 'signatory', 'tangled') },
  { weight: 2, arbitrary: wishFor('take', 'officer', 'officer2') },
  { weight: 8, arbitrary: wishFor('proposeApproval', 'officer', 'both') },
  { weight: 2, arbitrary: wishFor('proposeRefusal', 'officer2', 'both') },
  { weight: 2, arbitrary: wishFor('return', 'approver', 'both') },
  { weight: 8, arbitrary: wishFor('approve', 'approver', 'approver2', 'both') },
  { weight: 2, arbitrary: wishFor('refuse', 'approver', 'both') },
);

const ANY_LINE = {
  kind: 'grant',
  caseNumber: '',
  title: '',
  authority: DEMO_CALL.programme.authority,
  day: dayOf(ANY_INSTANT),
} as const;

/** The books after everything was published: the log has one entry for each grant and verifies. */
const checkLog = async (place: ReturnType<typeof placeOf>, grants: number): Promise<void> => {
  const log = ({ error }: { error: Error }) => {
    throw error;
  };
  const deps = { ...place, clock, log, publicUrl: 'https://portal.example', mailer: { send: async () => undefined } };
  const swept = async () => {
    for (let round = 0; round < 4; round += 1) await sweep(deps, reactionsOf(deps));
  };
  await swept();
  // Every notice is retrieved, and takes effect today.
  for (const id of IDS) {
    const [rows = []] = await place.journal.read([caseAsk(asId(id))]);
    const notice = caseOf(asId(id), rows)?.application.decision?.notice;
    if (notice === undefined) continue;
    const line: NoticeLine = { ...ANY_LINE, id: notice, application: asId(id) };
    const days = { state: 'delivered', deliveredOn: dayOf(ANY_INSTANT), remedyUntil: dayOf(ANY_INSTANT) } as const;
    await place.journal.commit({ at: ANY_INSTANT, by: 'system', tasks: deliveryTasks(line, days) });
  }
  await swept();
  await sequence(ledgerDeps(place.journal, place.files));
  expect(await auditFiles(place.files)).toMatchObject({ ok: true, entries: grants });
};

test(
  'whatever people do in whatever order, the books of the portal are those of plain double entry, and the log holds',
  async () => {
    console.log(`money: ${RUNS} runs of ${COMMANDS} commands, FAULTS_SEED=${SEED}`);
    const rows = await draftedRows(IDS, BUDGET);
    const tally: Record<Fate, number> = { done: 0, exhausted: 0, no: 0 };
    let granted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyWish, { minLength: COMMANDS, maxLength: COMMANDS }), async (wishes) => {
        const journal = await loaded(rows);
        const place = placeOf(journal);
        const model = new MoneyModel(BUDGET, IDS);
        let grants = 0;
        for (const [index, { who, twice, pick, aimed, ...rest }] of wishes.entries()) {
          const open = model.openTo(rest.act);
          const among = aimed && open.length > 0 ? open : IDS;
          const id = asId<'application'>(among[pick % among.length]!);
          const wish: Wish = { ...rest, id, actor: ACTORS[who], key: `key-number-${index}` };
          const expected = model.wish(wish);
          const result = await perform(place, wish);
          const fate: Fate = result.ok ? 'done' : result.refusal === 'budget-exhausted' ? 'exhausted' : 'no';
          expect(fate, `${index}: ${who} ${wish.act} ${wish.id}: ${JSON.stringify(result)}`).toBe(expected);
          tally[fate] += 1;
          grants += fate === 'done' && wish.act === 'approve' ? 1 : 0;
          if (twice && result.ok && wish.act !== 'approve' && wish.act !== 'refuse')
            expect(await perform(place, wish)).toEqual(result);
        }
        const [[budget] = []] = await journal.read([{ pk: 'budget#struktur-2027', sk: 'balance' }]);
        expect(budget?.['freeCents']).toBe(model.balance('budget'));
        expect(findingsIn(journal.rows(), BUDGET)).toEqual([]);
        await checkLog(place, grants);
        expect(findingsIn(journal.rows(), BUDGET)).toEqual([]);
        granted += grants;
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.log(`money: ${JSON.stringify(tally)}, ${granted} grants, 0 differences`);
    // So that the model is not agreed with about nothing.
    expect(granted).toBeGreaterThan(RUNS / 2);
    expect(tally.exhausted).toBeGreaterThan(RUNS / 10);
  },
  FULL ? 1_800_000 : 90_000,
);
