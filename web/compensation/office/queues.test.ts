import { expect, test } from 'vitest';
import type { ClaimLine } from '../../../shared/compensation/wire.ts';
import type { Session } from '../../session.ts';
import { batchOf, busyQueue, busyScope, firstQueue, queuesOf, scopesIn, totalsByBody, waitingIn } from './queues.ts';

const who = (...roles: Session['roles']): Session => ({ person: 'p', name: 'P', roles });
const OFFICE = who({ role: 'bodyOffice', scope: 'body-bezirk-03' });
const CERTIFIER = who({ role: 'certifier', scope: 'be-sen-integration' }, { role: 'certifier', scope: 'be-ba-03' });
const ORDERER = who({ role: 'orderer', scope: 'be-ba-03' });
const AUDITOR = who({ role: 'auditor', scope: '*' });

test('each person begins with the list that waits for them', () => {
  expect([OFFICE, CERTIFIER, ORDERER].map(firstQueue)).toEqual(['certify', 'certify', 'order']);
  expect(firstQueue(who({ role: 'caseOfficer', scope: 'be-ba-03' }))).toBe('decide');
});

test('the list opens where claims wait, not at the first office of the person', () => {
  const at = (queue: 'certify' | 'failed', scope: string, count: number) => ({ queue, scope, count, isMore: false });
  const counts = [at('certify', 'be-sen-integration', 0), at('certify', 'be-ba-03', 2), at('failed', 'be-ba-03', 1)];
  expect([busyQueue(CERTIFIER, counts), busyScope(CERTIFIER, counts, 'certify')]).toEqual(['certify', 'be-ba-03']);
  const failed = [at('certify', 'be-sen-integration', 0), at('certify', 'be-ba-03', 0), at('failed', 'be-ba-03', 1)];
  expect([busyQueue(CERTIFIER, failed), busyScope(CERTIFIER, failed, 'failed')]).toEqual(['failed', 'be-ba-03']);
  expect([busyQueue(ORDERER, []), busyScope(ORDERER, [], 'order')]).toEqual(['order', 'be-ba-03']);
});

test('a tab tells how much waits, and that there is more than was counted', () => {
  const counts = [
    { queue: 'order', scope: 'be-ba-03', count: 50, isMore: true },
    { queue: 'order', scope: 'be-sen-integration', count: 2, isMore: false },
  ] as const;
  expect(waitingIn(counts, 'order')).toBe('52+');
  expect(waitingIn(counts, 'order', 'be-sen-integration')).toBe('2');
  expect(waitingIn(counts, 'done')).toBeUndefined();
});

test('a body’s office has its own body’s lists only', () => {
  expect(queuesOf(OFFICE)).toEqual(['certify', 'failed']);
  expect(scopesIn(OFFICE, 'certify')).toEqual(['body-bezirk-03']);
});

test('the auditor reads the lists of all authorities and can take no act', () => {
  expect(scopesIn(AUDITOR, 'order')).toHaveLength(13);
  for (const queue of queuesOf(AUDITOR)) expect(batchOf(AUDITOR, queue, 'be-ba-03')).toBeUndefined();
});

test('a batch is for those whose act it is, where they hold the role', () => {
  expect(batchOf(CERTIFIER, 'certify', 'be-ba-03')).toBe('certify');
  expect(batchOf(CERTIFIER, 'order', 'be-ba-03')).toBeUndefined();
  expect(batchOf(ORDERER, 'secondOrder', 'be-ba-03')).toBe('order');
  expect(batchOf(ORDERER, 'order', 'be-sen-integration')).toBeUndefined();
});

test('totals are by body', () => {
  const line = (body: string, totalCents: number) => ({ body, bodyName: `Beirat ${body}`, totalCents }) as ClaimLine;
  expect(totalsByBody([line('b', 2000), line('a', 4000), line('b', 2550)])).toEqual([
    { body: 'a', name: 'Beirat a', count: 1, cents: 4000 },
    { body: 'b', name: 'Beirat b', count: 2, cents: 4550 },
  ]);
});
