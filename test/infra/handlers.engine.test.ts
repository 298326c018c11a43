import type { DynamoDBBatchResponse } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { openCheckpoint, parseVkey } from '../../shared/ledger/note.ts';
import { bundledCity, deployBundles, handlerOf, ORIGIN } from '../support/bundled-city.ts';
import { type Cloud, startCloud } from '../support/cloud.ts';
import { EXAMPLE_PROPOSAL, seeNotice, submitExample } from '../support/example-case.ts';
import { failedIn, lambdaContext, scheduleEvent, streamEvent, streamRecord } from '../support/lambda-events.ts';

const AT = '2026-11-22T09:00:00.000Z' as Instant;

let cloud: Cloud;
let removeBundles: () => void;
let city: Awaited<ReturnType<typeof bundledCity>>;

beforeAll(async () => {
  removeBundles = await deployBundles();
  // The bundles carry the system's clock; only its day is fixed, so that the call is open whenever the tests run.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(AT) });
  cloud = await startCloud();
  vi.stubGlobal('fetch', cloud.fetch);
  city = await bundledCity({ endpoint: inject('dynamodb'), cloud, at: AT });
}, 240_000);

afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await cloud.stop();
  removeBundles();
});

describe('requests as the HTTP API hands them over', () => {
  test('the portal answers with its version once the table answers, and says no more than it may', async () => {
    const health = await city.get(undefined, '/api/health');
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', version: 'bundled' }]);
    expect(health.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(health.headers.get('strict-transport-security')).toContain('includeSubDomains');
    expect(health.headers.get('cache-control')).toBe('no-store');
    expect((await city.get(undefined, '/api/me')).status).toBe(401);
  });

  test('the session cookie is understood, the sign-out cookie comes back', async () => {
    expect(await (await city.get('editor', '/api/me')).json()).toMatchObject({ person: 'editor' });
    const out = await city.post('member2', '/api/sign-out', {});
    expect(out.headers.getSetCookie().join()).toMatch(/__Host-anteil=;.*Max-Age=0/);
    expect((await city.get('member2', '/api/me')).status).toBe(401);
  });

  test('every route is described, also out of the bundle', async () => {
    const { paths } = (await (await city.get(undefined, '/api/openapi.json')).json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/health', '/api/funding/applications/{id}']));
    expect(JSON.stringify(paths)).toContain('organisation');
  });

  test('malformed, oversized and foreign requests are refused in words, and nothing is stored', async () => {
    const draft = '/api/funding/applications/app-malformed';
    const unknown = await city.put('editor', draft, { call: 'struktur-2027', organisation: 'org-brueckenhaus', x: 1 });
    expect(unknown.status).toBe(400);
    expect(unknown.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect((await city.ask('PUT', 'editor', draft, '{"call":')).status).toBe(400);
    expect((await city.put('editor', draft, { call: 'x'.repeat(1_100_000) })).status).toBe(413);
    const foreign = await city.ask('PUT', 'editor', draft, {}, { origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    expect((await city.get('editor', draft)).status).toBe(404);
  });
});

describe('from a draft to a public entry through the bundles alone', () => {
  const id = 'app-bundled';

  test('two people apply, the stream sends the receipt, two people decide on a page that was really set', async () => {
    await submitExample(city as never, id);
    await city.settle();
    expect(cloud.mails.map((mail) => mail.subject)).toEqual([expect.stringContaining('eingegangen')]);
    const proposal = await city.post(
      'case-officer',
      `/api/funding/applications/${id}/propose-approval`,
      EXAMPLE_PROPOSAL,
    );
    expect(proposal.status).toBe(200);
    const { sha256 } = (await seeNotice(city as never, id)) as { sha256: string };
    const stored = [...cloud.objects].find(([name]) => name.startsWith('documents/') && name.includes(sha256));
    expect(stored?.[1].subarray(0, 5).toString()).toBe('%PDF-');
    const approval = await city.post('approver', `/api/funding/applications/${id}/approve`, { noticeSha256: sha256 });
    expect(approval.status).toBe(200);
    await city.settle();
    expect(cloud.mails.map((mail) => mail.subject)[1]).toContain('Bescheid');
  });

  test('the notice is opened by a link that ends soon and needs no secret of ours', async () => {
    const { items } = (await (await city.get('signatory', '/api/notices')).json()) as { items: { id: string }[] };
    const opened = await city.post('signatory', `/api/notices/${items[0]!.id}/open`, {});
    const { link } = (await opened.json()) as { link: string };
    expect(link).toMatch(/^https:\/\/documents\.example\/notices\/.*X-Amz-Expires=300/);
    expect(link).not.toContain('local/secret');
    await city.settle();
  });

  test('the sequencer signs with the key service, and the published checkpoint verifies', async () => {
    // It takes effect the day after it was opened; the work of that morning publishes it.
    vi.setSystemTime(addSeconds(AT, 2 * 24 * 60 * 60));
    const scheduled = await handlerOf<object, unknown>('scheduled');
    await scheduled(scheduleEvent('daily'), lambdaContext());
    await city.settle();
    vi.setSystemTime(new Date(AT));
    const sequencer = await handlerOf<object, unknown>('sequencer');
    await sequencer(scheduleEvent('sequence'), lambdaContext());
    await sequencer(scheduleEvent('sequence'), lambdaContext());
    const text = (name: string): string => cloud.objects.get(`ledger/ledger/log/${name}`)!.toString();
    const vkey = parseVkey(text('vkey').trim());
    if (!vkey.ok) throw new Error('The verifier key cannot be read');
    const checkpoint = openCheckpoint(text('checkpoint'), vkey.value, verifyEd25519);
    expect(checkpoint).toMatchObject({ ok: true, value: { origin: ORIGIN, size: 1 } });
    const { items } = (await (await city.get(undefined, '/api/public/entries')).json()) as { items: object[] };
    expect(items).toEqual([expect.objectContaining({ amountCents: 4_500_000, kind: 'allocated' })]);
  });
});

describe('the stream and the schedule', () => {
  const task = (id: string, kind: string) => ({
    pk: 'outbox#0',
    sk: `task#${id}`,
    at: AT,
    attempts: 0,
    task: { id, kind },
  });

  test('only the records that failed are named, the others are done, a second delivery harms nothing and is counted', async () => {
    await submitExample(city as never, 'app-batch');
    const good = await city.outboxRecords();
    expect(good.length).toBeGreaterThan(0);
    await city.journal.commit({
      at: AT,
      by: 'system',
      writes: [{ put: { ...task('odd', 'no-such-kind'), version: 1 } }],
    });
    const bad = streamRecord(
      900,
      'INSERT',
      { pk: 'outbox#0', sk: 'task#odd' },
      {
        pk: { S: 'outbox#0' },
        sk: { S: 'task#odd' },
        at: { S: AT },
        attempts: { N: '0' },
        task: { M: { id: { S: 'odd' }, kind: { S: 'no-such-kind' } } },
      },
    );
    const others = streamRecord(901, 'MODIFY', { pk: 'application#x', sk: 'draft' }, { pk: { S: 'application#x' } });
    const reactions = await handlerOf<object, DynamoDBBatchResponse>('reactions');
    const mailsBefore = cloud.mails.length;
    const batch = streamEvent([bad, ...good, others]);
    expect(failedIn(await reactions(batch, lambdaContext()))).toEqual([bad.dynamodb!.SequenceNumber]);
    // Failed for the second time it waits in the outbox, where the sweep finds it, and holds up the stream no longer.
    expect(failedIn(await reactions(batch, lambdaContext()))).toEqual([]);
    const [[odd] = []] = await city.journal.read([{ pk: 'outbox#0', sk: 'task#odd' }]);
    expect(odd).toMatchObject({ attempts: 2, lastFailure: 'Error' });
    expect(cloud.mails.length).toBeGreaterThan(mailsBefore);
  });

  test('the sweep takes up what the stream missed and reports how long the oldest task has waited', async () => {
    await submitExample(city as never, 'app-missed');
    await city.journal.commit({ at: AT, by: 'system', writes: [{ put: task('stuck', 'no-such-kind') }] });
    const scheduled = await handlerOf<object, { done: number; failed: number }>('scheduled');
    // A new task is the stream's alone for two minutes.
    expect(await scheduled(scheduleEvent('sweep'), lambdaContext())).toMatchObject({ done: 0 });
    vi.setSystemTime(addSeconds(AT, 180));
    const lines: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((line) => (lines.push(String(line)), true));
    const outcome = await scheduled(scheduleEvent('sweep'), lambdaContext()).finally(() => {
      log.mockRestore();
      out.mockRestore();
    });
    expect(outcome.done).toBeGreaterThan(0);
    // The odd one of the stream is due again too.
    expect(outcome.failed).toBe(2);
    for (const metric of ['OutboxAgeSeconds', 'TasksStuck', 'MailsRefused', 'MailsWaiting'])
      expect(lines.join()).toContain(metric);
    expect(lines.join()).toContain('"service":"scheduled"');
  });

  test('work that nobody knows is a fault, so that its alarm rings', async () => {
    const scheduled = await handlerOf<object, unknown>('scheduled');
    await expect(scheduled({ work: 'guess' }, lambdaContext())).rejects.toThrow('guess');
  });
});
