import { describe, expect, inject, test } from 'vitest';
import { wholeApi } from '../../functions/whole-api.ts';
import { testCity } from '../support/city.ts';
import { ANY_INSTANT, fill, loaded } from '../support/fault-cases.ts';
import { troubledTable, type AskedRead, type ReadTrouble } from '../support/fault-dynamodb.ts';
import { findingsIn } from '../support/fault-findings.ts';
import { brittlePortal, cityRows, journey, JOURNEY_BUDGET } from '../support/fault-journey.ts';
import { conflict, strikingCalls } from '../support/fault-ports.ts';
import { filesOf, mailsOnce, stateOf } from '../support/fault-state.ts';

const halved = (asked: AskedRead): { readonly now: AskedRead; readonly left: AskedRead['RequestItems'] } => {
  const [[table, { Keys, ...rest }]] = Object.entries(asked.RequestItems!) as [
    [string, { Keys: object[]; ConsistentRead?: boolean }],
  ];
  const half = Math.ceil(Keys.length / 2);
  const left = Keys.slice(half);
  return {
    now: { ...asked, RequestItems: { [table]: { ...rest, Keys: Keys.slice(0, half) } } },
    left: left.length === 0 ? {} : { [table]: { ...rest, Keys: left } },
  };
};

const isConsistent = ({ ConsistentRead, RequestItems }: AskedRead): boolean =>
  RequestItems === undefined
    ? ConsistentRead === true
    : Object.values(RequestItems).every((of) => of.ConsistentRead === true);

const NOTHING = { $metadata: {}, Items: [], Count: 0, Responses: {} };

/** A list is a page of its own, and may be behind; what a rule decides on may not. */
const isPage = ({ Limit }: AskedRead): boolean => Limit !== undefined;

/** What a table in use does to reads, and an emulator with a few rows never does. */
const TROUBLES: Readonly<Record<string, ReadTrouble>> = {
  'a page that ends after two rows, whatever is left': (asked, send) =>
    send(asked.RequestItems === undefined && !isPage(asked) ? { ...asked, Limit: 2 } : asked),
  'half of the keys left unanswered': async (asked, send) => {
    if (asked.RequestItems === undefined) return send(asked);
    const { now, left } = halved(asked);
    const answer = (await send(now)) as { output: object };
    return { ...answer, output: { ...answer.output, UnprocessedKeys: left } };
  },
  'a replica that has heard of nothing yet, unless it is asked to be sure': (asked, send) =>
    isConsistent(asked) || isPage(asked) ? send(asked) : Promise.resolve({ output: NOTHING, response: {} }),
};

test.each(Object.keys(TROUBLES))('every use case ends as a clean run where reads meet %s', async (name) => {
  const rows = await cityRows();
  const clean = await loaded(rows);
  const expected = await brittlePortal(clean, strikingCalls());
  await journey(expected.send, expected.settle);
  const table = await troubledTable(inject('dynamodb'));
  await fill(table.journal, rows);
  const portal = await brittlePortal(table.journal, strikingCalls());
  let troubled = 0;
  table.readTrouble = (asked, send) => {
    troubled += 1;
    return TROUBLES[name]!(asked, send);
  };
  await journey(portal.send, portal.settle);
  table.readTrouble = undefined;
  const found = await table.allRows();
  table.client.destroy();
  expect(troubled).toBeGreaterThan(20);
  expect(stateOf(found)).toEqual(stateOf(clean.rows()));
  expect(findingsIn(found, JOURNEY_BUDGET)).toEqual([]);
  expect(filesOf(portal.files)).toEqual(filesOf(expected.files));
  expect(mailsOnce(portal.mails)).toEqual(mailsOnce(expected.mails));
});

describe('a table that stays busy', () => {
  const submitting = async () => {
    const table = await troubledTable(inject('dynamodb'));
    await fill(table.journal, await cityRows());
    const { deps } = await testCity(ANY_INSTANT, table.journal);
    const submit = async () =>
      wholeApi({ ...deps, log: () => undefined }).request('/api/funding/applications/app-nein/submit', {
        method: 'POST',
        headers: {
          authorization: 'Bearer signatory',
          'content-type': 'application/json',
          'idempotency-key': 'one-intent-only',
        },
        body: JSON.stringify({ version: 5 }),
      });
    const facts = async () => {
      const [rows = []] = await table.journal.read([{ pk: 'application#app-nein', prefix: 'fact#' }]);
      return rows.length;
    };
    return { table, submit, facts };
  };

  test('is never called saved: after the last attempt it is 503, and the same key succeeds later', async () => {
    const { table, submit, facts } = await submitting();
    let attempts = 0;
    table.trouble = () => {
      attempts += 1;
      return Promise.reject(conflict());
    };
    const refused = await submit();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(attempts).toBe(12);
    table.trouble = undefined;
    expect(await facts()).toBe(0);
    expect((await submit()).status).toBe(200);
    expect(await facts()).toBe(1);
    table.client.destroy();
  });

  test('that never answers some keys is not asked for ever, and nothing is decided without them', async () => {
    const { table, submit, facts } = await submitting();
    let asked = 0;
    table.readTrouble = (read, send) => {
      if (read.RequestItems === undefined) return send(read);
      asked += 1;
      return Promise.resolve({
        output: { $metadata: {}, Responses: {}, UnprocessedKeys: read.RequestItems },
        response: {},
      });
    };
    expect((await submit()).status).toBe(503);
    expect(asked).toBeLessThanOrEqual(10);
    table.readTrouble = undefined;
    expect(await facts()).toBe(0);
    table.client.destroy();
  });
});
