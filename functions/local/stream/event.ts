import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';
import type { AttributeValue as EventValue, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

const value = (of: AttributeValue): EventValue => {
  if (of.B !== undefined) return { B: Buffer.from(of.B).toString('base64') };
  if (of.BS !== undefined) return { BS: of.BS.map((bytes) => Buffer.from(bytes).toString('base64')) };
  if (of.L !== undefined) return { L: of.L.map(value) };
  if (of.M !== undefined) return { M: image(of.M) };
  return of as EventValue;
};

const image = (of: Record<string, AttributeValue>): Record<string, EventValue> =>
  Object.fromEntries(Object.entries(of).map(([name, attribute]) => [name, value(attribute)]));

const record = (arn: string, read: _Record): DynamoDBRecord => {
  const { dynamodb: change } = read;
  return {
    eventID: read.eventID ?? '',
    eventName: read.eventName ?? 'MODIFY',
    eventVersion: read.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: read.awsRegion ?? 'eu-central-1',
    eventSourceARN: arn,
    dynamodb: {
      SequenceNumber: change?.SequenceNumber ?? '',
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      SizeBytes: change?.SizeBytes ?? 0,
      ApproximateCreationDateTime: Math.floor((change?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
      ...(change?.Keys && { Keys: image(change.Keys) }),
      ...(change?.NewImage && { NewImage: image(change.NewImage) }),
      ...(change?.OldImage && { OldImage: image(change.OldImage) }),
    },
  };
};

/** The event as Lambda delivers it: bytes in base64, times in seconds. */
export const eventOf = (arn: string, records: readonly _Record[]): DynamoDBStreamEvent => ({
  Records: records.map((read) => record(arn, read)),
});
