import { describe, expect, test } from 'vitest';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import type { Commit, Journal } from '../../functions/kernel/journal.ts';
import { eraseTexts } from '../../functions/ledger/erase.ts';
import { testSigner } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { ERASABLE, STREAMS } from '../../infra/partitions.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { testCity } from '../support/city.ts';
import { decideExample, takeEffect } from '../support/example-case.ts';

/** Notes every commit that goes through. */
const recording = (journal: Journal, commits: Commit[]): Journal => ({
  ...journal,
  commit: (commit) => (commits.push(commit), journal.commit(commit)),
});

const removedBy = (commits: readonly Commit[]): string[] =>
  commits.flatMap(({ writes = [], completes }) => [
    ...writes.flatMap((write) => ('remove' in write ? [write.remove.pk] : [])),
    ...(completes === undefined ? [] : [completes.pk]),
  ]);

const outside = (removed: readonly string[], partitions: readonly string[]): string[] =>
  removed.filter((pk) => !partitions.some((begin) => pk.startsWith(begin)));

/** One case from draft to public entry, by who commits: the API (with the reactions that follow) and the sequencer. */
const story = async () => {
  const commits: Commit[] = [];
  const journal = recording(memoryJournal(), commits);
  const city = await testCity('2026-11-22T09:00:00.000Z' as Instant, journal);
  const { notice } = await decideExample(city, 'app-eins');
  await takeEffect(city, notice);
  await city.settle();
  const working = commits.splice(0);
  const [name = ''] = testSigner.vkey.split('+');
  const ledger = { ...city.deps, journal, signer: testSigner, origin: name };
  await sequence(ledger);
  const { items } = (await (await city.get(undefined, '/api/public/entries')).json()) as { items: { id: string }[] };
  await eraseTexts(ledger, items[0]!.id, ['recipient', 'purpose']);
  await sequence(ledger);
  return { working, sequencing: commits };
};

describe('what the code deletes and what its role may delete', () => {
  test('commands and reactions delete only where theirs may', async () => {
    const removed = removedBy((await story()).working);
    expect(removed.length).toBeGreaterThan(0);
    expect(
      outside(removed, [...ERASABLE.api, ...ERASABLE.boards, ...ERASABLE.payments, ...ERASABLE.reactions]),
    ).toEqual([]);
  });

  test('the sequencer deletes only what it took up, and words that were erased', async () => {
    const removed = removedBy((await story()).sequencing);
    expect(removed.length).toBeGreaterThan(0);
    expect(outside(removed, ERASABLE.sequencer)).toEqual([]);
  });

  test('facts lie only in partitions from which nothing is deleted, and no row takes the place of one', async () => {
    const { working, sequencing } = await story();
    const commits = [...working, ...sequencing];
    const appended = commits.flatMap(({ facts = [] }) => facts.map(({ pk }) => pk));
    expect(appended.length).toBeGreaterThan(0);
    expect(outside(appended, STREAMS)).toEqual([]);
    const puts = commits.flatMap(({ writes = [] }) =>
      writes.flatMap((write) => ('put' in write ? [write.put.sk] : [])),
    );
    expect(puts.filter((sk) => sk.startsWith('fact#'))).toEqual([]);
  });
});
