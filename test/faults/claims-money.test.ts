import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import { streamOf, type Row } from '../../functions/kernel/journal.ts';
import type { ClaimFact } from '../../shared/compensation/facts.ts';
import { addDays, addSeconds, dayOf } from '../../shared/kernel/day.ts';
import type { PaymentFact } from '../../shared/payments/facts.ts';
import { planned, seated } from '../support/board.ts';
import { batchOf, claimOfPerson, grant, viewOf } from '../support/claims.ts';
import { testCity } from '../support/city.ts';
import { FULL, loaded, SEED } from '../support/fault-cases.ts';
import { accountInForce } from '../support/payments.ts';
import { ClaimsMoneyModel, FEE, type Stage } from './claims-money-model.ts';
import { AUTHORITY, list, pay, PERSONS, SITTINGS, START, type Play } from './claims-money-play.ts';

const RUNS = FULL ? 1000 : 60;
const COMMANDS = FULL ? 50 : 40;
/** Of nine claims the title cannot pay all. */
const BUDGET = 7 * FEE;
const BUDGET_ROW = { pk: `compensation-budget#${AUTHORITY}#2026`, sk: 'balance' };

const STAGE: Readonly<Record<string, Stage>> = { paymentFailed: 'failed' };

let rows: Row[];
beforeAll(async () => {
  const journal = memoryJournal();
  const city = await testCity(START, journal);
  for (const [index, person] of PERSONS.entries()) {
    await seated(city, { seat: `sitz-${index + 1}`, as: 'member', person });
    await accountInForce(journal, person);
  }
  for (const [index, sitting] of SITTINGS.entries())
    await planned(city, { sitting, from: `2026-11-1${index}T17:00`, to: `2026-11-1${index}T19:00` });
  await grant(city, 'approver2', 'certifier');
  await grant(city, 'approver2', 'orderer');
  // The keys of the preparation are used again by each run.
  rows = journal.rows().filter(({ pk }) => !pk.startsWith('key#'));
});

/** `both` certifies and orders by role, but never the same claim. */
const idOf = (who: string): string => (who === 'both' ? 'approver2' : who);

const command = fc.record({
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constant('list' as const) },
    { weight: 5, arbitrary: fc.constant('submit' as const) },
    { weight: 6, arbitrary: fc.constant('certify' as const) },
    { weight: 6, arbitrary: fc.constant('order' as const) },
    { weight: 3, arbitrary: fc.constant('pay' as const) },
    { weight: 3, arbitrary: fc.constant('fix' as const) },
    { weight: 2, arbitrary: fc.constant('offset' as const) },
  ),
  sitting: fc.constantFrom(...SITTINGS),
  /** Which claim is meant, and whether one to which the act could be done now: else commands would seldom come true. */
  pick: fc.nat(999),
  aimed: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  /** Mostly somebody who might. */
  right: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  who: fc.constantFrom('body-office', 'certifier', 'both', 'orderer', 'district-officer', 'member'),
  present: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  returned: fc.nat(4),
  twice: fc.boolean(),
});
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

const outcome = async (answer: Promise<Response>): Promise<boolean> => {
  const response = await answer;
  const body = (await response.json()) as { done?: unknown[]; refused?: unknown[] };
  expect(response.status, JSON.stringify(body)).toBeLessThan(500);
  return response.ok && (body.refused === undefined || body.refused.length === 0);
};

const FROM: Readonly<Record<string, Stage>> = {
  submit: 'drafted',
  certify: 'submitted',
  order: 'certified',
  fix: 'failed',
  offset: 'clawback',
};

const ALL = SITTINGS.flatMap((sitting) => PERSONS.map((person) => ({ person, claim: claimOfPerson(sitting, person) })));

/** One claim, one person, one act: what the model says is what the portal does. */
const act = async ({ city, model }: Play, wish: Command, index: number): Promise<void> => {
  const open = ALL.filter(({ claim: one }) => model.stageOf(one) === FROM[wish.act]);
  const among = wish.aimed && open.length > 0 ? open : ALL;
  const { person, claim } = among[wish.pick % among.length]!;
  const { twice } = wish;
  const able = wish.act === 'order' ? (['orderer', 'both'] as const) : (['body-office', 'certifier', 'both'] as const);
  const who = wish.right ? able[wish.pick % able.length]! : wish.who;
  const path = `/api/compensation/claims/${claim}`;
  if (model.stageOf(claim) === 'none') return;
  const view = await viewOf(city, person, claim);
  const key = { 'idempotency-key': `the-key-of-command-${index}` };
  const send = async (): Promise<boolean> => {
    switch (wish.act) {
      case 'submit':
        return outcome(city.post(person, `${path}/submit`, { seq: view.seq, totalCents: FEE }, key));
      case 'certify':
      case 'order':
        return outcome(
          city.post(idOf(who), `/api/compensation/${wish.act}`, await batchOf(city, person, [claim]), key),
        );
      case 'fix':
        return outcome(city.post(idOf(who), `${path}/fix-bank-data`, { seq: view.seq, sameStands: true }, key));
      default:
        return offset(city, path, view.seq, key);
    }
  };
  const expected = {
    submit: () => model.submit(claim),
    certify: () => model.certify(claim, who),
    order: () => model.order(claim, person, who),
    fix: () => model.fix(claim, who),
    offset: () => model.offset(claim, person),
  }[wish.act as 'submit']();
  expect(await send(), `${index} ${wish.act} ${claim} by ${who} in ${view.stage}`).toBe(expected);
  if (twice && (wish.act === 'submit' || wish.act === 'fix')) expect(await send()).toBe(expected);
  await city.settle();
};

/** After the hearing: two weeks and a day later, and back. */
const offset = async (city: Play['city'], path: string, seq: number, key: Record<string, string>): Promise<boolean> => {
  const now = city.deps.clock.now();
  const heardOn = dayOf(now);
  city.at(addSeconds(now, 15 * 86_400));
  const body = { seq, heardOn, noticeOn: addDays(heardOn, 14), reason: 'Abzug' };
  const done = await outcome(city.post('district-officer', `${path}/decide-offset`, body, key));
  city.at(now);
  return done;
};

const check = async ({ city, model }: Play, all: readonly Row[]): Promise<void> => {
  for (const { person, claim } of ALL) {
    const { stage } = await viewOf(city, person, claim);
    expect(STAGE[stage] ?? stage, `${claim} of ${person}`).toBe(model.stageOf(claim));
  }
  const [[budget] = []] = await city.deps.journal.read([BUDGET_ROW]);
  expect(budget).toMatchObject({ freeCents: model.balance('budget'), takenCents: BUDGET - model.balance('budget') });
  for (const person of PERSONS) {
    const [[owed] = []] = await city.deps.journal.read([{ pk: `compensation-balance#${person}`, sk: AUTHORITY }]);
    expect(Number(owed?.['freeCents'] ?? 0)).toBe(model.balance(`owed ${person}`));
  }
  const opened = streamOf<PaymentFact>(all.filter(({ pk }) => pk.startsWith('payment#')));
  const ids = opened.flatMap(({ fact }) => (fact.type === 'payment.opened' ? [fact.endToEndId] : []));
  expect(new Set(ids).size, 'each end-to-end id once').toBe(ids.length);
  const facts = streamOf<ClaimFact>(all.filter(({ pk }) => pk.startsWith('claim#')));
  const payments = facts.flatMap(({ fact }) =>
    fact.type === 'claim.ordered' && fact.payment !== undefined ? [fact.payment] : [],
  );
  expect(payments.length, 'each order one payment').toBe(ids.length);
};

test(
  'whatever people do with claims in whatever order, budget, payments and what is owed are those of plain double entry',
  async () => {
    console.log(`claims money: ${RUNS} runs of ${COMMANDS} commands, FAULTS_SEED=${SEED}`);
    const tally: Record<Stage, number> = {
      none: 0,
      drafted: 0,
      submitted: 0,
      certified: 0,
      ordered: 0,
      paid: 0,
      failed: 0,
      clawback: 0,
      void: 0,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS }), async (commands) => {
        const journal = await loaded(rows);
        const play: Play = { city: await testCity(START, journal), model: new ClaimsMoneyModel(BUDGET), runs: 0 };
        const budget = { ...BUDGET_ROW, freeCents: BUDGET, takenCents: 0 };
        await journal.commit({ at: START, by: 'system', writes: [{ put: budget }] });
        for (const sitting of SITTINGS) await list(play, { ...commands[0]!, sitting, present: [true, true, true] });
        await play.city.settle();
        for (const [index, one] of commands.entries()) {
          if (one.act === 'list') await list(play, one);
          else if (one.act === 'pay') await pay(play, one);
          else await act(play, one, index);
          await play.city.settle();
          for (const { claim } of ALL) tally[play.model.stageOf(claim)] += 1;
        }
        await check(play, journal.rows());
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.log(`claims money: ${JSON.stringify(tally)}, 0 differences`);
    // So that the model is not agreed with about nothing.
    for (const stage of ['certified', 'ordered', 'paid', 'void'] as const) expect(tally[stage]).toBeGreaterThan(RUNS);
    expect(tally.failed + tally.clawback).toBeGreaterThan(0);
  },
  FULL ? 3_600_000 : 110_000,
);
