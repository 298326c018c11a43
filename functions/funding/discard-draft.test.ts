import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { EXAMPLE_ANSWERS, submitExample } from '../../test/support/example-case.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';

const DRAFT = '/api/funding/applications/app-weg';
const LIST = '/api/funding/applications?organisation=org-brueckenhaus';

let city: TestCity;

beforeEach(async () => {
  city = await testCity('2026-11-22T09:00:00.000Z' as Instant);
  await city.put('editor', DRAFT, { call: 'struktur-2027', organisation: 'org-brueckenhaus' });
  const answers = EXAMPLE_ANSWERS['project'];
  await city.put('editor', `${DRAFT}/sections/project`, { answers: answers! }, { 'if-match': '"1"' });
});

const discard = (who: string, version = 2, path = DRAFT) => city.post(who, `${path}/discard`, { version });

describe('a draft that is thrown away', () => {
  test('is gone with its words, for everybody and from the list', async () => {
    expect((await discard('editor')).status).toBe(200);
    expect((await city.get('signatory', DRAFT)).status).toBe(404);
    expect(JSON.stringify(await (await city.get('editor', LIST)).json())).not.toContain('app-weg');
    const [rows = []] = await city.deps.journal.read([{ pk: 'application#app-weg', prefix: '' }]);
    expect(JSON.stringify(rows)).not.toContain('Stelle für die Beratung');
  });

  test('is thrown away only in the version that was seen', async () => {
    const refused = await discard('signatory', 1);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ refusal: 'changed-meanwhile' });
    expect((await city.get('editor', DRAFT)).status).toBe(200);
  });

  test('is not thrown away by another organisation or by an office', async () => {
    for (const who of ['editor2', 'signatory2', 'case-officer']) expect((await discard(who)).status, who).toBe(404);
    expect((await city.get('editor', DRAFT)).status).toBe(200);
  });

  test('what was submitted is never thrown away', async () => {
    await submitExample(city, 'app-eins');
    const path = '/api/funding/applications/app-eins';
    const { version } = (await (await city.get('editor', path)).json()) as { version: number };
    const refused = await discard('editor', version, path);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ refusal: 'already-submitted' });
  });

  test('throwing it away twice with one key is one act', async () => {
    const key = { 'idempotency-key': 'discard-app-weg' };
    expect((await city.post('editor', `${DRAFT}/discard`, { version: 2 }, key)).status).toBe(200);
    expect((await city.post('editor', `${DRAFT}/discard`, { version: 2 }, key)).status).toBe(200);
  });
});
