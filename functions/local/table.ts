import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

/** The one table of a city. */
export const TABLE = 'anteil';
/** A desk is slower than a data centre, and busy with other things; but nobody waits for ever. */
const PATIENCE = {
  requestHandler: { connectionTimeout: 2000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  maxAttempts: 2,
} as const;

/**
 * DynamoDB Local takes any credentials and listens to the whole network, but keeps a database of its own for each access
 * key. The key of a city is secret, so that nobody beside it finds its table.
 */
export const localCredentials = (accessKey = 'local') => ({
  region: 'eu-central-1',
  ...PATIENCE,
  credentials: { accessKeyId: accessKey, secretAccessKey: 'local' },
});

export const localClient = (endpoint: string, accessKey?: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, ...localCredentials(accessKey) });

/** The one table as infra/storage declares it: keys `pk` and `sk`, stream of both images, rows ending at `ttl`. Twice is harmless. */
export const createTable = async (client: DynamoDBClient, name: string): Promise<void> => {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    );
  } catch (cause) {
    if (!(cause instanceof ResourceInUseException)) throw cause;
  }
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: name });
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
  if (TimeToLiveDescription?.TimeToLiveStatus === 'DISABLED')
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' },
      }),
    );
};
