import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../shared/kernel/day.ts';
import {
  draftExample,
  EXAMPLE_ANSWERS,
  EXAMPLE_PROPOSAL,
  seeNotice,
  submitExample,
} from '../test/support/example-case.ts';
import { testCity, type TestCity } from '../test/support/city.ts';

describe('from a draft to a released notice', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await testCity('2026-11-22T09:00:00.000Z' as Instant);
  });

  const draft = (id: string) => draftExample(city, id);
  const submitted = (id: string) => submitExample(city, id);
  const seen = (id: string, who?: string) => seeNotice(city, id, who);

  test('two people of an organisation apply, two of the authority decide, the notice is delivered by opening it', async () => {
    const id = 'app-eins';
    await submitted(id);
    expect(
      (await city.post('case-officer', `/api/funding/applications/${id}/propose-approval`, EXAMPLE_PROPOSAL)).status,
    ).toBe(200);
    expect((await seen(id, 'case-officer')).mayRelease).toBe(false);
    const { sha256, mayRelease } = await seen(id);
    expect(mayRelease).toBe(true);
    expect(
      (await city.post('approver', `/api/funding/applications/${id}/approve`, { noticeSha256: sha256 })).status,
    ).toBe(200);
    expect(await city.budget('struktur-2027')).toEqual({ freeCents: 145_500_000, takenCents: 4_500_000 });
    await city.settle();
    const view = (await (await city.get('signatory', `/api/funding/applications/${id}`)).json()) as {
      stage: string;
      decision: { notice: string };
    };
    expect(view).toMatchObject({ stage: 'approved', grantedCents: 4_500_000 });
    expect(city.mails.map((mail) => mail.subject)).toEqual([
      expect.stringContaining('eingegangen'),
      expect.stringContaining('Bescheid'),
    ]);
    const notice = `/api/notices/${view.decision.notice}`;
    expect(await (await city.get('signatory', notice)).json()).toMatchObject({
      delivery: { state: 'waiting', provisionEnds: '2026-12-02' },
      sha256,
    });
    await city.post('editor', `${notice}/open`, {});
    expect(await (await city.get('editor', notice)).json()).toMatchObject({ delivery: { state: 'waiting' } });
    expect(await (await city.post('signatory', `${notice}/open`, {})).json()).toMatchObject({
      delivery: { state: 'delivered', deliveredOn: '2026-11-23', remedyUntil: '2026-12-23' },
    });
  });

  test('a refusal gets its notice and charges nothing', async () => {
    await submitted('app-nein');
    const reasons = { reasons: 'Die Mittel reichen nicht für alle Anträge.', examinationNote: 'Rang 23 von 27.' };
    expect(
      (await city.post('case-officer', '/api/funding/applications/app-nein/propose-refusal', reasons)).status,
    ).toBe(200);
    const { sha256 } = await seen('app-nein');
    expect(
      (await city.post('approver', '/api/funding/applications/app-nein/refuse', { noticeSha256: sha256 })).status,
    ).toBe(200);
    await city.settle();
    expect(await city.budget('struktur-2027')).toMatchObject({ takenCents: 0 });
    expect(await (await city.get('editor', '/api/notices')).json()).toMatchObject({ items: [{ kind: 'refusal' }] });
  });

  test('until it is decided the organisation sees no proposal, not even that something moved', async () => {
    await submitted('app-eins');
    const mine = async () =>
      (await (await city.get('editor', '/api/funding/applications')).json()) as { items: object[] };
    city.at('2026-11-22T10:00:00.000Z' as Instant);
    await city.post('case-officer', '/api/funding/applications/app-eins/take', {});
    const before = await mine();
    city.at('2026-11-22T11:00:00.000Z' as Instant);
    await city.post('case-officer', '/api/funding/applications/app-eins/propose-approval', EXAMPLE_PROPOSAL);
    const text = await (await city.get('editor', '/api/funding/applications/app-eins')).text();
    expect(text).not.toMatch(/propos|Notwendig und angemessen/i);
    expect(await mine()).toEqual(before);
    expect(JSON.parse(text)).toMatchObject({ stage: 'inReview', since: '2026-11-22T10:00:00.000Z' });
  });

  test('another organisation and another authority see nothing, exactly as if it did not exist', async () => {
    await submitted('app-eins');
    for (const who of ['editor2', 'signatory2', 'district-officer', 'member', 'admin']) {
      const real = await city.get(who, '/api/funding/applications/app-eins');
      const none = await city.get(who, '/api/funding/applications/app-none');
      expect([real.status, none.status]).toEqual([404, 404]);
      expect(await real.text()).toBe(await none.text());
    }
    expect((await city.get('editor2', '/api/funding/applications?organisation=org-brueckenhaus')).status).toBe(404);
    expect((await city.get(undefined, '/api/funding/applications/app-eins')).status).toBe(401);
  });

  test('officials do not see drafts', async () => {
    await draft('app-entwurf');
    expect((await city.get('case-officer', '/api/funding/applications/app-entwurf')).status).toBe(404);
  });

  test('the same key twenty times at once has one effect; with another body it is 422', async () => {
    const version = await draft('app-eins');
    const send = (body: object) =>
      city.post('signatory', '/api/funding/applications/app-eins/submit', body, {
        'idempotency-key': 'one-intent-only',
      });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ version })));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(texts).size).toBe(1);
    expect((await send({ version: version + 1 })).status).toBe(422);
  });

  test('a second writer with an old version is told so, and nothing of the first is lost', async () => {
    await city.put('editor', '/api/funding/applications/app-eins', {
      call: 'struktur-2027',
      organisation: 'org-brueckenhaus',
    });
    const save = (who: string, title: string) =>
      city.put(
        who,
        '/api/funding/applications/app-eins/sections/project',
        { answers: { title } },
        { 'if-match': '"1"' },
      );
    expect((await save('editor', 'Erste')).status).toBe(200);
    const late = await save('signatory', 'Zweite');
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(await (await city.get('editor', '/api/funding/applications/app-eins')).json()).toMatchObject({
      sections: { project: { title: 'Erste' } },
    });
  });

  test('a save that is sent again since its answer got lost is no conflict', async () => {
    await city.put('editor', '/api/funding/applications/app-eins', {
      call: 'struktur-2027',
      organisation: 'org-brueckenhaus',
    });
    const save = (who: string) =>
      city.put(
        who,
        '/api/funding/applications/app-eins/sections/project',
        { answers: { title: 'Kiez' } },
        { 'if-match': '"1"' },
      );
    expect(await (await save('editor')).json()).toMatchObject({ version: 2 });
    expect(await (await save('editor')).json()).toMatchObject({ version: 2 });
    expect((await save('signatory')).status).toBe(409);
  });

  test('two approvers may look at the same time; each releases what they have seen, and one of them decides', async () => {
    await submitted('app-eins');
    await city.post('case-officer', '/api/funding/applications/app-eins/propose-approval', EXAMPLE_PROPOSAL);
    const first = await seen('app-eins', 'approver');
    const second = await seen('app-eins', 'approver2');
    const approve = (who: string, noticeSha256: string) =>
      city.post(who, '/api/funding/applications/app-eins/approve', { noticeSha256 });
    expect(await (await approve('approver', second.sha256)).json()).toMatchObject({ refusal: 'notice-outdated' });
    expect((await approve('approver', first.sha256)).status).toBe(200);
    expect(await (await approve('approver2', second.sha256)).json()).toMatchObject({ refusal: 'illegal-step' });
  });

  test('bad answers are named at their path and nothing is stored', async () => {
    await city.put('editor', '/api/funding/applications/app-eins', {
      call: 'struktur-2027',
      organisation: 'org-brueckenhaus',
    });
    const save = (section: string, answers: object) =>
      city.put('editor', `/api/funding/applications/app-eins/sections/${section}`, { answers }, { 'if-match': '"1"' });
    for (const [section, answers, path] of [
      ['project', { title: 'a<b' }, 'answers.title'],
      ['project', { from: '2027-02-30' }, 'answers.from'],
      ['project', { unknown: 'x' }, 'answers.unknown'],
      ['plan', { costs: [{ category: 'rent', label: 'x', cents: -1 }] }, 'answers.costs.0.cents'],
      ['plan', { costs: [{ category: 'rent', label: 'x', cents: 9_999_999_999_999 }] }, 'answers.costs.0.cents'],
    ] as const) {
      const response = await save(section, answers);
      expect(response.status).toBe(400);
      expect(((await response.json()) as { issues: { path: string }[] }).issues[0]!.path).toBe(path);
    }
    expect(await (await city.get('editor', '/api/funding/applications/app-eins')).json()).toMatchObject({
      version: 1,
      sections: {},
    });
  });

  test('a role taken away ends at once', async () => {
    await submitted('app-eins');
    await city.dismiss('case-officer');
    expect((await city.post('case-officer', '/api/funding/applications/app-eins/take', {})).status).toBe(404);
  });

  test('a command reads at most twice in sequence, a decision once more, and commits once; a page is one query after the session', async () => {
    const version = await draft('app-eins');
    const count = async (act: () => Promise<Response>) => {
      city.calls.length = 0;
      expect((await act()).status).toBe(200);
      return city.calls.join(' ');
    };
    const at = '/api/funding/applications/app-eins';
    expect(
      await count(() =>
        city.put(
          'editor',
          `${at}/sections/project`,
          { answers: EXAMPLE_ANSWERS['project']! },
          { 'if-match': `"${version}"` },
        ),
      ),
    ).toBe('read read commit');
    expect(await count(() => city.post('signatory', `${at}/submit`, { version: version + 1 }))).toBe(
      'read read commit',
    );
    // Once more for the recipient's record: consent, address and register number count as they stand on the day.
    expect(await count(() => city.post('case-officer', `${at}/propose-approval`, EXAMPLE_PROPOSAL))).toBe(
      'read read read commit',
    );
    expect(await count(() => city.get('editor', '/api/funding/applications'))).toBe('read page');
    expect(await count(() => city.get('case-officer', '/api/funding/work-list?queue=decision'))).toBe('read page');
    expect(await count(() => city.get('approver', at))).toBe('read read');
    const { sha256 } = await seen('app-eins');
    expect(await count(() => city.post('approver', `${at}/approve`, { noticeSha256: sha256 }))).toBe(
      'read read read commit',
    );
  });

  test('the document of the API lists exactly the routes that exist', async () => {
    const document = (await (await city.get(undefined, '/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual(city.routes());
  });
});
