import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { testCity, type TestCity } from '../support/city.ts';
import {
  decideExample,
  draftExample,
  EXAMPLE_ANSWERS,
  EXAMPLE_PROPOSAL,
  submitExample,
} from '../support/example-case.ts';

const CASE = '/api/funding/applications/app-eins';

let city: TestCity;
beforeEach(async () => {
  city = await testCity('2026-11-23T11:00:00.000Z' as Instant);
});

const issuesOf = async (response: Response): Promise<string[]> =>
  ((await response.json()) as { issues?: { path: string; code: string }[] }).issues?.map(
    ({ path, code }) => `${path} ${code}`,
  ) ?? [];

/** Sends bytes as they are. */
const send = (
  who: string,
  method: string,
  path: string,
  body: string | ReadableStream,
  headers: Record<string, string>,
) =>
  city.app.request(path, {
    method,
    body,
    headers: { authorization: `Bearer ${who}`, 'idempotency-key': 'hostile-key-1', ...headers },
    duplex: 'half',
  });

const JSON_TYPE = { 'content-type': 'application/json' };

describe('cursors that no list gave out', () => {
  test.each(['', 'Zm9v', '%%%', Buffer.from('closed#2027').toString('base64url'), '\u{1F600}'])(
    '%j shows nothing of elsewhere and breaks nothing',
    async (cursor) => {
      await submitExample(city, 'app-eins');
      const asked = encodeURIComponent(cursor);
      const { status } = await city.get('case-officer', `/api/funding/work-list?queue=decision&cursor=${asked}`);
      expect([200, 400]).toContain(status);
      for (const path of ['/api/funding/applications', '/api/notices'])
        expect((await city.get('editor', `${path}?cursor=${asked}`)).status, path).toBe(
          /^[\w-]{2,}$/.test(cursor) ? 200 : 400,
        );
    },
  );

  test('one of another queue or organisation shows nothing of it', async () => {
    await decideExample(city, 'app-eins');
    const cursor = Buffer.from('9999').toString('base64url');
    expect(await (await city.get('editor2', `/api/funding/applications?cursor=${cursor}`)).json()).toEqual({
      items: [],
    });
    expect(await (await city.get('editor2', `/api/notices?cursor=${cursor}`)).json()).toEqual({ items: [] });
  });
});

describe('bodies', () => {
  test.each([
    ['words', 'withdraw me', { 'content-type': 'text/plain' }],
    ['JSON that says to be text', '{"x":1}', { 'content-type': 'text/plain' }],
    ['JSON that says nothing', new Blob(['{"x":1}']).stream(), { 'content-length': '7' }],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['half of JSON', '{"x":', JSON_TYPE],
    ['null', 'null', JSON_TYPE],
    ['a list', '[]', JSON_TYPE],
    ['nothing', '', JSON_TYPE],
    ['an unknown field', '{"x":1}', JSON_TYPE],
    ['a field of every object', '{"__proto__":{"x":1}}', JSON_TYPE],
  ] as [string, string | ReadableStream, Record<string, string>][])(
    '%s: 400, and nothing happens',
    async (_, body, headers) => {
      await submitExample(city, 'app-eins');
      const answer = await send('signatory', 'POST', `${CASE}/withdraw`, body, headers);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
      expect(await (await city.get('editor', CASE)).json()).toMatchObject({ stage: 'submitted' });
    },
  );

  test('one byte over 1 MiB, in pieces and without a length: 413', async () => {
    const piece = new TextEncoder().encode(' '.repeat(64 * 1024));
    let left = 16;
    const stream = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(left > 0 ? piece : new TextEncoder().encode('{'));
        if (left-- === 0) controller.close();
      },
    });
    expect((await send('signatory', 'POST', `${CASE}/withdraw`, stream, JSON_TYPE)).status).toBe(413);
  });

  test('a section takes no name that every object has, no depth and no doubled field beyond its form', async () => {
    await city.put('editor', CASE, { call: 'struktur-2027', organisation: 'org-brueckenhaus' });
    const save = (body: string) =>
      send('editor', 'PUT', `${CASE}/sections/project`, body, { ...JSON_TYPE, 'if-match': '"1"' });
    expect(await issuesOf(await save('{"answers":{"__proto__":"x"}}'))).toEqual(['answers unknown-field']);
    expect(await issuesOf(await save('{"answers":{"constructor":"x"}}'))).toEqual([
      'answers.constructor unknown-field',
    ]);
    expect((await save(`{"answers":{"title":${'['.repeat(90_000)}${']'.repeat(90_000)}}}`)).status).toBe(400);
    expect((await save(`{"answers":{"title":"${'ä'.repeat(100_000)}"}}`)).status).toBe(400);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('x');
    expect(await issuesOf(await save('{"answers":{"title":"a"},"answers":{"title":"b"}}'))).toEqual([
      'answers duplicate-key',
    ]);
    expect(JSON.stringify(await (await city.get('editor', CASE)).json())).not.toMatch(/"title":"[ab]"/);
  });
});

describe('money at its edges', () => {
  test.each([0, -1, 0.5, 1e300, 99_999_999_999 + 1, Number.MAX_SAFE_INTEGER, '4500000', null, true, [1]])(
    'an amount of %j is no amount',
    async (amount) => {
      await submitExample(city, 'app-eins');
      for (const field of ['amountCents', 'eligibleCents']) {
        const body = { ...EXAMPLE_PROPOSAL, [field]: amount };
        const answer = await city.post('case-officer', `${CASE}/propose-approval`, body);
        expect(answer.status, field).toBe(400);
        expect((await issuesOf(answer)).every((issue) => issue.startsWith(`${field} `))).toBe(true);
      }
    },
  );

  test.each([
    [{ amountCents: 4_500_001 }, 'above-requested'],
    [{ eligibleCents: 5_000_001 }, 'above-eligible-costs'],
    [{ amountCents: 99_999_999_999, eligibleCents: 99_999_999_999 }, 'above-requested'],
    [{ amountCents: 1, eligibleCents: 1 }, 'above-share'],
    [{ amountCents: 4_000_000 }, 'plan-unbalanced'],
    [{ from: '2027-03-31' }, 'outside-funding-period'],
    [{ from: '2027-12-31', to: '2027-04-01' }, 'outside-funding-period'],
  ])('%j is refused: %s', async (change, refusal) => {
    await submitExample(city, 'app-eins');
    const answer = await city.post('case-officer', `${CASE}/propose-approval`, { ...EXAMPLE_PROPOSAL, ...change });
    expect(await answer.json()).toMatchObject({ status: 409, refusal });
  });

  test('a plan at the limit of every row adds up or is refused, and never breaks', async () => {
    await draftExample(city, 'app-eins');
    const rows = (count: number, cents: number) =>
      Array.from({ length: count }, () => ({ category: 'staff', label: 'x', cents }));
    for (const [count, cents] of [
      [30, 999_999_999],
      [100, 999_999_999],
      [100, -0],
      [1, 1_000_000_000],
    ] as const) {
      const save = await city.put(
        'editor',
        `${CASE}/sections/plan`,
        { answers: { costs: rows(count, cents), cover: rows(count, cents) } },
        { 'if-match': `"${((await (await city.get('editor', CASE)).json()) as { version: number }).version}"` },
      );
      expect([200, 400]).toContain(save.status);
      expect((await city.get('editor', CASE)).status).toBe(200);
    }
  });
});

describe('time at its edges', () => {
  const submitAt = async (instant: string): Promise<unknown> => {
    const version = await draftExample(city, 'app-eins');
    city.at(instant as Instant);
    const answer = await city.post('signatory', `${CASE}/submit`, { version });
    return answer.ok ? (await city.get('editor', CASE)).json() : answer.json();
  };

  test.each([
    ['2026-09-30T21:59:59.999Z', { refusal: 'call-not-open' }],
    ['2026-09-30T22:00:00.000Z', { receivedOn: '2026-10-01', isLate: false }],
    ['2027-01-31T22:59:59.999Z', { receivedOn: '2027-01-31', isLate: false }],
    ['2027-01-31T23:00:00.000Z', { receivedOn: '2027-02-01', isLate: true }],
  ])('a submission at %s', async (instant, told) => {
    expect(await submitAt(instant)).toMatchObject(told);
  });
});

describe('languages', () => {
  test.each(['../../x', '../../../package', 'de/../../x', 'constructor', '%00', 'de,en', 'DE'])(
    '?lang=%s asks for German at most',
    async (lang) => {
      const answer = await city.get(undefined, `/api/nowhere?lang=${encodeURIComponent(lang)}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ title: 'Nicht gefunden' });
    },
  );

  test.each([';;;q=,,,../../x;q=NaN', 'x,'.repeat(300), '*', '\u0001', '../locales', 'de;q=-1,'])(
    'Accept-Language %# breaks nothing',
    async (header) => {
      const answer = await city.app.request('/api/nowhere', { headers: { 'accept-language': header } });
      expect(answer.status).toBe(404);
    },
  );
});

describe('I08: signs that turn or hide text', () => {
  test('are refused at their field in a draft and in what the authority writes', async () => {
    await submitExample(city, 'app-eins');
    const { version } = { version: await draftExample(city, 'app-zwei') };
    for (const sign of ['\u202E', '\u2066', '\u200B', '\u2060', '\u3164', '\u{E0041}', '\u0000', '<']) {
      const title = await city.put(
        'editor',
        '/api/funding/applications/app-zwei/sections/project',
        { answers: { ...EXAMPLE_ANSWERS['project'], title: `Kiez${sign}` } },
        { 'if-match': `"${version}"` },
      );
      expect(await issuesOf(title), JSON.stringify(sign)).toEqual(['answers.title unsafe-characters']);
      const reasons = `Gut${sign}`;
      const proposal = await city.post('case-officer', `${CASE}/propose-approval`, { ...EXAMPLE_PROPOSAL, reasons });
      expect(await issuesOf(proposal), JSON.stringify(sign)).toContain('reasons unsafe-characters');
    }
  });
});
