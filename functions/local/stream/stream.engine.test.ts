import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { createTable, localClient, localCredentials } from '../table.ts';
import type { StreamHandler } from './delivery.ts';
import { readStream, type Stream } from './stream.ts';

const endpoint = inject('dynamodb');
const streams = new DynamoDBStreamsClient({ endpoint, ...localCredentials() });

let client: DynamoDBClient;
let table: string;
let arn: string;
let folder: string;
let open: Stream[];

beforeEach(async () => {
  client = localClient(endpoint);
  table = `stream-${randomUUID()}`;
  folder = mkdtempSync(join(tmpdir(), 'anteil-stream-'));
  open = [];
  await createTable(client, table);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  arn = Table!.LatestStreamArn!;
});

afterEach(async () => {
  await Promise.all(open.map((stream) => stream.stop()));
  rmSync(folder, { recursive: true });
});

const put = (sk: string) =>
  client.send(
    new PutItemCommand({ TableName: table, Item: { pk: { S: 'p' }, sk: { S: sk }, list: { L: [{ N: '1' }] } } }),
  );

const read = (handler: StreamHandler, reported: unknown[] = []): Stream => {
  const stream = readStream({
    client: streams,
    arn,
    handler,
    checkpointFile: join(folder, 'stream.json'),
    report: (error) => reported.push(error),
    attempts: 3,
    pauseMs: 1,
  });
  open.push(stream);
  return stream;
};

const nameOf = (record: DynamoDBRecord): string => record.dynamodb?.Keys?.['sk']?.S ?? '';

describe('the local stream', () => {
  test('delivers what was written, in order, shaped as Lambda gets it', async () => {
    const records: DynamoDBRecord[] = [];
    const stream = read(async ({ Records }) => void records.push(...Records));
    for (const name of ['a', 'b', 'a']) await put(name);
    await stream.settled();
    expect(records.map((record) => [record.eventName, nameOf(record)])).toEqual([
      ['INSERT', 'a'],
      ['INSERT', 'b'],
    ]);
    await client.send(
      new PutItemCommand({ TableName: table, Item: { pk: { S: 'p' }, sk: { S: 'a' }, new: { BOOL: true } } }),
    );
    await stream.settled();
    expect(records.at(-1)).toMatchObject({
      eventName: 'MODIFY',
      eventSource: 'aws:dynamodb',
      eventSourceARN: arn,
      dynamodb: {
        Keys: { pk: { S: 'p' }, sk: { S: 'a' } },
        OldImage: { list: { L: [{ N: '1' }] } },
        NewImage: { new: { BOOL: true } },
        SequenceNumber: expect.stringMatching(/^\d+$/) as string,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
  });

  test('goes on after a restart where it was, also with what came in between', async () => {
    const before: string[] = [];
    const first = read(async ({ Records }) => void before.push(...Records.map(nameOf)));
    await put('a');
    await first.settled();
    await first.stop();
    await put('b');
    const after: string[] = [];
    const second = read(async ({ Records }) => void after.push(...Records.map(nameOf)));
    await second.settled();
    expect([before, after]).toEqual([['a'], ['b']]);
  });

  test('delivers again from the first record that failed, and only from there', async () => {
    const batches: string[][] = [];
    for (const name of ['a', 'b', 'c']) await put(name);
    const stream = read(async ({ Records }) => {
      batches.push(Records.map(nameOf));
      const failed = batches.length === 1 ? Records.filter((record) => nameOf(record) === 'b') : [];
      return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb!.SequenceNumber! })) };
    });
    await stream.settled();
    expect(batches).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
  });

  test('a record that always fails does not hold up the others for good, and is reported', async () => {
    const done: string[] = [];
    const reported: unknown[] = [];
    for (const name of ['a', 'bad', 'c']) await put(name);
    const stream = read(async ({ Records }) => {
      for (const record of Records) {
        if (nameOf(record) === 'bad')
          return { batchItemFailures: [{ itemIdentifier: record.dynamodb!.SequenceNumber! }] };
        done.push(nameOf(record));
      }
      return undefined;
    }, reported);
    await stream.settled();
    expect(done).toEqual(['a', 'c']);
    expect(String(reported)).toContain('left to the sweep');
  });

  test('a handler that throws gets the whole batch again', async () => {
    const batches: string[][] = [];
    for (const name of ['a', 'b']) await put(name);
    const stream = read(async ({ Records }) => {
      batches.push(Records.map(nameOf));
      if (batches.length === 1) throw new Error('out of memory');
    });
    await stream.settled();
    expect(batches).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});
