import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  type DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { startDynamoDb } from './dynamodb.ts';
import { identityOf } from './processes.ts';
import { createTable, localClient } from './table.ts';

const ANY_KEY = { pk: { S: 'a' }, sk: { S: 'b' } };

describe('the local database', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anteil-db-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('the test run has one, and its table is made once however often it is asked for', async () => {
    expect(process.env['DYNAMODB_ENDPOINT']).toBe(inject('dynamodb'));
    const client = localClient(inject('dynamodb'));
    await createTable(client, 'made-once');
    await createTable(client, 'made-once');
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'made-once' }));
    expect(Table).toMatchObject({ StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } });
  });

  test('keeps a table for those who know its key: others on the network find none', async () => {
    const client = localClient(inject('dynamodb'), 'a'.repeat(40));
    await createTable(client, 'secret');
    const asked = (by: DynamoDBClient) => by.send(new ListTablesCommand({}));
    const stranger = localClient(inject('dynamodb'), 'b'.repeat(40));
    expect([(await asked(client)).TableNames, (await asked(stranger)).TableNames]).toEqual([['secret'], []]);
    client.destroy();
    stranger.destroy();
  });

  test('a killed portal leaves an orphan; the next start ends it and finds every row', async () => {
    const script = `
      import { startDynamoDb } from './functions/local/dynamodb.ts';
      const { endpoint, pid } = await startDynamoDb({ folder: ${JSON.stringify(folder)} });
      console.log(JSON.stringify({ endpoint, pid }));
      setInterval(() => {}, 1000);`;
    const portal = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(portal.stdout, 'data')) as [Buffer];
    const first = JSON.parse(line.toString()) as { endpoint: string; pid: number };
    const client = localClient(first.endpoint);
    await createTable(client, 'kept');
    await client.send(new PutItemCommand({ TableName: 'kept', Item: ANY_KEY }));
    await expect(startDynamoDb({ folder })).rejects.toThrow(/in use by a running portal/);

    portal.kill('SIGKILL');
    await once(portal, 'exit');
    expect(identityOf(first.pid)).toContain('DynamoDBLocal.jar');

    const second = await startDynamoDb({ folder });
    expect(identityOf(first.pid)).toBeUndefined();
    const again = localClient(second.endpoint);
    expect((await again.send(new ListTablesCommand({}))).TableNames).toEqual(['kept']);
    expect((await again.send(new GetItemCommand({ TableName: 'kept', Key: ANY_KEY }))).Item).toEqual(ANY_KEY);
    await second.stop();
    expect(identityOf(second.pid)).toBeUndefined();
  });

  test('a database that a killed portal had no time to note is ended as well', async () => {
    const first = await startDynamoDb({ folder });
    rmSync(join(folder, 'process.json'));
    const second = await startDynamoDb({ folder });
    expect([identityOf(first.pid), second.pid === first.pid]).toEqual([undefined, false]);
    await second.stop();
  });

  test('a process that merely has the noted number is left alone', async () => {
    const stranger = spawn('sleep', ['60']);
    const first = await startDynamoDb({ folder });
    await first.stop();
    const lock = { pid: stranger.pid ?? 0, identity: '1 java -jar DynamoDBLocal.jar' };
    writeFileSync(join(folder, 'process.json'), JSON.stringify({ database: lock, portal: lock }));
    const second = await startDynamoDb({ folder });
    expect(identityOf(stranger.pid ?? 0)).toContain('sleep');
    expect(readFileSync(join(folder, 'process.json'), 'utf8')).toContain(String(second.pid));
    await second.stop();
    stranger.kill();
  });

  test('without Java the sentence says what to install', async () => {
    const script = `
      import { startDynamoDb } from './functions/local/dynamodb.ts';
      try { await startDynamoDb(); } catch (cause) { console.log(cause.name, cause.message); }`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { PATH: '/nowhere' },
    });
    expect(said).toMatch(new RegExp(`^${CannotStart.name} DynamoDB Local needs a Java runtime 17 or newer: install`));
  });
});
