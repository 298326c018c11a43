import { expect, test } from 'vitest';
import { startDynamoDb } from '../../functions/local/dynamodb.ts';
import { FULL } from '../support/fault-cases.ts';
import { troubledTable, type Trouble } from '../support/fault-dynamodb.ts';
import { conflict } from '../support/fault-ports.ts';
import { lastEuroRounds } from './last-euro.ts';

/** The local engine grows slower with all that it ever held, whatever table it lay in: a fresh one takes over. */
const ROUNDS_OF_ENGINE = 10;

const everyThird: Trouble = (attempt, send) => {
  if (attempt % 3 === 0) throw conflict();
  return send();
};

test.each([
  ['', FULL ? 200 : 2, false],
  [', while every third transaction meets another one', FULL ? 40 : 1, true],
])(
  'of fifty approvals at once for the last ten places, ten are done%s',
  async (_, rounds, busy) => {
    let [slowest, repeated] = [0, 0];
    for (let from = 1; from <= rounds; from += ROUNDS_OF_ENGINE) {
      const engine = await startDynamoDb();
      const table = await troubledTable(engine.endpoint);
      if (busy) table.trouble = everyThird;
      const play = await lastEuroRounds(table.journal);
      for (let round = from; round < from + ROUNDS_OF_ENGINE && round <= rounds; round += 1) {
        const { milliseconds, repeats, ...outcome } = await play(round);
        const expected = { approved: 10, exhausted: 40, others: [], freeCents: 0, findings: [] };
        expect(outcome, `round ${round}`).toEqual(expected);
        slowest = Math.max(slowest, milliseconds);
        repeated += repeats;
      }
      table.client.destroy();
      await engine.stop();
    }
    console.log(
      `last euro${busy ? ', busy table' : ''}: ${rounds} rounds, exactly 10 of 50 each, slowest ${slowest.toFixed(0)} ms, ${repeated} requests repeated`,
    );
  },
  FULL ? 3_600_000 : 110_000,
);
