import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../shared/kernel/actor.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { personKey } from '../../functions/kernel/person.ts';
import { asId } from '../../shared/kernel/id.ts';
import { testCity, type TestCity } from '../support/city.ts';
import { decideExample, EXAMPLE_PROPOSAL, draftExample, seeNotice, submitExample } from '../support/example-case.ts';

const NOON = '2026-11-23T11:00:00.000Z' as Instant;
const CASE = '/api/funding/applications/app-eins';

let city: TestCity;
beforeEach(async () => {
  city = await testCity(NOON);
});

/** Gives a person other roles at once, or takes the whole record away. */
const become = async (who: string, ...roles: readonly (readonly [Role, string])[]): Promise<void> => {
  const put = { ...personKey(asId(who)), name: who, email: `${who}@anteil.example` };
  const held = roles.map(([role, scope]) => ({ role, scope }));
  await city.deps.journal.commit({ at: NOON, by: 'system', writes: [{ put: { ...put, roles: held } }] });
};

const vanish = (who: string) =>
  city.deps.journal.commit({ at: NOON, by: 'system', writes: [{ remove: personKey(asId(who)) }] });

const refusalOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { refusal?: string }).refusal;

const OFFICE = 'be-sen-integration';

const proposed = async (): Promise<string> => {
  await submitExample(city, 'app-eins');
  await city.post('case-officer', `${CASE}/propose-approval`, EXAMPLE_PROPOSAL);
  return (await seeNotice(city, 'app-eins')).sha256;
};

describe('A01: ids of others', () => {
  test('answer like ids that do not exist, body and headers, on every route that takes one', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    await draftExample(city, 'app-zwei');
    const pairs: [string, string, string, object?][] = [
      ['GET', CASE, '/api/funding/applications/app-none'],
      ['GET', '/api/funding/applications/app-zwei', '/api/funding/applications/app-none'],
      [
        'GET',
        '/api/funding/applications?organisation=org-brueckenhaus',
        '/api/funding/applications?organisation=org-none',
      ],
      ['GET', `/api/notices/${notice}`, '/api/notices/n-none'],
      ['GET', '/api/notices?organisation=org-brueckenhaus', '/api/notices?organisation=org-none'],
      ['POST', `/api/notices/${notice}/open`, '/api/notices/n-none/open', {}],
      [
        'POST',
        `/api/notices/${notice}/posted`,
        '/api/notices/n-none/posted',
        { postedOn: '2026-11-23', annexEnclosed: true },
      ],
      ['POST', '/api/notices/previews/app-eins', '/api/notices/previews/app-none', {}],
      ...['withdraw', 'take'].map((act): [string, string, string, object] => [
        'POST',
        `${CASE}/${act}`,
        `/api/funding/applications/app-none/${act}`,
        {},
      ]),
    ];
    for (const who of ['editor2', 'signatory2', 'district-officer', 'district-approver', 'member', 'admin']) {
      for (const [method, real, none, body] of pairs) {
        const ask = (path: string) => (method === 'GET' ? city.get(who, path) : city.post(who, path, body ?? {}));
        const told = async (path: string) => {
          const answer = await ask(path);
          const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id');
          return { status: answer.status, headers, body: await answer.text() };
        };
        const answer = await told(real);
        expect(answer.status, `${who} ${real}`).toBe(404);
        expect(answer, `${who} ${real}`).toEqual(await told(none));
      }
    }
  });

  test('the kept answer of another person is not given to whoever knows the key', async () => {
    const version = await draftExample(city, 'app-eins');
    const key = { 'idempotency-key': 'the-key-of-someone' };
    expect((await city.post('signatory', `${CASE}/submit`, { version }, key)).status).toBe(200);
    expect((await city.post('signatory2', `${CASE}/submit`, { version }, key)).status).toBe(404);
    expect((await city.post('editor', `${CASE}/submit`, { version }, key)).status).toBe(403);
  });

  test('the scope of all is nobody’s to ask for', async () => {
    await become('editor2', ['editor', '*'], ['caseOfficer', '*']);
    await submitExample(city, 'app-eins');
    for (const path of [
      '/api/funding/applications?organisation=*',
      '/api/notices?organisation=*',
      '/api/funding/work-list?authority=*',
      '/api/funding/work-list?authority=be-sen-integration%00',
      '/api/funding/work-list?queue=review%23x',
    ])
      expect((await city.get('editor2', path)).status, path).toBe(400);
    expect(await (await city.get('editor2', '/api/funding/work-list')).json()).toEqual({ items: [] });
  });
});

describe('A05, A09: acts of other roles', () => {
  test('nobody of an organisation takes a step of the authority, nor anyone of another authority', async () => {
    const noticeSha256 = await proposed();
    const steps: [string, object][] = [
      ['take', {}],
      ['propose-approval', EXAMPLE_PROPOSAL],
      ['propose-refusal', { reasons: 'x', examinationNote: 'y' }],
      ['return', { comment: 'x' }],
      ['approve', { noticeSha256 }],
      ['refuse', { noticeSha256 }],
    ];
    for (const [act, body] of steps) {
      for (const who of ['editor', 'signatory'])
        expect((await city.post(who, `${CASE}/${act}`, body)).status).toBe(403);
      for (const who of ['district-officer', 'district-approver', 'editor2', 'admin'])
        expect((await city.post(who, `${CASE}/${act}`, body)).status).toBe(404);
    }
    expect((await city.get('editor', '/api/funding/work-list')).status).toBe(403);
    expect(await city.budget('struktur-2027')).toMatchObject({ takenCents: 0 });
  });

  test('a draft for another organisation is not begun', async () => {
    const body = { call: 'struktur-2027', organisation: 'org-brueckenhaus' };
    expect((await city.put('editor2', CASE, body)).status).toBe(404);
    expect((await city.put('editor2', CASE, { ...body, roles: [{ role: 'admin', scope: '*' }] })).status).toBe(400);
  });
});

describe('A08: a role that is taken away while working', () => {
  test('ends reading and acting with the next request', async () => {
    const noticeSha256 = await proposed();
    await city.dismiss('approver');
    expect((await city.get('approver', CASE)).status).toBe(404);
    expect((await city.post('approver', `${CASE}/approve`, { noticeSha256 })).status).toBe(404);
  });

  test('ends kept answers as well: the notice is not opened again with the old key', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    const open = () =>
      city.post('signatory', `/api/notices/${notice}/open`, {}, { 'idempotency-key': 'opened-long-ago' });
    expect((await open()).status).toBe(200);
    expect((await open()).status).toBe(200);
    await city.dismiss('signatory');
    const late = await open();
    expect(late.status).toBe(404);
    expect(await late.text()).not.toContain('/files/');
  });

  test('a person whose record is gone is nobody', async () => {
    await submitExample(city, 'app-eins');
    await vanish('editor');
    expect((await city.get('editor', CASE)).status).toBe(401);
    expect((await city.get('editor', '/api/me')).status).toBe(401);
  });
});

describe('B01, B02, B03: four eyes', () => {
  test('who proposes does not approve, refuse or return, whatever roles they hold', async () => {
    await become('case-officer', ['caseOfficer', OFFICE], ['approver', OFFICE]);
    await proposed();
    const { sha256, mayRelease } = await seeNotice(city, 'app-eins', 'case-officer');
    expect(mayRelease).toBe(false);
    for (const [act, body] of [
      ['approve', { noticeSha256: sha256 }],
      ['return', { comment: 'x' }],
    ] as const)
      expect(await refusalOf(await city.post('case-officer', `${CASE}/${act}`, body))).toBe('same-person');
  });

  test('nor after changing the role altogether', async () => {
    const noticeSha256 = await proposed();
    await become('case-officer', ['approver', OFFICE]);
    expect(await refusalOf(await city.post('case-officer', `${CASE}/approve`, { noticeSha256 }))).toBe('same-person');
  });

  test('who wrote or signed the application decides nothing in it, also after leaving the organisation', async () => {
    const noticeSha256 = await proposed();
    for (const who of ['editor', 'signatory']) {
      await become(who, ['caseOfficer', OFFICE], ['approver', OFFICE]);
      for (const [act, body] of [
        ['approve', { noticeSha256 }],
        ['return', { comment: 'x' }],
      ] as const)
        expect(await refusalOf(await city.post(who, `${CASE}/${act}`, body)), `${who} ${act}`).toBe('involved');
    }
  });

  test('who acts for the organisation as well decides nothing of it', async () => {
    const noticeSha256 = await proposed();
    await become('approver', ['approver', OFFICE], ['editor', 'org-brueckenhaus']);
    expect(await refusalOf(await city.post('approver', `${CASE}/approve`, { noticeSha256 }))).toBe('involved');
    expect(await city.budget('struktur-2027')).toMatchObject({ takenCents: 0 });
  });

  test('a preview of a colleague, or of another authority, releases nothing', async () => {
    await proposed();
    const theirs = (await seeNotice(city, 'app-eins', 'approver2')).sha256;
    expect(await refusalOf(await city.post('approver', `${CASE}/approve`, { noticeSha256: theirs }))).toBe(
      'notice-outdated',
    );
    expect((await city.post('district-approver', '/api/notices/previews/app-eins', {})).status).toBe(404);
  });
});
