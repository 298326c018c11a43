import { describe, expect, test } from 'vitest';
import { ROLES, type Actor } from '../../kernel/actor.ts';
import { cents } from '../../kernel/cents.ts';
import { day, instant } from '../../kernel/day.ts';
import { record } from '../../kernel/decider.ts';
import { asId, type AuthorityId } from '../../kernel/id.ts';
import type { PaymentFact, RunFact, RunStage } from '../facts.ts';
import { readPayment, stageOf } from '../payment.ts';
import { readRun, stageWithItems, type Run } from '../run.ts';
import type { StatementEntry } from '../statement-entry.ts';
import { RUN_ACTS } from '../wire.ts';
import { findingsIn, type Collected } from './findings.ts';
import { matched } from './match.ts';
import { isOwn, permit, permittedActs, TRANSITIONS } from './permit.ts';

const AT = instant('2026-11-23T09:00:00Z');
const AUTHORITY = asId<'authority'>('be-ba-03') as AuthorityId;
const SHA = 'a'.repeat(64);

const OPENED: RunFact = {
  type: 'run.opened',
  authority: AUTHORITY,
  executionDay: day('2026-11-25'),
  channel: 'optOut',
};
const CLOSED: RunFact = {
  type: 'run.closed',
  count: 2,
  sumCents: cents(2),
  listSha256: SHA,
  fileSha256: SHA,
  messageId: 'R-1',
};
const RELEASED: RunFact = { type: 'run.released', fileSha256: SHA };
const PATHS: Readonly<Record<Run['stage'], readonly RunFact[]>> = {
  none: [],
  open: [OPENED],
  closed: [OPENED, CLOSED],
  released: [OPENED, CLOSED, RELEASED],
  sent: [OPENED, CLOSED, RELEASED, { type: 'run.transmitted', on: day('2026-11-24') }],
  cancelled: [OPENED, { type: 'run.cancelled' }],
  rejected: [OPENED, CLOSED, RELEASED, { type: 'run.rejectionNoted', textsHash: SHA }, { type: 'run.rejected' }],
};
const STAGES = Object.keys(PATHS) as Run['stage'][];
const runAt = (stage: Run['stage']): Run => readRun(record(0, { by: asId('closer'), at: AT }, PATHS[stage]));
const person = (id: string, role: Actor['roles'][number]['role'], scope: string = AUTHORITY): Actor => ({
  person: asId(id),
  name: id,
  email: '',
  roles: [{ role, scope }],
});
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'allowed' : result.refusal);

describe('every edge of a run × role × same person (fault method 7)', () => {
  const acts = [...RUN_ACTS, 'open' as const];
  const cases = acts.flatMap((act) =>
    STAGES.flatMap((stage) => ROLES.flatMap((role) => [false, true].map((same) => ({ act, stage, role, same })))),
  );

  /** Written from domain rules 10.6 by hand: by act, the role and the stages from which it is legal. */
  const LEGAL: Readonly<Record<string, readonly [role: string, ...stages: readonly string[]]>> = {
    open: ['certifier', 'none'],
    close: ['certifier', 'open'],
    reopen: ['certifier', 'closed'],
    release: ['orderer', 'closed'],
    download: ['orderer', 'released', 'sent'],
    transmitted: ['orderer', 'released'],
    cancel: ['orderer', 'open', 'closed'],
    checkPayee: ['orderer', 'released', 'sent'],
    decideHeld: ['orderer', 'released', 'sent'],
    noteRejection: ['orderer', 'released', 'sent'],
    // Only after somebody has noted it: below.
    reject: ['certifier'],
  };

  test(`${cases.length} edges: exactly those of the rules are legal`, () => {
    expect(Object.keys(LEGAL).toSorted()).toEqual(acts.toSorted());
    for (const { act, stage, role, same } of cases) {
      const [who, ...stages] = LEGAL[act]!;
      const legal = who === role && stages.includes(stage) && !(act === 'release' && same);
      const actor = person(same ? 'closer' : 'another', role);
      expect(permit(act, runAt(stage), AUTHORITY, actor).ok, `${act} in ${stage} by ${role}, same ${same}`).toBe(legal);
    }
  });

  test('a rejection that was noted is confirmed by a certifier who did not note it, also by one who closed', () => {
    const noted = record<RunFact>(3, { by: asId('noter'), at: AT }, [{ type: 'run.rejectionNoted', textsHash: SHA }]);
    const run = readRun([...record<RunFact>(0, { by: asId('closer'), at: AT }, PATHS.released), ...noted]);
    const by = (id: string, role: Actor['roles'][number]['role']) =>
      refusalOf(permit('reject', run, AUTHORITY, person(id, role)));
    expect([by('closer', 'certifier'), by('noter', 'certifier'), by('other', 'orderer')]).toEqual([
      'allowed',
      'same-person-rejection',
      'not-permitted',
    ]);
    expect(refusalOf(permit('noteRejection', run, AUTHORITY, person('other', 'orderer')))).toBe('illegal-step');
  });

  test('a role for another authority allows nothing', () => {
    for (const { act, from, role } of TRANSITIONS)
      expect(refusalOf(permit(act, runAt(from[0] as Run['stage']), AUTHORITY, person('x', role, 'be-ba-04')))).toBe(
        'not-permitted',
      );
  });

  test('who closed first does not release after a reopening, though a colleague closed again', () => {
    const first = record<RunFact>(0, { by: asId('first'), at: AT }, [OPENED, CLOSED, { type: 'run.reopened' }]);
    const run = readRun([...first, ...record<RunFact>(3, { by: asId('second'), at: AT }, [CLOSED])]);
    expect(
      ['first', 'second', 'third'].map((id) => refusalOf(permit('release', run, AUTHORITY, person(id, 'orderer')))),
    ).toEqual(['same-person', 'same-person', 'allowed']);
    expect(run.closings).toBe(2);
  });

  test('buttons are shown for what may be done', () => {
    expect(permittedActs(runAt('closed'), AUTHORITY, person('another', 'orderer'))).toEqual(['release', 'cancel']);
    expect(permittedActs(runAt('sent'), AUTHORITY, person('another', 'auditor'))).toEqual([]);
  });

  test('nobody acts on a payment to themselves', () => {
    expect(isOwn({ person: asId('a') }, { kind: 'person', id: 'a' })).toBe(true);
    expect(isOwn({ person: asId('a') }, { kind: 'organisation', id: 'a' })).toBe(false);
  });

  test('partly booked and booked follow from the items', () => {
    const stages = [0, 1, 2].map((settled): RunStage => stageWithItems(runAt('sent'), { count: 2, settled }));
    expect(stages).toEqual(['sent', 'partlyBooked', 'booked']);
  });
});

describe('what stands against closing', () => {
  const RUN: Collected = {
    channel: 'optOut',
    executionDay: day('2026-11-25'),
    count: 2,
    isCollecting: false,
    notLatin: [],
  };
  const found = (change: Partial<Collected>) =>
    findingsIn({ ...RUN, ...change }, day('2026-11-23')).map(({ finding }) => finding);

  test('nothing, where all is well', () => expect(found({})).toEqual([]));
  test('one item without payee check', () => expect(found({ count: 1 })).toEqual(['too-few-for-opt-out']));
  test('one item with payee check is fine', () => expect(found({ count: 1, channel: 'verified' })).toEqual([]));
  test('no item', () => expect(found({ count: 0 })).toEqual(['nothing-collected']));
  test('a weekend', () => expect(found({ executionDay: day('2026-11-28') })).toEqual(['no-target-day']));
  test('a past day', () => expect(found({ executionDay: day('2026-11-20') })).toEqual(['day-past']));
  test('the day itself is fine', () => expect(found({ executionDay: day('2026-11-23') })).toEqual([]));
  test('a list for the city’s own system needs neither banking day nor Latin letters', () =>
    expect(found({ channel: 'orderList', executionDay: day('2026-11-28'), notLatin: [asId('p')] })).toEqual([]));
  test('everything at once is told at once', () =>
    expect(
      found({ count: 1, notLatin: [asId('p')], executionDay: day('2026-11-21'), isCollecting: true }),
    ).toHaveLength(5));
});

describe('what a movement of the account means', () => {
  const READ = { statement: asId<'statement'>('st-1'), entry: 'e' };
  const ENTRY: StatementEntry = {
    id: 'e',
    direction: 'debit',
    cents: cents(2000),
    on: day('2026-11-25'),
    remittance: '',
  };
  const BACK: StatementEntry = { ...ENTRY, direction: 'credit', returned: 'AC01' };
  const paid = (...facts: PaymentFact[]) => readPayment(record(0, { by: 'system', at: AT }, facts));
  const PAYMENT_OPENED: PaymentFact = {
    type: 'payment.opened',
    source: { room: 'test', id: 'x' },
    payee: { kind: 'person', id: asId('p') },
    authority: AUTHORITY,
    cents: cents(2000),
    endToEndId: 'A',
    certifiedBy: asId('c'),
    orderedBy: [],
  };
  const IN_RUN: readonly PaymentFact[] = [PAYMENT_OPENED, { type: 'payment.collected', run: asId('r') }];
  const BOOKED: PaymentFact = { type: 'payment.booked', on: day('2026-11-25'), ...READ };
  const RETURNED: PaymentFact = { type: 'payment.returned', on: day('2026-11-25'), reason: 'AC01', ...READ };
  const means = (entry: StatementEntry, payment = paid(...IN_RUN), run: RunStage = 'sent') => {
    const match = matched(entry, { payment, cents: cents(2000), run }, READ);
    return match.is === 'unclear' ? match.why : match.is;
  };

  test('the bank books, and returns with its reason', () => {
    expect([means(ENTRY), means(BACK)]).toEqual(['booked', 'returned']);
  });
  test('another amount is never money', () => expect(means({ ...ENTRY, cents: cents(2001) })).toBe('amount-differs'));
  test('what was not released cannot have been paid', () =>
    expect([means(ENTRY, paid(...IN_RUN), 'closed'), means(ENTRY, paid(PAYMENT_OPENED), 'none')]).toEqual([
      'not-released',
      'not-released',
    ]));
  test('a second booking or return is for a person', () =>
    expect([means(ENTRY, paid(...IN_RUN, BOOKED)), means(BACK, paid(...IN_RUN, RETURNED))]).toEqual([
      'booked-before',
      'returned-before',
    ]));
  test('nothing is booked on what was cancelled', () =>
    expect(means(ENTRY, paid(...IN_RUN, { type: 'payment.cancelled' }))).toBe('cancelled-before'));
  test('money that comes in is no return by itself', () =>
    expect(means({ ...ENTRY, direction: 'credit' })).toBe('unknown-credit'));
  test('what belongs to nothing says which way it went', () =>
    expect(
      [ENTRY, BACK, { ...ENTRY, direction: 'credit' as const }].map((entry) => matched(entry, undefined, READ)),
    ).toMatchObject([{ why: 'unknown-debit' }, { why: 'unknown-return' }, { why: 'unknown-credit' }]));
  test('booked and returned end alike, whichever is told first', () => {
    const one = paid(...IN_RUN, BOOKED, RETURNED);
    expect(paid(...IN_RUN, RETURNED, BOOKED)).toEqual(one);
    expect(stageOf(one)).toBe('returned');
  });
});
