import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import * as z from 'zod';

/** The least that any portal on the same libraries costs: one route, one schema, one read. */
const client = new DynamoDBClient({});
const wanted = z.object({ lang: z.optional(z.enum(['de', 'en', 'ar'])) });

const app = new Hono().get('/api/health', async (c) => {
  const query = wanted.parse(c.req.query());
  await client.send(
    new GetItemCommand({ TableName: process.env['TABLE'], Key: { pk: { S: 'health' }, sk: { S: 'health' } } }),
  );
  return c.json({ status: 'ok', ...query });
});

export const handler = handle(app);
