import { expect, inject, test } from 'vitest';
import { FULL } from '../support/fault-cases.ts';
import { troubledTable } from '../support/fault-dynamodb.ts';
import { conflict } from '../support/fault-ports.ts';
import { lastEuroRounds } from './last-euro.ts';

test.each([
  ['', FULL ? 200 : 2, false],
  [', while every third transaction meets another one', FULL ? 40 : 1, true],
])(
  'of fifty approvals at once for the last ten places, ten are done%s',
  async (_, rounds, busy) => {
    const table = await troubledTable(inject('dynamodb'));
    if (busy) {
      table.trouble = (attempt, send) => {
        if (attempt % 3 === 0) throw conflict();
        return send();
      };
    }
    const play = await lastEuroRounds(table.journal);
    let slowest = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const { milliseconds, ...outcome } = await play(round);
      expect(outcome, `round ${round}`).toEqual({
        approved: 10,
        exhausted: 40,
        others: [],
        freeCents: 0,
        findings: [],
      });
      slowest = Math.max(slowest, milliseconds);
    }
    console.log(
      `last euro${busy ? ', busy table' : ''}: ${rounds} rounds, exactly 10 of 50 each, slowest ${slowest.toFixed(0)} ms`,
    );
    table.client.destroy();
  },
  FULL ? 3_600_000 : 110_000,
);
