import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import { lawBeside } from './law-beside.ts';

const TODAY = day('2026-11-28');

const statuses = (authority: string, ruleSetId = 'BE-2025-07', mode: 'project' | 'institutional' = 'project') =>
  Object.fromEntries(
    lawBeside({ authority: asId(authority), ruleSetId, mode, today: TODAY }).map(({ name, status }) => [name, status]),
  );

test('whoever proposes or decides sees of each period, rate and remedy how far it can be trusted', () => {
  expect(statuses('be-sen-integration')).toEqual({
    spendWithin: 'secondary',
    finalProofDue: 'general',
    interimProofDue: 'secondary',
    lastDrawdownOfYear: 'secondary',
    vouchersKept: 'secondary',
    'wages-stateMinimumPerHour': 'secondary',
    'delivery-post': 'secondary',
    'delivery-portal': 'verified',
    'delivery-portalProvision': 'verified',
    'remedy-period': 'verified',
    remedy: 'general',
  });
});

test('the remedy of a district office was read in an older edition, and institutional funding has its own proof', () => {
  const district = statuses('be-ba-03', 'BE-PRE-2025', 'institutional');
  expect(district).toMatchObject({ remedy: 'verified-older', institutionalProofDue: 'general' });
  expect(district).not.toHaveProperty('finalProofDue');
});

test('the values come with norm and source', () => {
  const lines = lawBeside({
    authority: asId('be-sen-integration'),
    ruleSetId: 'BE-2025-07',
    mode: 'project',
    today: TODAY,
  });
  expect(lines.every(({ norm, source }) => norm !== '' && source !== '')).toBe(true);
  expect(lines.find(({ name }) => name === 'spendWithin')).toMatchObject({
    value: { months: 2 },
    norm: 'Nr. 7.2 AV § 44 LHO',
  });
  expect(lines.find(({ name }) => name === 'interimProofDue')).toMatchObject({ value: { yearDay: '03-31' } });
  expect(lines.find(({ name }) => name === 'wages-stateMinimumPerHour')).toMatchObject({ value: { cents: 14_84 } });
});
