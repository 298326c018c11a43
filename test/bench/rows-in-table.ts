import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Row } from '../../functions/kernel/journal.ts';

/** As many as one call takes. */
const AT_ONCE = 25;

/** Puts the rows into the table as they are, past every rule: for preparing what is measured. */
export const putRows = async (client: DynamoDBClient, table: string, rows: readonly Row[]): Promise<void> => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const puts = rows.slice(from, from + AT_ONCE).map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await documents.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }));
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('The table did not take all rows');
  }
};
