import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import type { Journal, Row } from '../../functions/kernel/journal.ts';
import { createTable, localClient } from '../../functions/local/table.ts';

type Send = () => Promise<unknown>;

/** What goes wrong with a transaction: it is given the number of the attempt, counted from 1, and sends or does not. */
export type Trouble = (attempt: number, send: Send) => Promise<unknown>;

/** One read as the client asks it: a query, or a batch of keys. */
export interface AskedRead {
  ConsistentRead?: boolean;
  Limit?: number;
  RequestItems?: Record<string, { Keys: object[]; ConsistentRead?: boolean }>;
}

/** What goes wrong with a read: it may ask otherwise, answer in part, or not answer. */
export type ReadTrouble = (asked: AskedRead, send: (asked: AskedRead) => Promise<unknown>) => Promise<unknown>;

export interface TroubledTable {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly journal: Journal;
  /** From now on; undefined: none. */
  trouble: Trouble | undefined;
  readTrouble: ReadTrouble | undefined;
  allRows(): Promise<Row[]>;
}

const isRead = (input: object): boolean => 'RequestItems' in input || 'KeyConditionExpression' in input;

/**
 * A table of its own whose calls can be troubled on their way: DynamoDB Local raises no TransactionConflict, answers all keys
 * at once, and no test fills a page of a megabyte.
 */
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
    readTrouble: undefined,
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
      type Answer = Awaited<ReturnType<typeof next>>;
      if (made.readTrouble !== undefined && isRead(args.input)) {
        const send = (asked: AskedRead) => next({ ...args, input: asked });
        return (await made.readTrouble(args.input as AskedRead, send)) as Answer;
      }
      if (made.trouble === undefined || !('TransactItems' in args.input)) return next(args);
      return (await made.trouble((attempts += 1), () => next(args))) as Answer;
    },
    { step: 'initialize', name: 'trouble', priority: 'high' },
  );
  return made;
};
