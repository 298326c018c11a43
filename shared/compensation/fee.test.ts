import { describe, expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import { wallTime } from '../kernel/wall-time.ts';
import { feesOfDay, openQuestion, type DaySitting } from './fee.ts';

const ON = day('2026-11-23');

const sitting = (claim: string, from: string, to: string, more: Partial<DaySitting> = {}, on = ON): DaySitting => ({
  claim: asId(claim),
  from: wallTime(`${on}T${from}`),
  to: wallTime(`${on}T${to}`),
  body: asId('body-a'),
  presence: 'inPerson',
  isPublicServant: false,
  ...more,
});

const reckoned = (sittings: readonly DaySitting[], on = ON) => {
  const fees = feesOfDay(on, sittings);
  if (!fees.ok) throw new Error(fees.refusal);
  const each = Object.fromEntries([...fees.value.fees].map(([claim, fee]) => [claim, [fee.units, fee.reason]]));
  const units = [...fees.value.fees.values()].reduce((total, fee) => total + fee.units, 0);
  return { ...fees.value, each, euros: (units * fees.value.rateCents) / 100 };
};

const euros = (...sittings: readonly DaySitting[]) => reckoned(sittings).euros;

describe('the attendance fee of a day (vectors of domain rules 3.1)', () => {
  test('one sitting of two hours: 20', () => {
    expect(reckoned([sitting('a', '17:00', '19:00')])).toMatchObject({ euros: 20, each: { a: [1, 'one-sitting'] } });
  });

  test('two sittings on the same afternoon: 20, paid once', () => {
    expect(reckoned([sitting('b', '17:00', '18:00'), sitting('a', '14:00', '15:00')])).toMatchObject({
      euros: 20,
      each: { a: [1, 'paid-once-same-half-day'], b: [0, 'paid-with-other-sitting'] },
    });
  });

  test('10:00 and 15:00: 40', () => {
    expect(reckoned([sitting('a', '10:00', '11:00'), sitting('b', '15:00', '16:00')])).toMatchObject({
      euros: 40,
      each: { a: [1, 'morning-and-afternoon'], b: [1, 'morning-and-afternoon'] },
    });
  });

  test('one of exactly 6:00 hours: 20', () => expect(euros(sitting('a', '09:00', '15:00'))).toBe(20));

  test('one of 6:01 hours: 40', () => {
    expect(reckoned([sitting('a', '09:00', '15:01')])).toMatchObject({ euros: 40, each: { a: [2, 'over-six-hours'] } });
  });

  test('19:00 to 00:30 is one sitting: 20', () => {
    const late = { ...sitting('a', '19:00', '23:00'), to: wallTime('2026-11-24T00:30') };
    expect(reckoned([late])).toMatchObject({ euros: 20, each: { a: [1, 'one-sitting'] } });
  });

  test('over midnight the minutes that passed count, also when clocks change', () => {
    // 22:00 to 04:00 is five hours in spring and seven in autumn.
    const night = (on: string, next: string) => {
      const held = { ...sitting('a', '22:00', '23:00', {}, day(on)), to: wallTime(`${next}T04:00`) };
      return reckoned([held], day(on)).each['a'];
    };
    expect(night('2026-03-28', '2026-03-29')).toEqual([1, 'one-sitting']);
    expect(night('2026-10-24', '2026-10-25')).toEqual([2, 'over-six-hours']);
  });

  test('a public servant: 0', () => {
    expect(reckoned([sitting('a', '09:00', '16:00', { isPublicServant: true })])).toMatchObject({
      euros: 0,
      each: { a: [0, 'public-servant'] },
    });
  });

  test('an excluded fee that is asked for takes nothing from the others', () => {
    const asked = { isPublicServant: true, feeAsked: true };
    expect(reckoned([sitting('a', '14:00', '15:00', asked), sitting('b', '17:00', '18:00')]).each).toEqual({
      a: [0, 'public-servant'],
      b: [1, 'one-sitting'],
    });
    expect(reckoned([sitting('a', '10:00', '11:00', asked), sitting('b', '17:00', '18:00')]).each).toEqual({
      a: [1, 'public-servant'],
      b: [1, 'one-sitting'],
    });
  });

  test('10:00 and 15:00 where the body pays once by its standing decision: 20', () => {
    const once = { halfDaysPaidOnce: true };
    expect(reckoned([sitting('a', '10:00', '11:00', once), sitting('b', '15:00', '16:00', once)])).toMatchObject({
      euros: 20,
      each: { a: [1, 'half-days-paid-once'], b: [0, 'half-day-not-paid'] },
    });
  });

  test('a deputy while the member is present: 0', () => {
    expect(reckoned([sitting('a', '17:00', '19:00', { besideMember: true })])).toMatchObject({
      euros: 0,
      each: { a: [0, 'deputy-beside-member'] },
    });
  });
});

describe('edges of the fee', () => {
  test('11:59 is morning, 12:00 is not', () => {
    expect(euros(sitting('a', '11:59', '12:30'), sitting('b', '13:00', '14:00'))).toBe(40);
    expect(euros(sitting('a', '12:00', '12:30'), sitting('b', '13:00', '14:00'))).toBe(20);
    expect(euros(sitting('a', '09:00', '10:00'), sitting('b', '11:59', '14:00'))).toBe(20);
  });

  test('three sittings over the whole day are two fees', () => {
    expect(euros(sitting('a', '09:00', '10:00'), sitting('b', '13:00', '14:00'), sitting('c', '18:00', '20:00'))).toBe(
      40,
    );
  });

  test('over six hours and another half of the day are two fees, and officials see the open question', () => {
    const both = [sitting('a', '09:00', '15:30'), sitting('b', '18:00', '19:00')];
    expect(reckoned(both)).toMatchObject({ euros: 40, each: { b: [0, 'paid-with-other-sitting'] } });
    expect(openQuestion(ON, both)).toMatch(/three fees/);
    expect(openQuestion(ON, both.slice(0, 1))).toBeUndefined();
    expect(openQuestion(ON, [sitting('a', '13:00', '19:30'), sitting('b', '20:00', '21:00')])).toBeUndefined();
  });

  test('in the night of the clock change the minutes that really passed count', () => {
    const spring = day('2027-03-28');
    expect(reckoned([sitting('a', '00:30', '07:00', {}, spring)], spring).euros).toBe(20);
    const autumn = day('2026-10-25');
    expect(reckoned([sitting('a', '00:30', '06:00', {}, autumn)], autumn).euros).toBe(40);
  });

  test('online is paid as the body decided, and not reckoned where it did not', () => {
    const online = (onlinePaid?: boolean) =>
      reckoned([sitting('a', '17:00', '19:00', { presence: 'online', onlinePaid })]).each;
    expect(online()).toEqual({ a: [0, 'online-undecided'] });
    expect(online(false)).toEqual({ a: [0, 'online-not-paid'] });
    expect(online(true)).toEqual({ a: [1, 'one-sitting'] });
  });

  test('where the list does not tell who was in the room, only a body that pays both is reckoned', () => {
    const hybrid = (onlinePaid?: boolean) =>
      reckoned([sitting('a', '17:00', '19:00', { presence: 'unsaid', onlinePaid })]).each;
    expect(hybrid(false)).toEqual({ a: [0, 'online-undecided'] });
    expect(hybrid(true)).toEqual({ a: [1, 'one-sitting'] });
  });

  test('before the first day that the rate is known for nothing is reckoned', () => {
    const old = day('2009-05-04');
    expect(feesOfDay(old, [sitting('a', '17:00', '19:00', {}, old)])).toMatchObject({
      ok: false,
      refusal: 'parameter-unknown',
    });
  });
});

describe('what was certified already', () => {
  test('keeps its fee; an earlier sitting of the same half that comes later gets none', () => {
    expect(reckoned([sitting('a', '14:00', '15:00'), sitting('b', '17:00', '18:00', { fixedUnits: 1 })]).each).toEqual({
      a: [0, 'paid-with-other-sitting'],
      b: [1, 'paid-once-same-half-day'],
    });
  });

  test('leaves the second fee to the other half of the day', () => {
    const each = reckoned([
      sitting('a', '09:00', '10:00'),
      sitting('b', '11:00', '12:00', { fixedUnits: 1 }),
      sitting('c', '15:00', '16:00'),
    ]).each;
    expect(each).toMatchObject({
      a: [0, 'paid-with-other-sitting'],
      b: [1, 'morning-and-afternoon'],
      c: [1, 'morning-and-afternoon'],
    });
  });

  test('takes its fee off those of a long sitting', () => {
    expect(
      reckoned([sitting('a', '09:00', '10:00', { fixedUnits: 1 }), sitting('b', '12:00', '19:00')]).each,
    ).toMatchObject({
      a: [1, 'over-six-hours'],
      b: [1, 'over-six-hours'],
    });
  });

  test('is too much where the day gives less by now, and too little where no sitting can carry the rest', () => {
    expect(reckoned([sitting('a', '09:00', '12:00', { fixedUnits: 2 })]).excessUnits).toBe(1);
    expect(reckoned([sitting('a', '09:00', '16:00', { fixedUnits: 1 })]).missingUnits).toBe(1);
  });
});
