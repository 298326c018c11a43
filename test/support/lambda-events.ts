import { randomUUID } from 'node:crypto';
import type {
  APIGatewayProxyEventV2,
  AttributeValue,
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';

/** A request as the HTTP API hands it to a function (payload format 2.0). */
export const httpEvent = (
  method: string,
  path: string,
  options: {
    readonly query?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly cookies?: readonly string[];
    readonly body?: string;
    readonly base64?: boolean;
  } = {},
): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'ANY /api/{proxy+}',
  rawPath: path,
  rawQueryString: options.query ?? '',
  headers: { host: 'anteil.example', 'x-forwarded-proto': 'https', accept: '*/*', ...options.headers },
  ...(options.cookies === undefined ? {} : { cookies: [...options.cookies] }),
  requestContext: {
    accountId: '000000000000',
    apiId: 'api',
    domainName: 'api.execute-api.eu-central-1.amazonaws.com',
    domainPrefix: 'api',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: randomUUID(),
    routeKey: 'ANY /api/{proxy+}',
    stage: '$default',
    time: '22/Nov/2026:12:00:00 +0000',
    timeEpoch: Date.UTC(2026, 10, 22, 12),
  },
  ...(options.body === undefined
    ? {}
    : { body: options.base64 === true ? Buffer.from(options.body).toString('base64') : options.body }),
  isBase64Encoded: options.base64 ?? false,
});

export const lambdaContext = (): Context => ({
  awsRequestId: randomUUID(),
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'anteil',
  functionVersion: '$LATEST',
  getRemainingTimeInMillis: () => 20_000,
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:anteil',
  logGroupName: 'anteil',
  logStreamName: 'anteil',
  memoryLimitInMB: '1024',
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});

/** One record of the table's stream; `image` is in the table's own attribute form. */
export const streamRecord = (
  sequence: number,
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE',
  keys: { readonly pk: string; readonly sk: string },
  image?: Readonly<Record<string, AttributeValue>>,
): DynamoDBRecord => ({
  eventID: randomUUID(),
  eventName,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-central-1',
  eventSourceARN: 'arn:aws:dynamodb:eu-central-1:000000000000:table/anteil/stream/2026-11-22T12:00:00.000',
  dynamodb: {
    ApproximateCreationDateTime: 1_795_348_800,
    Keys: { pk: { S: keys.pk }, sk: { S: keys.sk } },
    ...(image === undefined ? {} : { [eventName === 'REMOVE' ? 'OldImage' : 'NewImage']: { ...image } }),
    SequenceNumber: String(sequence).padStart(21, '0'),
    SizeBytes: 100,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
});

export const streamEvent = (records: readonly DynamoDBRecord[]): DynamoDBStreamEvent => ({ Records: [...records] });

/** Sequence numbers that a batch answered as failed. */
export const failedIn = (answer: DynamoDBBatchResponse | undefined | null): string[] =>
  (answer?.batchItemFailures ?? []).map((it) => it.itemIdentifier ?? '');

/** What the schedule hands over (infra/schedule.ts). */
export const scheduleEvent = (work: 'sequence' | 'sweep' | 'daily') => ({ work, at: '2026-11-22T12:00:00Z' });
