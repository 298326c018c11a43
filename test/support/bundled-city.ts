import { memoryFiles } from '../../functions/kernel/files.memory.ts';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyStructuredResultV2, DynamoDBBatchResponse } from 'aws-lambda';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import { OUTBOX_SHARDS } from '../../functions/kernel/journal.ts';
import { newSession } from '../../functions/kernel/session.ts';
import { PEOPLE } from '../../functions/local/demo/people.ts';
import { seedPeople } from '../../functions/local/demo/seed.ts';
import { seedCity } from '../../functions/local/demo/seed-city.ts';
import { createTable, localClient } from '../../functions/local/table.ts';
import { buildFunctions, BUNDLES, type Entry } from '../../scripts/bundles.ts';
import { BOARD_ROOMS, PAYMENT_ROOMS, RENDERING_ROUTES } from '../../infra/api.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { Cloud } from './cloud.ts';
import { httpEvent, lambdaContext, streamEvent, streamRecord } from './lambda-events.ts';

export const PUBLIC_URL = 'https://anteil.example';
export const ORIGIN = 'anteil.example/ledger';

type Handler<Event, Answer> = (event: Event, context: object) => Promise<Answer>;

let deployed: string | undefined;

/** Builds the bundles and puts them where nothing of this project is near: what they need they must bring. */
export const deployBundles = async (): Promise<() => void> => {
  await buildFunctions();
  const folder = mkdtempSync(join(tmpdir(), 'anteil-deployed-'));
  cpSync(BUNDLES, folder, { recursive: true });
  deployed = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};

/** The handler of a deployed bundle, as the platform loads it. */
export const handlerOf = async <Event, Answer>(entry: Entry): Promise<Handler<Event, Answer>> => {
  const { href } = pathToFileURL(`${deployed}/${entry}/index.mjs`);
  return ((await import(/* @vite-ignore */ href)) as { handler: Handler<Event, Answer> }).handler;
};

const responseOf = ({ statusCode, headers, body, cookies, isBase64Encoded }: APIGatewayProxyStructuredResultV2) => {
  const response = new Response(
    statusCode === 204 ? null : Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    {
      status: statusCode ?? 200,
      headers: headers as Record<string, string>,
    },
  );
  for (const cookie of cookies ?? []) response.headers.append('set-cookie', cookie);
  return response;
};

/** Which function a path leads to, as infra/api.ts says. */
const entryFor = (path: string): Entry => {
  const [pathname = ''] = path.split('?');
  const rendering = RENDERING_ROUTES.map((route) => route.replace('{proxy+}', '.+').replace(/\{\w+\}/g, '[^/]+'));
  if (rendering.some((route) => new RegExp(`^${route}$`).test(pathname))) return 'notices';
  const room = pathname.split('/')[2] ?? '';
  if (PAYMENT_ROOMS.some((one) => one === room)) return 'payments';
  return BOARD_ROOMS.some((one) => one === room) ? 'boards' : 'lambda';
};

/** The demo city in a table of DynamoDB Local, reached through the bundles alone; people come with a session cookie. */
export const bundledCity = async (options: {
  readonly endpoint: string;
  readonly cloud: Cloud;
  readonly at: Instant;
}) => {
  const table = `bundled-${randomUUID()}`;
  const client = localClient(options.endpoint);
  await createTable(client, table);
  const journal = dynamoJournal({ client, table });
  const clock = { now: () => options.at };
  await seedPeople({ journal, clock }, PEOPLE);
  const seeded = memoryFiles();
  await seedCity({ journal, files: seeded, clock });
  for (const [path, bytes] of seeded.all) options.cloud.objects.set(`documents/${path}`, Buffer.from(bytes));
  Object.assign(process.env, options.cloud.environment, {
    AWS_ENDPOINT_URL_DYNAMODB: options.endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'eu-central-1',
    TABLE: table,
    DOCUMENTS_BUCKET: 'documents',
    DOCUMENTS_HOST: 'documents.example',
    UPLOADS_BUCKET: 'uploads',
    UPLOADS_HOST: 'uploads.example',
    LEDGER_BUCKET: 'ledger',
    LEDGER_HOST: 'ledger.example',
    PUBLIC_URL,
    LEDGER_ORIGIN: ORIGIN,
    ISSUER: 'https://identity.example',
    CLIENT_ID: 'anteil',
    VERSION: 'bundled',
    MAIL_FROM: 'anteil@anteil.example',
    SIGNING_KEY: 'any-key',
  });
  const sessions = new Map<string, string>();
  for (const { id } of PEOPLE) {
    const { cookie, write } = newSession(id, options.at, options.at);
    if (!('put' in write)) throw new Error('A session is a row');
    // The database ends rows by its own clock, which no test can set.
    await journal.commit({ at: options.at, by: id, writes: [{ put: { ...write.put, ttl: 4_102_444_800 } }] });
    sessions.set(id, `__Host-anteil=${cookie}`);
  }

  const ask = async (
    method: string,
    who: string | undefined,
    path: string,
    body?: object | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    const entry = entryFor(path);
    const handler = await handlerOf<unknown, APIGatewayProxyStructuredResultV2>(entry);
    const [pathname = '', query = ''] = path.split('?');
    const event = httpEvent(method, pathname, {
      query,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin' }),
        ...headers,
      },
      ...(who !== undefined && { cookies: [sessions.get(who)!] }),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body), base64: true }),
    });
    return responseOf(await handler(event, lambdaContext()));
  };

  /** Rows of the outbox as the stream would show them, each with a sequence number. */
  const outboxRecords = async () => {
    const shards = Array.from({ length: OUTBOX_SHARDS }, (_, shard) => `outbox#${shard}`);
    const pages = await Promise.all(
      shards.map((pk) =>
        client.send(
          new QueryCommand({
            TableName: table,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :p',
            ExpressionAttributeValues: { ':p': { S: pk } },
          }),
        ),
      ),
    );
    const images: Record<string, AttributeValue>[] = pages.flatMap((page) => page.Items ?? []);
    return images.map((image, at) =>
      streamRecord(at + 1, 'INSERT', { pk: image['pk']?.S ?? '', sk: image['sk']?.S ?? '' }, image as never),
    );
  };

  return {
    journal,
    outboxRecords,
    ask,
    get: (who: string | undefined, path: string) => ask('GET', who, path),
    put: (who: string, path: string, body: object, headers?: Record<string, string>) =>
      ask('PUT', who, path, body, headers),
    post: (who: string, path: string, body: object, headers?: Record<string, string>) =>
      ask('POST', who, path, body, { 'idempotency-key': randomUUID(), ...headers }),
    /** The stream reports what commits left to do, until nothing is left. */
    settle: async (): Promise<void> => {
      const reactions = await handlerOf<object, DynamoDBBatchResponse>('reactions');
      for (let round = 0; round < 10; round += 1) {
        const records = await outboxRecords();
        if (records.length === 0) return;
        const { batchItemFailures } = await reactions(streamEvent(records), lambdaContext());
        if (batchItemFailures.length > 0) throw new Error('A reaction failed');
      }
      throw new Error('The outbox does not come to rest');
    },
  };
};
