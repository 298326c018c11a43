import { describe, expect, inject, test } from 'vitest';
import { wholeApi } from '../../functions/whole-api.ts';
import { testCity } from '../support/city.ts';
import { ANY_INSTANT, fill, loaded } from '../support/fault-cases.ts';
import { troubledTable, type Trouble } from '../support/fault-dynamodb.ts';
import { findingsIn } from '../support/fault-findings.ts';
import { brittlePortal, cityRows, journey, JOURNEY_BUDGET } from '../support/fault-journey.ts';
import { conflict, strikingCalls } from '../support/fault-ports.ts';
import { filesOf, mailsOnce, stateOf } from '../support/fault-state.ts';

const throttle = () => Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });

/** Every transaction of the whole journey meets this, again and again, until it may pass. */
const TROUBLES: Readonly<Record<string, Trouble | undefined>> = {
  'nothing in its way': undefined,
  'another transaction twice, then passes': (attempt, send) => {
    if (attempt % 3 !== 0) throw conflict();
    return send();
  },
  // Two times in five: at each second time a request of two transactions, its own and that of its limit, would never end.
  'its answer lost two times in five, after it took effect': async (attempt, send) => {
    const answer = await send();
    if ([1, 3].includes(attempt % 5)) throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
    return answer;
  },
  'a throttled table each third time': (attempt, send) => {
    if (attempt % 3 === 1) throw throttle();
    return send();
  },
};

describe('every use case on DynamoDB ends in the state of a clean run in memory', () => {
  test.each(Object.keys(TROUBLES))('each transaction with %s', async (name) => {
    const rows = await cityRows();
    const clean = await loaded(rows);
    const expected = await brittlePortal(clean, strikingCalls());
    await journey(expected.send, expected.settle);
    const table = await troubledTable(inject('dynamodb'));
    await fill(table.journal, rows);
    const portal = await brittlePortal(table.journal, strikingCalls());
    table.trouble = TROUBLES[name];
    await journey(portal.send, portal.settle);
    table.trouble = undefined;
    const found = await table.allRows();
    table.client.destroy();
    expect(stateOf(found)).toEqual(stateOf(clean.rows()));
    expect(findingsIn(found, JOURNEY_BUDGET)).toEqual([]);
    expect(filesOf(portal.files)).toEqual(filesOf(expected.files));
    expect(mailsOnce(portal.mails)).toEqual(mailsOnce(expected.mails));
  });
});

describe('one key, one effect', () => {
  const PATH = '/api/funding/applications/app-nein/submit';
  const submitting = async () => {
    const table = await troubledTable(inject('dynamodb'));
    await fill(table.journal, await cityRows());
    const { deps } = await testCity(ANY_INSTANT, table.journal);
    /** A process of its own for each call. */
    const submit = async (version = 5) =>
      wholeApi({ ...deps, log: () => undefined }).request(PATH, {
        method: 'POST',
        headers: {
          authorization: 'Bearer signatory',
          'content-type': 'application/json',
          'idempotency-key': 'one-intent-only',
        },
        body: JSON.stringify({ version }),
      });
    const facts = async () => {
      const [rows = []] = await table.journal.read([{ pk: 'application#app-nein', prefix: 'fact#' }]);
      return rows.length;
    };
    return { table, submit, facts };
  };

  test('twenty times at once, also when transactions meet: one fact, the same answer to all', async () => {
    const { table, submit, facts } = await submitting();
    table.trouble = (attempt, send) => {
      if (attempt % 4 === 0) throw conflict();
      return send();
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const answer of answers) expect(await answer.json()).toEqual({ id: 'app-nein', stage: 'submitted', seq: 1 });
    expect(await facts()).toBe(1);
    table.client.destroy();
  });

  test('with another body it is refused as 422, and nothing happens', async () => {
    const { table, submit, facts } = await submitting();
    expect((await submit()).status).toBe(200);
    const other = await submit(4);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ refusal: 'key-for-other-body' });
    expect(await facts()).toBe(1);
    table.client.destroy();
  });

  test('after a crash between effect and answer the repeated request gets the answer that was lost', async () => {
    const { table, submit, facts } = await submitting();
    const crashed = new Promise<void>((resolve) => {
      table.trouble = async (_, send) => {
        await send();
        resolve();
        return new Promise(() => undefined);
      };
    });
    void submit();
    await crashed;
    table.trouble = undefined;
    expect(await facts()).toBe(1);
    const again = await submit();
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({ id: 'app-nein', stage: 'submitted', seq: 1 });
    expect(await facts()).toBe(1);
    expect((await submit(4)).status).toBe(422);
    table.client.destroy();
  });
});
