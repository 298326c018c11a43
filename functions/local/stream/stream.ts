import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type DynamoDBStreamsClient,
  type GetRecordsCommandOutput,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import { writeWhole } from '../whole-file.ts';
import { deliver, type Delivery } from './delivery.ts';
import { ownOf } from '../../../shared/kernel/own.ts';

const BATCH = 100;
const IDLE_MS = 200;
const LOOK_FOR_SHARDS_MS = 10_000;

/** How far each shard was read: its last sequence number, or that it is at its end. */
type Progress = Record<string, { readonly after?: string; readonly over?: true }>;

export interface StreamSettings extends Delivery {
  readonly client: DynamoDBStreamsClient;
  /** Keeps how far the stream was read over a restart. */
  readonly checkpointFile: string;
}

export interface Stream {
  /** Resolves when what was written before this call has been delivered. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const readProgress = (file: string): Progress => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Progress;
  } catch {
    // Nothing read yet, or unreadable: from the beginning then, since reactions take repetitions.
    return {};
  }
};

const shardsOf = async ({ client, arn }: StreamSettings): Promise<Shard[]> => {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription: answer } = await client.send(
      new DescribeStreamCommand({ StreamArn: arn, ...(from !== undefined && { ExclusiveStartShardId: from }) }),
    );
    shards.push(...(answer?.Shards ?? []));
    from = answer?.LastEvaluatedShardId;
  } while (from !== undefined);
  return shards;
};

const iteratorAt = async ({ client, arn }: StreamSettings, shard: string, after: string | undefined) => {
  const at = after === undefined ? 'TRIM_HORIZON' : 'AFTER_SEQUENCE_NUMBER';
  const position = { StreamArn: arn, ShardId: shard, ShardIteratorType: at, SequenceNumber: after } as const;
  try {
    return (await client.send(new GetShardIteratorCommand(position))).ShardIterator;
  } catch (cause) {
    if (after === undefined || !/Trimmed|Validation/.test((cause as Error).name)) throw cause;
    return iteratorAt({ client, arn } as StreamSettings, shard, undefined);
  }
};

/** One shard, read batch by batch. */
const shardReader = (settings: StreamSettings, shard: string, progress: Progress, stopped: () => boolean) => {
  let iterator: string | undefined;

  const fetchBatch = async (): Promise<GetRecordsCommandOutput> => {
    iterator ??= await iteratorAt(settings, shard, ownOf(progress, shard)?.after);
    try {
      return await settings.client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: BATCH }));
    } catch (cause) {
      // Expired, or the database was away for a moment: the next round asks for a new one.
      iterator = undefined;
      throw cause;
    }
  };

  /** Whether there was something to deliver. */
  return async (): Promise<boolean> => {
    const { Records: records = [], NextShardIterator: next } = await fetchBatch();
    if (records.length > 0 && !(await deliver(settings, records, stopped))) return false;
    const last = records.at(-1)?.dynamodb?.SequenceNumber ?? ownOf(progress, shard)?.after;
    progress[shard] = { ...(last !== undefined && { after: last }), ...(next === undefined && { over: true }) };
    if (records.length > 0 || next === undefined) writeWhole(settings.checkpointFile, JSON.stringify(progress));
    iterator = next;
    return records.length > 0;
  };
};

/** All shards in the order in which they were opened; a round says whether anything came. */
const rounds = (settings: StreamSettings, stopped: () => boolean) => {
  const progress = readProgress(settings.checkpointFile);
  const readers = new Map<string, () => Promise<boolean>>();
  let lookedAt = 0;

  const lookForShards = async (): Promise<void> => {
    if (Date.now() - lookedAt < LOOK_FOR_SHARDS_MS && readers.size > 0) return;
    lookedAt = Date.now();
    for (const { ShardId: id } of await shardsOf(settings))
      if (id !== undefined && !readers.has(id)) readers.set(id, shardReader(settings, id, progress, stopped));
  };

  return async (): Promise<boolean> => {
    await lookForShards();
    let came = false;
    for (const [shard, read] of readers) {
      if (ownOf(progress, shard)?.over === true || stopped()) continue;
      came = (await read()) || came;
      if (ownOf(progress, shard)?.over === true) lookedAt = 0;
    }
    return came;
  };
};

/** Feeds a Lambda handler from DynamoDB Local's real stream, as the event source mapping does it in AWS. */
export const readStream = (settings: StreamSettings): Stream => {
  const ending = new AbortController();
  const over = (): boolean => ending.signal.aborted;
  let waiting: (() => void)[] = [];
  const round = rounds(settings, over);

  const run = async (): Promise<void> => {
    while (!over()) {
      const asked = waiting;
      waiting = [];
      try {
        const came = await round();
        if (came) waiting.push(...asked);
        else for (const resolve of asked) resolve();
        if (!came && waiting.length === 0) await wait(IDLE_MS);
      } catch (error) {
        waiting.push(...asked);
        if (!over()) settings.report(error);
        await wait(IDLE_MS * 5);
      }
    }
    for (const resolve of waiting) resolve();
  };

  const running = run();
  return {
    settled: () => new Promise((resolve) => waiting.push(resolve)),
    stop: async () => {
      ending.abort();
      await running;
    },
  };
};
