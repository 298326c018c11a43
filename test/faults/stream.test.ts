import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, AttributeValue } from 'aws-lambda';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row, Task } from '../../functions/kernel/journal.ts';
import { workDaily } from '../../functions/daily.ts';
import { sweep, workOff, type Reactions } from '../../functions/kernel/outbox.ts';
import { onNewTasks } from '../../functions/kernel/stream-event.dynamo.ts';
import { auditFiles, ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { reactionsOf } from '../../functions/reactions.ts';
import { testCity } from '../support/city.ts';
import { ANY_INSTANT, FULL, loaded, SEED } from '../support/fault-cases.ts';
import { findingsIn } from '../support/fault-findings.ts';
import { brittlePortal, cityRows, deliver, journey, JOURNEY_BUDGET, WHEN_EFFECTIVE } from '../support/fault-journey.ts';
import { strikingCalls } from '../support/fault-ports.ts';
import { filesOf, mailsOnce, stateOf } from '../support/fault-state.ts';
import { streamEvent } from '../support/lambda-events.ts';

const SHUFFLES = FULL ? 500 : 50;

/** The table and the files at the moment when everything is decided and nothing has been reacted to. */
const decided = async () => {
  const journal = await loaded(await cityRows());
  const portal = await brittlePortal(journal, strikingCalls());
  const stop = new Error('Decided');
  await journey(portal.send, () => Promise.reject(stop)).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
  return { rows: journal.rows(), files: portal.files };
};

const isTask = ({ pk }: Row): boolean => pk.startsWith('outbox#');

/** The stream tells of a row that was made, and of one whose attempts were counted, which is no new task. */
const recordOf = (row: Row, number: number): DynamoDBRecord => ({
  eventName: row['attempts'] === 0 ? 'INSERT' : 'MODIFY',
  dynamodb: {
    SequenceNumber: String(number),
    NewImage: marshall(row, { removeUndefinedValues: true }) as Record<string, AttributeValue>,
  },
});

const inCity = async (from: Awaited<ReturnType<typeof decided>>) => {
  const journal = await loaded(from.rows);
  const city = await testCity(ANY_INSTANT, journal);
  for (const [path, bytes] of from.files.all) city.deps.files.all.set(path, bytes);
  const deps = { ...city.deps, log: () => undefined };
  return { journal, city, deps, reactions: reactionsOf(deps) };
};

type InCity = Awaited<ReturnType<typeof inCity>>;

const endOf = ({ journal, city }: InCity) => ({
  rows: stateOf(journal.rows()),
  files: filesOf(city.deps.files),
  mails: mailsOnce(city.mails),
});

/** What chance decides: a stream of numbers, the same for the same seed. */
const chanceOf = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

type Chance = ReturnType<typeof chanceOf>;

/** Half of all first attempts fail: before the reaction, or after it has taken effect. */
const failingHalf = (reactions: Reactions, chance: Chance): Reactions => {
  const seen = new Set<string>();
  const failing = (kind: string) => async (task: Task) => {
    const isFirst = !seen.has(task.id);
    seen.add(task.id);
    const fate = isFirst ? chance(4) : 3;
    if (fate === 0) throw new Error('Failed before');
    await reactions[kind]!(task);
    if (fate === 1) throw new Error('Failed after');
  };
  return Object.fromEntries(Object.keys(reactions).map((kind) => [kind, failing(kind)]));
};

/** Delivers each record one to three times, in any order, in batches; from the first that failed on a batch comes again. */
const streamed = async ({ journal, deps, reactions }: InCity, chance: Chance): Promise<number> => {
  const failing = failingHalf(reactions, chance);
  const handler = onNewTasks((row) => workOff(deps, failing, row));
  let [number, delivered] = [0, 0];
  const pending: DynamoDBRecord[] = [];
  const arrive = (rows: readonly Row[]): void => {
    for (const row of rows.filter(isTask)) {
      number += 1;
      for (let copies = 1 + chance(3); copies > 0; copies -= 1)
        pending.splice(chance(pending.length + 1), 0, recordOf(row, number));
    }
  };
  arrive(journal.rows());
  for (let batches = 0; pending.length > 0; batches += 1) {
    if (batches > 1000) throw new Error('The stream never ends');
    const batch = pending.splice(0, 1 + chance(5));
    delivered += batch.length;
    const { batchItemFailures } = await handler(streamEvent(batch));
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const from = batch.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
    if (from >= 0) pending.push(...batch.slice(from));
    arrive(journal.takeInserted());
  }
  return delivered;
};

/** What people and days bring between two waves of tasks: the letters arrive, and the grants take effect. */
const next = {
  delivered: ({ city }: InCity) => deliver((who, path, body = {}) => city.post(who, path, body)),
  effective: async ({ city, deps }: InCity) => {
    city.at(WHEN_EFFECTIVE);
    await workDaily(deps);
  },
};

test(
  'however often and in whatever order the stream tells of tasks, the end is that of one orderly run',
  async () => {
    console.log(`stream: ${SHUFFLES} shuffles, FAULTS_SEED=${SEED}`);
    const start = await decided();
    const orderly = await inCity(start);
    const swept = async () => {
      for (let done = 1; done > 0;) ({ done } = await sweep(orderly.deps, orderly.reactions, { which: 'all' }));
    };
    await swept();
    await next.delivered(orderly);
    await swept();
    await next.effective(orderly);
    await swept();
    const expected = endOf(orderly);
    expect(expected.rows.some((row) => row.includes('outbox#'))).toBe(false);
    let [delivered, repeatedMails] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.nat(2 ** 31 - 1), async (seed) => {
        const place = await inCity(start);
        const chance = chanceOf(seed);
        delivered += await streamed(place, chance);
        await next.delivered(place);
        delivered += await streamed(place, chance);
        await next.effective(place);
        delivered += await streamed(place, chance);
        expect(endOf(place)).toEqual(expected);
        expect(findingsIn(place.journal.rows(), JOURNEY_BUDGET)).toEqual([]);
        repeatedMails += place.city.mails.length - orderly.city.mails.length;
        await sequence(ledgerDeps(place.journal, place.city.deps.files));
        expect(await auditFiles(place.city.deps.files)).toMatchObject({ ok: true, entries: 2 });
      }),
      { numRuns: SHUFFLES, seed: SEED },
    );
    expect(repeatedMails, 'a task that is done sends nothing again').toBe(0);
    console.log(`stream: ${delivered} deliveries, 0 differences, 0 mails twice`);
  },
  FULL ? 1_800_000 : 90_000,
);
