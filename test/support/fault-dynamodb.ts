import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import type { Journal, Row } from '../../functions/kernel/journal.ts';
import { createTable, localClient } from '../../functions/local/table.ts';

type Send = () => Promise<unknown>;

/** What goes wrong with a transaction: it is given the number of the attempt, counted from 1, and sends or does not. */
export type Trouble = (attempt: number, send: Send) => Promise<unknown>;

export interface TroubledTable {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly journal: Journal;
  /** From now on; undefined: none. */
  trouble: Trouble | undefined;
  allRows(): Promise<Row[]>;
}

/** A table of its own whose transactions can be troubled on their way: DynamoDB Local never raises a TransactionConflict itself. */
export const troubledTable = async (endpoint: string): Promise<TroubledTable> => {
  const client = localClient(endpoint);
  const table = `faults-${randomUUID()}`;
  await createTable(client, table);
  let attempts = 0;
  const made: TroubledTable = {
    client,
    table,
    journal: dynamoJournal({ client, table }),
    trouble: undefined,
    allRows: async () => {
      const rows: Row[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await DynamoDBDocumentClient.from(client).send(
          new ScanCommand({ TableName: table, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
        );
        rows.push(...((page.Items ?? []) as Row[]));
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      return rows;
    },
  };
  client.middlewareStack.add(
    (next) => async (args) => {
      if (made.trouble === undefined || !('TransactItems' in args.input)) return next(args);
      return (await made.trouble((attempts += 1), () => next(args))) as Awaited<ReturnType<typeof next>>;
    },
    { step: 'initialize', name: 'trouble', priority: 'high' },
  );
  return made;
};
