import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { createTable, localClient } from '../local/table.ts';
import { journalContract } from './journal.contract.ts';
import { dynamoJournal } from './journal.dynamo.ts';

const client = localClient(inject('dynamodb'));
afterAll(() => client.destroy());

journalContract('DynamoDB', async () => {
  const table = `journal-${randomUUID()}`;
  await createTable(client, table);
  return dynamoJournal({ client, table });
});
