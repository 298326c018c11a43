import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { stepsOf, transact } from './transaction.dynamo.ts';

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({
      Code,
      ...(Code === 'ConditionalCheckFailed' && { Item: { answer: { S: 'kept' }, body: { S: 'A' } } }),
    })),
  });

/** A table that answers so, one after the other, and then agrees. */
const answering = (...errors: Error[]): DynamoDBDocumentClient =>
  ({
    send: async () => {
      const error = errors.shift();
      if (error !== undefined) throw error;
      return {};
    },
  }) as unknown as DynamoDBDocumentClient;

const steps = stepsOf('table', {
  at: instant('2026-11-22T09:00:00Z'),
  by: 'system',
  answered: { key: { pk: 'key#p', sk: 'k' }, body: 'A', answer: 'kept' },
  facts: [{ pk: 'case#1', after: 0, facts: [{ type: 'thing.happened' }] }],
});

test('a transaction that only met another one is tried again', async () => {
  const client = answering(cancelled('None', 'TransactionConflict'), cancelled('ThrottlingError', 'None'));
  expect(await transact(client, steps)).toEqual({ is: 'committed' });
});

test('a key that is busy while the fact is there already belongs to the same intent: its answer is waited for', async () => {
  const client = answering(
    cancelled('TransactionConflict', 'ConditionalCheckFailed'),
    cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'),
  );
  expect(await transact(client, steps)).toEqual({ is: 'repeated', answer: 'kept', sameBody: true });
});

test('a fact number that is taken is a lost race, whatever is busy behind it', async () => {
  const client = answering(cancelled('None', 'ConditionalCheckFailed', 'TransactionConflict'));
  expect(await transact(client, steps)).toEqual({ is: 'refused', refusal: 'changed-meanwhile' });
});

test('any other reason is a fault', async () => {
  await expect(transact(answering(cancelled('None', 'ValidationError')), steps)).rejects.toThrow('ValidationError');
});
