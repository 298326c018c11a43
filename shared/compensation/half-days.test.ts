import { expect, describe, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import { wallTime } from '../kernel/wall-time.ts';
import { feesOfDay, type DaySitting } from './fee.ts';

const ON = day('2026-11-23');

const sitting = (claim: string, from: string, to: string, more: Partial<DaySitting> = {}): DaySitting => ({
  claim: asId(claim),
  from: wallTime(`${ON}T${from}`),
  to: wallTime(`${ON}T${to}`),
  body: asId('body-a'),
  presence: 'inPerson',
  isPublicServant: false,
  ...more,
});

const each = (...sittings: readonly DaySitting[]) => {
  const fees = feesOfDay(ON, sittings);
  if (!fees.ok) throw new Error(fees.refusal);
  return Object.fromEntries([...fees.value.fees].map(([claim, fee]) => [claim, [fee.units, fee.reason]]));
};

const ONCE = { halfDaysPaidOnce: true };
const OTHER = { body: asId<'body'>('body-b') };
const ASKED = { feeAsked: true };

describe('a standing decision to pay both halves of a day once', () => {
  test('binds the sittings of its own body only', () => {
    const twice = { a: [1, 'morning-and-afternoon'], b: [1, 'morning-and-afternoon'] };
    expect(each(sitting('a', '09:00', '11:00', ONCE), sitting('b', '17:00', '19:00', OTHER))).toEqual(twice);
    expect(each(sitting('a', '09:00', '11:00', OTHER), sitting('b', '17:00', '19:00', ONCE))).toEqual(twice);
  });

  test('counts across two bodies that both decided so', () => {
    expect(
      each(sitting('a', '09:00', '11:00', ONCE), sitting('b', '17:00', '19:00', { ...ONCE, ...OTHER })),
    ).toMatchObject({ a: [1, 'half-days-paid-once'], b: [0, 'half-day-not-paid'] });
  });

  test('counts for its body also where the list of one sitting came before it', () => {
    const once = { a: [1, 'half-days-paid-once'], b: [0, 'half-day-not-paid'] };
    expect(each(sitting('a', '09:00', '11:00'), sitting('b', '17:00', '19:00', ONCE))).toEqual(once);
    expect(each(sitting('a', '09:00', '11:00', ONCE), sitting('b', '17:00', '19:00'))).toEqual(once);
  });

  test('leaves the second fee to the sitting of a body that did not decide so', () => {
    expect(
      each(
        sitting('a', '09:00', '11:00', ONCE),
        sitting('b', '14:00', '15:00', ONCE),
        sitting('c', '17:00', '19:00', OTHER),
      ),
    ).toEqual({
      a: [1, 'morning-and-afternoon'],
      b: [0, 'paid-with-other-sitting'],
      c: [1, 'morning-and-afternoon'],
    });
  });

  test('takes the fee of the other half; a second sitting of the same half is paid once by law', () => {
    const morning = [sitting('a', '09:00', '10:00', ONCE), sitting('b', '10:30', '11:30', ONCE)];
    expect(each(...morning, sitting('c', '17:00', '19:00', ONCE))).toEqual({
      a: [1, 'half-days-paid-once'],
      b: [0, 'paid-with-other-sitting'],
      c: [0, 'half-day-not-paid'],
    });
  });

  test('takes the fee of the earlier sitting where the later was certified already', () => {
    expect(
      each(sitting('a', '09:00', '11:00', ONCE), sitting('b', '17:00', '19:00', { ...ONCE, fixedUnits: 1 })),
    ).toEqual({ a: [0, 'half-day-not-paid'], b: [1, 'half-days-paid-once'] });
  });
});

describe('a fee that fell away by the standing decision and is asked for', () => {
  const morning = sitting('a', '09:00', '11:00', ONCE);
  const asked = { ...ONCE, ...ASKED };

  test('is claimed beside the undoubted one, with its reason', () => {
    expect(each(morning, sitting('b', '17:00', '19:00', asked))).toEqual({
      a: [1, 'half-days-paid-once'],
      b: [1, 'half-day-not-paid'],
    });
  });

  test('is no second one for a sitting of the same half, which the law pays once', () => {
    expect(each(morning, sitting('b', '11:30', '11:45', asked))).toMatchObject({ b: [0, 'paid-with-other-sitting'] });
  });

  test('is nothing any more once it was rejected', () => {
    expect(each(morning, sitting('b', '17:00', '19:00', { ...asked, fixedUnits: 0 }))).toMatchObject({
      a: [1, 'half-days-paid-once'],
      b: [0, 'half-day-not-paid'],
    });
  });

  test('can be excluded by the list as well', () => {
    const servant = { ...asked, isPublicServant: true };
    expect(each(morning, sitting('b', '17:00', '19:00', servant))).toMatchObject({ b: [1, 'public-servant'] });
    expect(each(morning, sitting('b', '11:30', '11:45', servant), sitting('c', '17:00', '19:00', ONCE))).toMatchObject({
      b: [0, 'public-servant'],
      c: [0, 'half-day-not-paid'],
    });
  });
});
