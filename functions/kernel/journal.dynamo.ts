import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Ask, Journal, Key, PageAsk, Row } from './journal.ts';
import { silentOr, StorageSilent } from './storage-silent.ts';
import { onlyKey, pause, stepsOf, transact } from './transaction.dynamo.ts';
import { ownOf } from '../../shared/kernel/own.ts';

const queryAll = async (client: DynamoDBDocumentClient, table: string, pk: string, prefix: string): Promise<Row[]> => {
  const rows: Row[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: prefix === '' ? 'pk = :p' : 'pk = :p AND begins_with(sk, :s)',
        ExpressionAttributeValues: prefix === '' ? { ':p': pk } : { ':p': pk, ':s': prefix },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    rows.push(...((answer.Items ?? []) as Row[]));
    from = answer.LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
};

/** So often keys that were left unanswered are asked for again, some three seconds in all. */
const MOST_TURNS = 10;

/** DynamoDB answers at most so many keys at once; no command asks for nearly as many. */
const MOST_KEYS = 100;

const getAll = async (
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
): Promise<Map<string, Row>> => {
  const found = new Map<string, Row>();
  const distinct = new Map(keys.map((key) => [`${key.pk}\u0000${key.sk}`, onlyKey(key)]));
  let open: Record<string, unknown>[] = [...distinct.values()] as unknown as Record<string, unknown>[];
  for (let turn = 1; open.length > 0;) {
    const asked = open.slice(0, MOST_KEYS);
    const answer = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: asked, ConsistentRead: true } } }),
    );
    for (const row of (ownOf(answer.Responses, table) ?? []) as Row[]) found.set(`${row.pk}\u0000${row.sk}`, row);
    const unanswered = ownOf(answer.UnprocessedKeys, table)?.Keys ?? [];
    open = [...unanswered, ...open.slice(MOST_KEYS)];
    if (unanswered.length === 0) continue;
    if (turn === MOST_TURNS) throw new StorageSilent('The table stayed busy: keys were left unanswered');
    turn += 1;
    await pause(Math.random() * Math.min(20 * 2 ** turn, 500));
  }
  return found;
};

/** The database refuses to go on from a key that the question excludes; nothing of the list stands there. */
const isOutside = ({ cursor, prefix = '' }: PageAsk): boolean =>
  cursor !== undefined && !Buffer.from(cursor, 'base64url').toString().startsWith(prefix);

const pageInput = (table: string, ask: PageAsk) => ({
  TableName: table,
  Limit: ask.limit + 1,
  ScanIndexForward: ask.newestFirst !== true,
  KeyConditionExpression: ask.prefix ? 'pk = :p AND begins_with(sk, :s)' : 'pk = :p',
  ExpressionAttributeValues: ask.prefix ? { ':p': ask.pk, ':s': ask.prefix } : { ':p': ask.pk },
  ...(ask.cursor !== undefined && {
    ExclusiveStartKey: { pk: ask.pk, sk: Buffer.from(ask.cursor, 'base64url').toString() },
  }),
});

const told = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call;
  } catch (error) {
    throw silentOr(error);
  }
};

/** The same journal whose faults say whether the table was silent or we were wrong. */
const telling = (journal: Journal): Journal => ({
  read: (asks) => told(journal.read(asks)),
  page: (ask) => told(journal.page(ask)),
  commit: (intent) => told(journal.commit(intent)),
});

/** The journal on DynamoDB; a table that does not answer is `StorageSilent`. Contract: journal.contract.ts. */
export const dynamoJournal = (on: { readonly client: DynamoDBClient; readonly table: string }): Journal => {
  const client = DynamoDBDocumentClient.from(on.client, { marshallOptions: { removeUndefinedValues: true } });
  const { table } = on;
  return telling({
    read: async (asks: readonly Ask[]) => {
      const keys = asks.filter((ask) => 'sk' in ask);
      const [single, ...partitions] = await Promise.all([
        getAll(client, table, keys),
        ...asks.map((ask) => ('sk' in ask ? [] : queryAll(client, table, ask.pk, ask.prefix))),
      ]);
      return asks.map((ask, index) => {
        if (!('sk' in ask)) return partitions[index]!;
        const row = single.get(`${ask.pk}\u0000${ask.sk}`);
        return row === undefined ? [] : [row];
      });
    },
    page: async (ask) => {
      if (isOutside(ask)) return { rows: [], next: undefined };
      const answer = await client.send(new QueryCommand(pageInput(table, ask)));
      const rows = (answer.Items ?? []) as Row[];
      const page = rows.slice(0, ask.limit);
      // DynamoDB ends a query after a megabyte, also where the limit is not reached.
      const more = rows.length > ask.limit || answer.LastEvaluatedKey !== undefined;
      return {
        rows: page,
        next: more ? Buffer.from(page.at(-1)!.sk).toString('base64url') : undefined,
      };
    },
    commit: async (commit) => {
      const steps = stepsOf(table, commit);
      if (steps.length > 100) throw new RangeError(`A transaction holds 100 items at most, not ${steps.length}`);
      return transact(client, steps);
    },
  });
};
