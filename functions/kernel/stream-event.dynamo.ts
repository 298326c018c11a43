import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { Row } from './journal.ts';
import type { Worked } from './outbox.ts';

/**
 * Calls `work` for each outbox row that the stream reports as new, and tells the platform which records to deliver again. What
 * is left to the sweep is not among them: the platform would hold up all that comes behind it.
 */
export const onNewTasks =
  (work: (row: Row) => Promise<Worked>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const batchItemFailures: DynamoDBBatchResponse['batchItemFailures'] = [];
    for (const { eventName, dynamodb } of event.Records) {
      const image = eventName === 'INSERT' ? dynamodb?.NewImage : undefined;
      if (image === undefined || image['pk']?.S?.startsWith('outbox#') !== true) continue;
      const worked = await work(unmarshall(image as Record<string, AttributeValue>) as Row);
      if (worked === 'again') batchItemFailures.push({ itemIdentifier: dynamodb?.SequenceNumber ?? '' });
    }
    return { batchItemFailures };
  };
