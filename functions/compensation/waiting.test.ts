import { expect, test } from 'vitest';
import type { Role } from '../../shared/kernel/actor.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { waitingFor } from './waiting.ts';

const AT = '2026-11-23T09:00:00.000Z' as Instant;

const who = (...roles: { role: Role; scope: string }[]) => ({
  person: asId<'person'>('p-1'),
  name: 'P',
  email: '',
  roles,
});

const journalWith = async (lines: readonly (readonly [scope: string, queue: string, count: number])[]) => {
  const journal = memoryJournal();
  for (const [scope, queue, count] of lines) {
    const rows = Array.from({ length: count }, (_, at) => ({
      pk: `claim-queue#${scope}`,
      sk: `${queue}#${at}`,
      line: {},
    }));
    await journal.commit({ at: AT, by: 'system', writes: rows.map((put) => ({ put })) });
  }
  return journal;
};

test('each list of one’s own work is counted, in every authority and body', async () => {
  const journal = await journalWith([
    ['be-ba-03', 'certify', 2],
    ['be-ba-03', 'order', 7],
    ['be-ba-03', 'done', 9],
  ]);
  const certifier = who({ role: 'certifier', scope: 'be-sen-integration' }, { role: 'certifier', scope: 'be-ba-03' });
  expect((await waitingFor(journal, certifier)).items).toEqual([
    { queue: 'certify', scope: 'be-sen-integration', count: 0, isMore: false },
    { queue: 'certify', scope: 'be-ba-03', count: 2, isMore: false },
    { queue: 'failed', scope: 'be-sen-integration', count: 0, isMore: false },
    { queue: 'failed', scope: 'be-ba-03', count: 0, isMore: false },
  ]);
});

test('what somebody only reads along is not counted as their work', async () => {
  const journal = await journalWith([['be-ba-03', 'order', 7]]);
  expect((await waitingFor(journal, who({ role: 'auditor', scope: '*' }))).items).toEqual([]);
  expect((await waitingFor(journal, who({ role: 'member', scope: 'body-bezirk-03' }))).items).toEqual([]);
});

test('a long list is counted so far and then says that there is more', async () => {
  const journal = await journalWith([['be-ba-03', 'order', 60]]);
  const { items } = await waitingFor(journal, who({ role: 'orderer', scope: 'be-ba-03' }));
  expect(items[0]).toEqual({ queue: 'order', scope: 'be-ba-03', count: 50, isMore: true });
});
