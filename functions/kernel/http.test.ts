import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { handle as onLambda } from 'hono/aws-lambda';
import { filledLine } from '../../shared/kernel/text.ts';
import { Unavailable } from './unavailable.ts';
import { httpApp } from './http.ts';
import { valid } from './valid.ts';

const faults: string[] = [];
const app = httpApp({ publicUrl: 'https://portal.example', log: (fault) => faults.push(fault.reference) })
  .put('/thing', valid('json', z.strictObject({ name: filledLine(5) })), (c) => c.json(c.req.valid('json')))
  .get('/broken', () => {
    throw new Error('table thing-table is gone');
  });

const put = (body: string, headers: Record<string, string> = {}) =>
  app.request('/thing', { method: 'PUT', body, headers: { 'content-type': 'application/json', ...headers } });

describe('what every route does with bad input', () => {
  test.each([
    ['{"name":"abcdefg"}', 'name', 'too-long'],
    ['{"name":"a<b"}', 'name', 'unsafe-characters'],
    ['{"name":"a\\u202eb"}', 'name', 'unsafe-characters'],
    ['{"name":"a\\u0000b"}', 'name', 'unsafe-characters'],
    ['{"name":" "}', 'name', 'empty'],
    ['{"name":"a","extra":1}', 'extra', 'unknown-field'],
    ['{"name":1}', 'name', 'wrong-type'],
    ['{}', 'name', 'wrong-type'],
    ['{"name":', '', 'not-json'],
    ['{"name":"a","name":"b"}', 'name', 'duplicate-key'],
    ['{"name":"a","n\\u0061me":"b"}', 'name', 'duplicate-key'],
    ['{"name":[{"sum":1e400}]}', 'name.0.sum', 'number'],
    ['{"name":[1,-0]}', 'name.1', 'number'],
    ['{"name":-0.0e5}', 'name', 'number'],
    [`{"name":${'['.repeat(500_000)}`, `name${'.0'.repeat(31)}`, 'too-deep'],
    [`{"name":${'{"a":'.repeat(40)}1${'}'.repeat(41)}`, `name${'.a'.repeat(31)}`, 'too-deep'],
    ['{"__proto__":{"name":"a"}}', 'name', 'wrong-type'],
  ])('%.60s is 400 with an issue at its path', async (body, path, code) => {
    const response = await put(body, { 'accept-language': 'en' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as {
      issues: { path: string; code: string; message: string }[];
      detail: string;
    };
    expect(problem.issues[0]).toMatchObject({ path, code });
    expect(problem.issues[0]!.message).toMatch(/[a-z ]{10}/);
    expect(problem.detail).toContain('Nothing was saved');
  });

  test('what stands inside of a text is no name, no number and no bracket', async () => {
    for (const name of ['1e400', '"a"', '{"a"', '\\\\"', '[[[[['])
      expect((await put(JSON.stringify({ name: name.slice(0, 5) }))).status, name).toBe(200);
  });

  test('a body over 1 MiB is 413', async () => {
    expect((await put(JSON.stringify({ name: 'a'.repeat(1024 * 1024) }))).status).toBe(413);
  });

  test('writing from another origin is refused, also as a plain form post', async () => {
    expect((await put('{"name":"a"}', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await put('{"name":"a"}', { origin: 'null' })).status).toBe(403);
    expect((await put('{"name":"a"}', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(
      (await put('{"name":"a"}', { origin: 'https://portal.example', 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });

  test('a fault shows a reference and nothing else, and is logged once', async () => {
    faults.length = 0;
    const response = await app.request('/broken?lang=ar');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('thing-table');
    expect(text).toMatch(/[\u0600-\u06FF]/);
    expect(faults).toEqual([(JSON.parse(text) as { reference: string }).reference]);
  });

  test('what does not exist is 404 in the language asked for', async () => {
    const response = await app.request('/nothing', { headers: { 'accept-language': 'ar,de;q=0.5' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('غير موجود');
  });

  test('answers carry the headers of a public authority', async () => {
    const { headers } = await app.request('/nothing');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}; includeSubDomains/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

test('storage that takes nothing is said in words that tell what was kept and what to do', async () => {
  const app = httpApp({ publicUrl: 'https://portal.example', log: () => undefined });
  app.get('/full', () => {
    throw new Unavailable('storage-full', 'any');
  });
  app.get('/unsure', () => {
    throw new Unavailable('storage-unsure', 'any');
  });
  const asked = async (path: string) => {
    const answer = await app.request(`${path}?lang=en`);
    return [answer.status, ((await answer.json()) as { detail: string }).detail];
  };
  expect(await asked('/full')).toEqual([507, expect.stringMatching(/^There is no room left .* saved before is kept/)]);
  expect(await asked('/unsure')).toEqual([503, expect.stringMatching(/did not confirm .* try again in a minute/)]);
});

describe('a fault', () => {
  const logged: string[] = [];
  const broken = httpApp({
    publicUrl: 'https://portal.example',
    log: ({ route, reference }) => logged.push(`${route} ${reference}`),
  })
    .use(() => Promise.reject(new Error('the session cannot be read')))
    .get('/api/cases/:case', (c) => c.body(null));

  test('before the route is reached is logged with the route that was asked for', async () => {
    logged.length = 0;
    const { reference } = (await (await broken.request('/api/cases/geheim')).json()) as { reference: string };
    expect(logged).toEqual([`GET /api/cases/:case ${reference}`]);
  });

  test('carries the id of the access log, so that one number leads from the person to every line', async () => {
    logged.length = 0;
    const requestContext = {
      requestId: 'JKJaXmPLvHcESHA=',
      domainName: 'any',
      http: { method: 'GET', path: '/api/cases/1', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
    };
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath: '/api/cases/1',
      rawQueryString: '',
      headers: {},
      isBase64Encoded: false,
      requestContext,
    };
    const answer = (await onLambda(broken)(event as never)) as { body: string; headers: Record<string, string> };
    expect(JSON.parse(answer.body)).toMatchObject({ status: 500, reference: 'JKJaXmPLvHcESHA=' });
    expect(answer.headers['x-request-id']).toBe('JKJaXmPLvHcESHA=');
    expect(logged).toEqual(['GET /api/cases/:case JKJaXmPLvHcESHA=']);
  });
});
