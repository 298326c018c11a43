import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { record } from '../../kernel/decider.ts';
import { asId, type ClaimId } from '../../kernel/id.ts';
import { wallTime } from '../../kernel/wall-time.ts';
import { NEW_CLAIM, totalCents, type Claim } from '../claim.ts';
import { evolve } from '../evolve.ts';
import type { ClaimFact } from '../facts.ts';
import { ANY_INSTANT, AUTHORITY, BODY, MEMBER } from './example.ts';
import { reconcileDay, type DayEntry } from './reconcile.ts';

const ON = day('2026-11-23');

const entry = (claim: string, from: string, to: string, more: Partial<DayEntry> = {}): DayEntry => ({
  claim: asId(claim),
  sitting: asId(`sitting-of-${claim}`),
  body: asId(BODY),
  bodyName: 'ANY_NAME',
  authority: asId(AUTHORITY),
  seat: asId('seat-1'),
  as: 'member',
  person: asId(MEMBER),
  on: ON,
  from: wallTime(`${ON}T${from}`),
  to: wallTime(`${ON}T${to}`),
  presence: 'inPerson',
  isPublicServant: false,
  sittingSeq: 2,
  isPresent: true,
  ...more,
});

/** The claims of one day, with what happens to them. */
const dayOfClaims = () => {
  const claims = new Map<ClaimId, Claim>();
  const take = (id: string, by: string, ...facts: ClaimFact[]): void => {
    const before = claims.get(asId(id)) ?? NEW_CLAIM;
    claims.set(asId(id), record(before.seq, { at: ANY_INSTANT, by: asId(by) }, facts).reduce(evolve, before));
  };
  const total = () => cents(20_00);
  return {
    of: (id: string): Claim => claims.get(asId(id)) ?? NEW_CLAIM,
    /** Reconciles, and answers with the types of what happened. */
    lists: (...entries: readonly DayEntry[]): string[] => {
      const made = reconcileDay(ON, entries, claims);
      if (!made.ok) throw new Error(made.refusal);
      for (const [id, facts] of made.value) take(id, 'system', ...facts);
      return [...made.value.values()].flat().map(({ type }) => type);
    },
    certify: (id: string): void => {
      const cents = totalCents(claims.get(asId(id))!);
      take(id, MEMBER, {
        type: 'claim.submitted',
        caseNumber: 'A26-AAAAAA',
        feeCents: cents,
        expensesCents: total(),
        totalCents: cents,
      });
      take(id, 'certifier', { type: 'claim.certified', totalCents: cents });
    },
    pay: (id: string): void => {
      const sum = totalCents(claims.get(asId(id))!);
      const payment = asId<'payment'>(`p-${id}`);
      take(id, 'orderer', { type: 'claim.ordered', totalCents: sum, offsetCents: cents(0), payment });
      take(id, 'system', { type: 'claim.paid', payment, on: ON });
    },
    fees: (): number =>
      [...claims.values()].filter(({ stage }) => stage !== 'void').reduce((sum, { fee }) => sum + fee.feeCents, 0),
  };
};

const EARLY = entry('early', '14:00', '15:00');
const LATE = entry('late', '17:00', '18:00');
const gone = (one: DayEntry): DayEntry => ({ ...one, isPresent: false, sittingSeq: 3 });

describe('the claims of a day', () => {
  test('follow the lists in whichever order these come; told again nothing happens', () => {
    const day = dayOfClaims();
    expect(day.lists(LATE)).toEqual(['claim.drafted']);
    expect(day.lists(LATE, EARLY)).toEqual(['claim.recomputed', 'claim.drafted']);
    expect(day.lists(EARLY, LATE)).toEqual([]);
    expect([day.of('early').fee.units, day.of('late').fee.units]).toEqual([1, 0]);
  });

  test('certified ones keep their fee, and an earlier sitting that comes later gets none', () => {
    const day = dayOfClaims();
    day.lists(LATE);
    day.certify('late');
    expect(day.lists(LATE, EARLY)).toEqual(['claim.drafted']);
    expect([day.of('early').fee.units, day.of('late').fee.units]).toEqual([0, 1]);
  });

  test('a certificate that gives too much by now falls, and gives its reserve back', () => {
    const day = dayOfClaims();
    const long = entry('long', '09:00', '16:00');
    day.lists(long);
    day.certify('long');
    expect(day.of('long').reserved?.cents).toBe(40_00);
    expect(day.lists(entry('long', '09:00', '15:00', { sittingSeq: 3 }))).toEqual(['claim.recomputed']);
    expect(day.of('long')).toMatchObject({ stage: 'submitted', fee: { feeCents: 20_00 } });
    expect(day.of('long').reserved).toBeUndefined();
  });

  test('what was paid is never computed anew: it is too much, or not any more', () => {
    const day = dayOfClaims();
    day.lists(LATE);
    day.certify('late');
    day.pay('late');
    expect(day.lists(gone(LATE))).toEqual(['claim.overpaymentFound']);
    expect(day.of('late')).toMatchObject({ stage: 'clawback', overpaidCents: 20_00 });
    expect(day.lists(gone(LATE))).toEqual([]);
    expect(day.lists({ ...LATE, sittingSeq: 4 })).toEqual(['claim.overpaymentFound']);
    expect(day.of('late')).toMatchObject({ stage: 'paid', overpaidCents: 0 });
  });

  test('a voided claim comes back with the person', () => {
    const day = dayOfClaims();
    day.lists(LATE);
    expect(day.lists(gone(LATE))).toEqual(['claim.voided']);
    expect(day.lists({ ...LATE, sittingSeq: 4 })).toEqual(['claim.recomputed']);
    expect(day.of('late').stage).toBe('drafted');
  });

  test('another reason for the same fee throws no proposal away', () => {
    const day = dayOfClaims();
    day.lists(EARLY);
    const before = day.of('early');
    expect(before.fee.reason).toBe('one-sitting');
    expect(day.lists(EARLY, LATE)).toEqual(['claim.recomputed', 'claim.drafted']);
    expect(day.of('early').fee.reason).toBe('paid-once-same-half-day');
  });
});

test('whatever comes in whichever order, a day never pays more than two fees, nor one twice', () => {
  const hours = fc
    .integer({ min: 6, max: 20 })
    .chain((from) => fc.tuple(fc.constant(from), fc.integer({ min: from + 1, max: 23 })));
  const two = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const sitting = fc.record({ hours, isPresent: fc.boolean(), isCertified: fc.boolean(), isPaid: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(sitting, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(3), { maxLength: 6 }),
      (sittings, order) => {
        const day = dayOfClaims();
        const all = sittings.map(({ hours: [from, to] }, n) => entry(`claim-${n}`, two(from), two(to)));
        const known: DayEntry[] = [];
        for (const n of [...order.filter((one) => one < all.length), ...all.keys()]) {
          if (!known.includes(all[n]!)) known.push(all[n]!);
          day.lists(...known);
          const { stage, fee } = day.of(`claim-${n}`);
          if (stage === 'drafted' && fee.units > 0 && sittings[n]!.isCertified) day.certify(`claim-${n}`);
          if (day.of(`claim-${n}`).stage === 'certified' && sittings[n]!.isPaid) day.pay(`claim-${n}`);
        }
        expect(day.fees()).toBeLessThanOrEqual(40_00);
        const last = known.map((one) => (sittings[Number(one.claim.slice(6))]!.isPresent ? one : gone(one)));
        day.lists(...last);
        expect(day.lists(...last)).toEqual([]);
        expect(day.lists(...last.toReversed())).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
