import { expect, test } from 'vitest';
import type { Actor } from '../../shared/kernel/actor.ts';
import { instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { ok, refuse } from '../../shared/kernel/result.ts';
import { handle, type UseCase } from './handle.ts';
import type { Ask, Journal } from './journal.ts';
import { memoryJournal } from './journal.memory.ts';

const ANY_ACTOR: Actor = { person: asId('anyone'), name: 'Anyone', email: 'anyone@anteil.example', roles: [] };
const clock = { now: () => instant('2026-11-22T09:00:00Z') };
const FACTS: Ask = { pk: 'case#1', prefix: '' };

/** May be done once; the rule refuses a second time. */
const once = (version: number): UseCase<{ done: number }> => ({
  actor: ANY_ACTOR,
  key: 'one-intent-only',
  request: { version },
  read: [FACTS],
  plan: ([facts = []]) =>
    facts.length > 0
      ? refuse('illegal-step')
      : ok({
          answer: { done: version },
          commit: { facts: [{ pk: 'case#1', after: 0, facts: [{ type: 'thing.happened' }] }] },
        }),
});

/** Answers the asks of a read one after the other, from the last to the first, and lets `then` happen before the first. */
const torn = (journal: Journal, then: () => Promise<unknown>): Journal => {
  let isFirst = true;
  return {
    ...journal,
    read: async (asks) => {
      const later = await journal.read(asks.slice(1));
      if (isFirst) await then();
      isFirst = false;
      return [...(await journal.read(asks.slice(0, 1))), ...later];
    },
  };
};

test('the same intent, done between the read of its key and of its case, is answered as it was answered there', async () => {
  const journal = memoryJournal();
  const first = () => handle({ journal, clock }, once(1));
  expect(await handle({ journal: torn(journal, first), clock }, once(1))).toEqual(ok({ done: 1 }));
});

test('another body under the same key is told apart there too', async () => {
  const journal = memoryJournal();
  const first = () => handle({ journal, clock }, once(1));
  expect(await handle({ journal: torn(journal, first), clock }, once(2))).toEqual(refuse('key-for-other-body'));
});

test('what the rules refuse stays refused where the key was never used', async () => {
  const journal = memoryJournal();
  await handle({ journal, clock }, { ...once(1), key: 'another-intent' });
  expect(await handle({ journal, clock }, once(1))).toEqual(refuse('illegal-step'));
});
