import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import {
  factKey,
  outboxKey,
  type Answered,
  type Commit,
  type Guard,
  type Key,
  type Outcome,
  type Write,
} from './journal.ts';
import { StorageSilent } from './storage-silent.ts';

type Item = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One item of the transaction, and what it means for the caller if its condition fails. */
interface Step {
  readonly item: Item;
  readonly failed: (stored: Record<string, unknown> | undefined) => Outcome;
}

const CHANGED: Outcome = { is: 'refused', refusal: 'changed-meanwhile' };
const never = (): Outcome => CHANGED;
export const onlyKey = ({ pk, sk }: Key): Key => ({ pk, sk });

const answeredStep = (table: string, { key, body, answer }: Answered): Step => ({
  item: {
    Put: {
      TableName: table,
      Item: { ...key, body, answer },
      ConditionExpression: 'attribute_not_exists(sk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  },
  failed: (stored) => ({ is: 'repeated', answer: stored?.['answer'], sameBody: stored?.['body'] === body }),
});

const guardItem = (table: string, guard: Guard): Item => {
  if ('unique' in guard)
    return { Put: { TableName: table, Item: guard.unique, ConditionExpression: 'attribute_not_exists(sk)' } };
  if ('unchanged' in guard) {
    return {
      ConditionCheck: {
        TableName: table,
        Key: onlyKey(guard.unchanged),
        ConditionExpression: '#v = :v',
        ExpressionAttributeNames: { '#v': 'version' },
        ExpressionAttributeValues: { ':v': guard.version },
      },
    };
  }
  if ('enough' in guard) {
    return {
      ConditionCheck: {
        TableName: table,
        Key: onlyKey(guard.enough),
        ConditionExpression: 'freeCents >= :c',
        ExpressionAttributeValues: { ':c': guard.cents },
      },
    };
  }
  return {
    Update: {
      TableName: table,
      Key: onlyKey(guard.take),
      UpdateExpression: 'SET freeCents = freeCents - :c, takenCents = takenCents + :c',
      ConditionExpression: guard.cents >= 0 ? 'freeCents >= :c' : 'takenCents >= :back',
      ExpressionAttributeValues:
        guard.cents >= 0 ? { ':c': guard.cents } : { ':c': guard.cents, ':back': -guard.cents },
    },
  };
};

const writeItem = (table: string, write: Write): Item => {
  if ('remove' in write) return { Delete: { TableName: table, Key: onlyKey(write.remove) } };
  if (write.if === undefined) return { Put: { TableName: table, Item: write.put } };
  const { version } = write.if;
  const condition =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(sk)' }
      : {
          ConditionExpression: '#v = :v',
          ExpressionAttributeNames: { '#v': 'version' },
          ExpressionAttributeValues: { ':v': version },
        };
  return { Put: { TableName: table, Item: { ...write.put, version: version + 1 }, ...condition } };
};

export const stepsOf = (table: string, commit: Commit): Step[] => [
  ...(commit.answered === undefined ? [] : [answeredStep(table, commit.answered)]),
  ...(commit.completes === undefined
    ? []
    : [
        {
          item: {
            Delete: { TableName: table, Key: onlyKey(commit.completes), ConditionExpression: 'attribute_exists(sk)' },
          },
          failed: (): Outcome => ({ is: 'done' }),
        },
      ]),
  ...(commit.guards ?? []).map((guard) => ({
    item: guardItem(table, guard),
    failed: (): Outcome => ({ is: 'refused', refusal: guard.refusal }),
  })),
  ...(commit.writes ?? []).map((write) => ({
    item: writeItem(table, write),
    failed: (): Outcome => ({
      is: 'refused',
      refusal: ('put' in write ? write.refusal : undefined) ?? 'changed-meanwhile',
    }),
  })),
  ...(commit.facts ?? []).flatMap(({ pk, after, facts }) =>
    facts.map((fact, index) => ({
      item: {
        Put: {
          TableName: table,
          Item: { ...factKey(pk, after + index + 1), fact, at: commit.at, by: commit.by },
          ConditionExpression: 'attribute_not_exists(sk)',
        },
      },
      failed: never,
    })),
  ),
  ...(commit.tasks ?? []).map((task) => ({
    item: { Put: { TableName: table, Item: { ...outboxKey(task), task, at: commit.at, attempts: 0, version: 1 } } },
    failed: never,
  })),
];

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** TransactionConflict is normal on a hot item: about 3 s in all, with jitter, before giving up as a fault. */
const ATTEMPTS = 12;

const BUSY = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/**
 * What a cancelled transaction means, read by position; `conflict` if it met another one before anything that failed: while
 * the same intent is being committed elsewhere, its key is still busy when its facts are there already.
 */
const readCancellation = (steps: readonly Step[], error: TransactionCanceledException): Outcome | 'conflict' => {
  const reasons = error.CancellationReasons ?? [];
  const at = reasons.findIndex(({ Code = '' }) => Code === 'ConditionalCheckFailed' || BUSY.includes(Code));
  const reason = reasons[at];
  if (reason === undefined)
    throw new Error(`Transaction cancelled: ${reasons.map(({ Code }) => Code).join(', ')}`, { cause: error });
  if (reason.Code !== 'ConditionalCheckFailed') return 'conflict';
  return steps[at]!.failed(reason.Item && unmarshall(reason.Item));
};

/** @throws Error if the table stays busy or refuses for a reason that is no condition. */
export const transact = async (client: DynamoDBDocumentClient, steps: readonly Step[]): Promise<Outcome> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: steps.map((step) => step.item) }));
      return { is: 'committed' };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const meaning = readCancellation(steps, error);
      if (meaning !== 'conflict') return meaning;
      if (attempt === ATTEMPTS) throw new StorageSilent('The table stayed busy', { cause: error });
      await pause(Math.random() * Math.min(20 * 2 ** attempt, 500));
    }
  }
};
