import { describe, expect, expectTypeOf, test } from 'vitest';
import { isCents, type Cents } from '../kernel/cents.ts';
import { addDays, day, type Day } from '../kernel/day.ts';
import type { History, Unit } from './parameter.ts';
import {
  assumedParameterOn,
  PARAMETERS,
  parameterOn,
  settledValue,
  type ParameterKey,
  type ParameterValue,
} from './parameters.ts';

const KEYS = Object.keys(PARAMETERS) as ParameterKey[];

const valueOn = (key: ParameterKey, on: string): unknown => {
  const parameter = parameterOn(key, day(on));
  return parameter.ok ? parameter.value.value : parameter.refusal;
};

describe('every parameter', () => {
  test.each(KEYS)('%s says where each of its values comes from, and no two are in force on one day', (key) => {
    let last: Day | undefined = day('1900-01-01');
    for (const version of (PARAMETERS[key] as History<Unit>).versions) {
      expect(version.norm).not.toBe('');
      expect(version.source).not.toBe('');
      expect(last !== undefined && version.validFrom > last, 'begins after the one before ends').toBe(true);
      if (version.validUntil !== undefined) expect(version.validFrom <= version.validUntil).toBe(true);
      last = version.validUntil;
    }
  });

  test.each(KEYS)('%s holds what its unit promises', (key) => {
    const { unit, versions } = PARAMETERS[key] as History<Unit>;
    for (const version of versions) {
      const value = version.status === 'unknown' ? version.assumed : version.value;
      if (value === undefined) continue;
      if (unit === 'cents') expect(isCents(value as number)).toBe(true);
      else if (unit === 'text' || unit === 'flag') expect(typeof value).toBe(unit === 'text' ? 'string' : 'boolean');
      else expect(Number.isSafeInteger(value)).toBe(true);
    }
  });

  test('the key gives the type of the value', () => {
    expectTypeOf<ParameterValue<'compensation.attendanceFee'>>().toEqualTypeOf<Cents>();
    expectTypeOf<ParameterValue<'remedy.period'>>().toEqualTypeOf<number>();
    expectTypeOf<ParameterValue<'interest.lateUseFrom'>>().toEqualTypeOf<'payout' | 'graceEnd'>();
  });
});

describe('a value follows the calendar', () => {
  test.each<[ParameterKey, string, number]>([
    ['delivery.post', '2024-12-31', 3],
    ['delivery.post', '2025-01-01', 4],
    ['wages.stateMinimumPerHour', '2025-12-31', 13_69],
    ['wages.stateMinimumPerHour', '2026-01-01', 14_84],
    ['wages.stateMinimumPerHour', '2027-01-01', 15_59],
    ['tax.instructorAllowance', '2025-12-31', 3_000_00],
    ['tax.instructorAllowance', '2026-01-01', 3_300_00],
    ['tax.volunteerAllowance', '2025-12-31', 840_00],
    ['tax.volunteerAllowance', '2026-01-01', 960_00],
    ['compensation.attendanceFee', '2026-11-22', 20_00],
    ['travel.carPerKilometre', '2026-11-22', 20],
    ['travel.carAtMost', '2026-11-22', 130_00],
    ['travel.claimWithin', '2026-11-22', 6],
    ['interest.aboveBaseRate', '2026-11-22', 500],
    ['wages.stateMinimumPerHour', '2024-05-01', 13_69],
    ['tax.reportingThreshold', '2024-12-31', 1_500_00],
    ['tax.reportingThreshold', '2025-01-01', 3_000_00],
    ['partIntP.leastPerYear', '2025-12-31', 12_000_00],
    ['partIntP.longestFunding', '2025-12-31', 36],
    ['partIntP.longestFunding', '2026-01-01', 24],
    ['retention.vouchersAtRecipient', '2026-11-22', 60],
  ])('%s on %s is %i', (key, on, value) => {
    expect(valueOn(key, on)).toBe(value);
  });
});

test('the programme for participation pays for a shortfall since 2026', () => {
  expect(valueOn('partIntP.financingType', '2026-01-01')).toBe('shortfall');
});

test('what only a summary or a leaflet says is not called verified', () => {
  for (const key of ['tax.reportingThreshold', 'wages.stateMinimumPerHour', 'delivery.post'] as const)
    expect(parameterOn(key, day('2026-11-22'))).toMatchObject({ value: { status: 'secondary' } });
});

describe('what is not known is not computed with', () => {
  test.each<[ParameterKey, string, string]>([
    ['tax.publicFundsPerMonth', '2026-01-01', 'the amount of 2026 was not found'],
    ['compensation.unitsPerDay', '2026-11-22', 'the ordinance leaves it open'],
    ['compensation.onlineAttendancePaid', '2026-11-22', 'nothing was found'],
    ['partIntP.ownShare', '2026-01-01', 'the rate was not found'],
    ['partIntP.leastPerYear', '2026-01-01', 'the page on 2026 names none'],
    ['retention.grantFile', '2026-11-22', 'the Berlin rules were not read'],
    ['wages.stateMinimumPerHour', '2024-04-30', 'the amount before was not read'],
  ])('%s on %s is refused: %s', (key, on) => {
    expect(valueOn(key, on)).toBe('parameter-unknown');
  });

  test('an assumption has to be asked for, and says that it is one', () => {
    const draft = assumedParameterOn('retention.draft', day('2026-11-22'));
    expect(draft).toMatchObject({ ok: true, value: { value: 6, unit: 'months', status: 'unknown' } });
    expect(draft.ok && draft.value.question).toBeTruthy();
  });

  test('where nothing was even heard, there is no assumption', () => {
    expect(assumedParameterOn('compensation.onlineAttendancePaid', day('2026-11-22'))).toEqual({
      ok: false,
      refusal: 'parameter-unknown',
    });
    expect(assumedParameterOn('delivery.post', day('1976-12-31')).ok).toBe(false);
  });

  test('a rule that must have a value fails loudly without one', () => {
    expect(settledValue('remedy.period', day('2026-11-22'))).toBe(1);
    expect(() => settledValue('tax.publicFundsPerMonth', addDays(day('2025-12-31'), 1))).toThrow(RangeError);
  });
});
