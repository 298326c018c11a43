import { setTimeout as wait } from 'node:timers/promises';
import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { eventOf } from './event.ts';

/** What `functions/reactions.ts` exports for Lambda. */
export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | void>;

export interface Delivery {
  readonly handler: StreamHandler;
  readonly arn: string;
  readonly report: (error: unknown) => void;
  /** How often a failing record is tried before the sweep is left to find what it announced. */
  readonly attempts?: number;
  readonly pauseMs?: number;
}

const sequenceOf = (record: _Record): string => record.dynamodb?.SequenceNumber ?? '';

/** The records to deliver again: from the first that failed, as Lambda does it; an answer that names none of them fails all. */
const failedOf = (batch: readonly _Record[], answer: DynamoDBBatchResponse | void): readonly _Record[] => {
  const named = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  if (named.length === 0) return [];
  const first = batch.findIndex((record) => named.includes(sequenceOf(record)));
  return batch.slice(Math.max(first, 0));
};

const attempt = async (delivery: Delivery, batch: readonly _Record[]): Promise<readonly _Record[]> => {
  try {
    return failedOf(batch, await delivery.handler(eventOf(delivery.arn, batch)));
  } catch (error) {
    delivery.report(error);
    return batch;
  }
};

/** Delivers a batch until each record was taken or has failed too often; resolves when the next batch may come. */
export const deliver = async (
  delivery: Delivery,
  batch: readonly _Record[],
  stopped: () => boolean,
): Promise<boolean> => {
  const { attempts = 5, pauseMs = 500 } = delivery;
  let open = batch;
  let failures = 0;
  while (open.length > 0) {
    const failed = await attempt(delivery, open);
    failures = failed.length < open.length ? Math.min(failed.length, 1) : failures + 1;
    open = failed;
    if (failures >= attempts) {
      delivery.report(new Error(`A record of the stream failed ${attempts} times and is left to the sweep`));
      open = open.slice(1);
      failures = 0;
    }
    if (open.length > 0 && stopped()) return false;
    if (open.length > 0 && failures > 0) await wait(pauseMs * 2 ** (failures - 1));
  }
  return true;
};
