import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import type { Row } from '../../functions/kernel/journal.ts';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import { createTable } from '../../functions/local/table.ts';
import { caseAt, done, filledCity, submittedIn } from '../support/filled-city.ts';
import { median, type Figure } from './figure.ts';
import { putRows } from './rows-in-table.ts';

const TABLE = 'bench-reading';
const PAGE = 50;
const WARM_UP = 40;
const ROUNDS = 200;

type Read = () => Promise<unknown>;

const milliseconds = async (read: Read): Promise<number> => {
  const start = performance.now();
  await read();
  return performance.now() - start;
};

/** Medians of both, asked for in turns. */
const ratioOf = async (name: string, ours: Read, bare: Read): Promise<Figure> => {
  const times: { readonly ours: number; readonly bare: number }[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const time = { bare: await milliseconds(bare), ours: await milliseconds(ours) };
    if (round >= 0) times.push(time);
  }
  const value = median(times.map((time) => time.ours)) / median(times.map((time) => time.bare));
  return { name, value, limit: 1.4, unit: 'times' };
};

/** Cases of one organisation, more than a page holds, as the API leaves them. */
const submittedCases = async (): Promise<Row[]> => {
  const journal = memoryJournal();
  const filled = await filledCity(journal);
  for (let number = 0; number <= PAGE; number += 1) await submittedIn(filled, `app-read-${number}`);
  return journal.rows().filter(({ pk }) => /^(application|cases|worklist)#/.test(pk));
};

/** The calls that the portal cannot do without: who asks, then the rows of the page. */
const bareCalls = (client: DynamoDBClient) => {
  const documents = DynamoDBDocumentClient.from(client);
  const who = (): Promise<unknown> => {
    const Keys = ['editor', 'signatory'].map((person) => ({ pk: `person#${person}`, sk: 'person' }));
    return documents.send(new BatchGetCommand({ RequestItems: { [TABLE]: { Keys, ConsistentRead: true } } }));
  };
  const query = async (pk: string, more: object): Promise<void> => {
    const input = { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': pk }, ...more };
    const { Items = [] } = await documents.send(new QueryCommand({ TableName: TABLE, ...input }));
    if (Items.length < 2) throw new Error(`${pk} holds nothing to read`);
  };
  return {
    aCase: async () => [await who(), await query('application#app-read-7', { ConsistentRead: true })],
    aList: async () => [
      await who(),
      await query('cases#org-brueckenhaus', { Limit: PAGE + 1, ScanIndexForward: false }),
    ],
  };
};

/** A case and a list of 50 through the API, against the bare calls of the SDK on the same engine and items. */
export const reading = async (client: DynamoDBClient): Promise<Figure[]> => {
  await createTable(client, TABLE);
  const { editor } = await filledCity(dynamoJournal({ client, table: TABLE }));
  await putRows(client, TABLE, await submittedCases());
  const through = (path: string): Read => {
    return async () => (await done(editor('GET', path))).text();
  };
  const bare = bareCalls(client);
  return [
    await ratioOf('read a case: p50 against the bare SDK calls', through(caseAt('app-read-7')), bare.aCase),
    await ratioOf('read a list of 50: p50 against the bare SDK calls', through(caseAt('').slice(0, -1)), bare.aList),
  ];
};
