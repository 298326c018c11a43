import { describe, expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import {
  deemedDelivery,
  endOfMonthPeriod,
  finalityDay,
  portalProvisionEnds,
  remedyPeriodEnds,
  type DeliveryChannel,
} from './deadlines.ts';
import { isWorkingDay } from './holidays.ts';

interface Vector {
  channel: DeliveryChannel;
  on: string;
  strict: string;
  safe: string;
  lastDay: string;
  safeLastDay: string;
  why: string;
}

const VECTORS: Vector[] = [
  ['post', '2026-11-23', '2026-11-27', '2026-11-27', '2026-12-28', '2026-12-28', 'the 27th is a Sunday'],
  ['post', '2026-11-21', '2026-11-25', '2026-11-25', '2026-12-28', '2026-12-28', 'two holidays and a Sunday'],
  ['post', '2026-01-27', '2026-01-31', '2026-02-02', '2026-03-02', '2026-03-02', '28 February is a Saturday'],
  ['post', '2026-02-04', '2026-02-08', '2026-02-09', '2026-03-09', '2026-03-09', '8 March is a Sunday and a holiday'],
  ['post', '2027-01-27', '2027-01-31', '2027-02-01', '2027-03-01', '2027-03-01', '28 February is a Sunday'],
  ['post', '2026-02-28', '2026-03-04', '2026-03-04', '2026-04-07', '2026-04-07', 'Easter Monday is passed'],
  ['post', '2026-12-21', '2026-12-25', '2026-12-28', '2027-01-25', '2027-01-28', 'delivery falls on a holiday'],
  ['portal', '2026-11-24', '2026-11-25', '2026-11-25', '2026-12-28', '2026-12-28', 'the day after retrieval'],
  ['ozgMailbox', '2026-11-23', '2026-11-26', '2026-11-26', '2026-12-28', '2026-12-28', 'the third day'],
].map(([channel, on, strict, safe, lastDay, safeLastDay, why]) => ({
  channel: channel as DeliveryChannel,
  on: on!,
  strict: strict!,
  safe: safe!,
  lastDay: lastDay!,
  safeLastDay: safeLastDay!,
  why: why!,
}));

describe('the remedy period', () => {
  test.each(VECTORS)(
    '$channel on $on ends on $lastDay: $why',
    ({ channel, on, strict, safe, lastDay, safeLastDay }) => {
      const delivered = deemedDelivery(channel, day(on));
      expect(delivered).toEqual({ strict, safe });
      expect(remedyPeriodEnds(delivered.strict)).toBe(lastDay);
      expect(remedyPeriodEnds(delivered.safe)).toBe(safeLastDay);
    },
  );

  test('a notice is final on the day after its end', () => {
    expect(finalityDay(day('2026-12-28'))).toBe('2027-01-29');
    expect(finalityDay(day('2026-11-27'))).toBe('2026-12-29');
  });

  test('a faulty instruction makes it a year', () => {
    expect(remedyPeriodEnds(day('2026-11-27'), 'faulty')).toBe('2027-11-29');
    expect(finalityDay(day('2026-11-25'), 'faulty')).toBe('2027-11-26');
  });
});

describe('deemed delivery', () => {
  test.each<[DeliveryChannel, string, string]>([
    ['post', '2024-12-31', '2025-01-03'],
    ['post', '2025-01-01', '2025-01-05'],
    ['email', '2024-12-31', '2025-01-03'],
    ['email', '2025-01-01', '2025-01-05'],
    ['portal', '2024-12-31', '2025-01-01'],
    ['handover', '2026-11-22', '2026-11-22'],
    ['service', '2026-11-22', '2026-11-22'],
  ])('by %s on %s is on %s: the fourth day counts for what was sent from 2025', (channel, on, strict) => {
    expect(deemedDelivery(channel, day(on)).strict).toBe(strict);
  });

  test('a real event is not moved, a fiction on a Sunday is moved for what burdens', () => {
    expect(deemedDelivery('handover', day('2026-11-22')).safe).toBe('2026-11-22');
    expect(deemedDelivery('portal', day('2026-11-21'))).toEqual({ strict: '2026-11-22', safe: '2026-11-23' });
  });

  test('a channel without a norm on that day is not guessed', () => {
    expect(() => deemedDelivery('ozgMailbox', day('2020-01-02'))).toThrow(RangeError);
  });
});

describe('a notice in the portal', () => {
  test('can be retrieved until the tenth day after the notification', () => {
    expect(portalProvisionEnds(day('2026-11-23'))).toBe('2026-12-03');
  });

  test('can be retrieved longer where the tenth day is no working day', () => {
    expect(portalProvisionEnds(day('2026-11-26'))).toBe('2026-12-07');
    expect(portalProvisionEnds(day('2026-12-15'))).toBe('2026-12-28');
  });
});

describe('a period of months', () => {
  test.each([
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-30'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 6, '2027-06-30'],
  ])('from %s over %i months ends on %s', (from, months, end) => {
    expect(endOfMonthPeriod(day(from), months)).toBe(end);
    expect(isWorkingDay(day(end))).toBe(true);
  });
});
