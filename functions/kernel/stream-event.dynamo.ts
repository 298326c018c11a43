import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { Row } from './journal.ts';

/** Calls `work` for each outbox row that the stream reports as new, and tells the platform which records failed. */
export const onNewTasks =
  (work: (row: Row) => Promise<boolean>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const batchItemFailures: DynamoDBBatchResponse['batchItemFailures'] = [];
    for (const { eventName, dynamodb } of event.Records) {
      const image = eventName === 'INSERT' ? dynamodb?.NewImage : undefined;
      if (image === undefined || image['pk']?.S?.startsWith('outbox#') !== true) continue;
      const done = await work(unmarshall(image as Record<string, AttributeValue>) as Row);
      if (!done) batchItemFailures.push({ itemIdentifier: dynamodb?.SequenceNumber ?? '' });
    }
    return { batchItemFailures };
  };
