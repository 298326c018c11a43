import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpApp } from '../../kernel/http.ts';
import { memoryJournal } from '../../kernel/journal.memory.ts';
import { systemClock } from '../../kernel/clock.ts';
import { personKey } from '../../kernel/person.ts';
import { withActor } from '../../kernel/session.ts';
import { signInRoutes } from '../../kernel/sign-in.ts';
import { tokensOnly } from '../../kernel/token-openid.ts';
import { PEOPLE } from '../demo/people.ts';
import { seedPeople } from '../demo/seed.ts';
import { freePort } from '../ports.ts';
import { addressesOf, localIdentity } from './identity.ts';
import { readKeys } from './keys.ts';
import { signToken } from './token.ts';
import { browser } from '../visit.ts';

const folder = mkdtempSync(join(tmpdir(), 'anteil-identity-'));
const journal = memoryJournal();
let server: ServerType;
let publicUrl = '';

beforeAll(async () => {
  const port = await freePort();
  publicUrl = `http://localhost:${port}`;
  const { routes, issuer } = await localIdentity({ publicUrl, port, folder, people: PEOPLE });
  const deps = { journal, clock: systemClock, issuer, publicUrl };
  await seedPeople(deps, PEOPLE);
  const api = httpApp({ publicUrl, log: ({ error }) => console.error(error) });
  api.route('/api', signInRoutes(deps));
  api.use('/api/*', withActor(deps));
  api.get('/api/me', (c) => (c.var.actor === undefined ? c.body(null, 401) : c.json(c.var.actor)));
  const app = new Hono().route('/', routes as never).route('/', api);
  server = serve({ fetch: app.fetch, port });
  expect((server.address() as AddressInfo).port).toBe(port);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const me = async (visit: ReturnType<typeof browser>) => {
  const answer = await visit.get(`${publicUrl}/api/me`);
  return answer.status === 200 ? ((await answer.json()) as { person: string; roles: unknown[] }) : answer.status;
};

describe('signing in at the local provider', () => {
  test('is one click on a person, with code, PKCE, state and nonce in between', async () => {
    const visit = browser();
    const page = await visit.get(`${publicUrl}/api/sign-in?to=/cases`);
    expect(page.url).toContain('/identity/interaction/');
    expect(visit.trail.find((address) => address.includes('/identity/auth?'))).toMatch(
      /(?=.*code_challenge=[\w-]{43})(?=.*code_challenge_method=S256)(?=.*state=[\w-]{43})(?=.*nonce=[\w-]{43})/,
    );
    const arrived = await visit.choose('case-officer');
    expect(arrived.url).toBe(`${publicUrl}/cases`);
    expect(await me(visit)).toMatchObject({
      person: 'case-officer',
      roles: [{ role: 'caseOfficer', scope: 'be-sen-integration' }],
    });
  });

  test.each([
    ['de', 'ltr', 'Als wen möchten Sie sich anmelden?'],
    ['en', 'ltr', 'Who do you want to sign in as?'],
    ['ar', 'rtl', 'بصفة من تريد تسجيل الدخول؟'],
  ])('shows its page in %s, without any script', async (language, direction, title) => {
    const page = await browser().get(`${publicUrl}/api/sign-in?lang=${language}`);
    const text = await page.text();
    expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).not.toContain('<script');
    for (const { id } of PEOPLE) expect(text).toContain(`value="${id}"`);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'.*base-uri 'none'/);
    expect(policy).not.toContain('unsafe');
  });

  test('asks again each time, and gives another id each time', async () => {
    const visit = browser();
    await visit.get(`${publicUrl}/api/sign-in`);
    await visit.choose('editor');
    const first = visit.cookie('anteil');
    await visit.get(`${publicUrl}/api/sign-in`);
    await visit.choose('signatory');
    expect(visit.cookie('anteil')).not.toBe(first);
    expect(await me(visit)).toMatchObject({ person: 'signatory' });
    visit.plant('anteil', first ?? '');
    expect(await me(visit)).toBe(401);
  });

  test('says when the person signed in, whether asked anew or not, and asks anew', async () => {
    const visit = browser();
    for (const anew of ['', '&anew=1', '']) {
      const before = Math.floor(Date.now() / 1000) * 1000;
      const page = await visit.get(`${publicUrl}/api/sign-in?to=/cases${anew}`);
      expect(page.url).toContain('/identity/interaction/');
      await visit.choose('member');
      const { signedInAt } = (await me(visit)) as unknown as { signedInAt: string };
      expect(Date.parse(signedInAt)).toBeGreaterThanOrEqual(before);
    }
  });

  test('signing out ends the session on the server, not only in the browser', async () => {
    const visit = browser();
    await visit.get(`${publicUrl}/api/sign-in`);
    await visit.choose('member');
    const kept = visit.cookie('anteil') ?? '';
    const out = await visit.post(`${publicUrl}/api/sign-out`, {}, { origin: publicUrl });
    expect(out.status).toBe(204);
    expect(visit.cookie('anteil')).toBeUndefined();
    visit.plant('anteil', kept);
    expect(await me(visit)).toBe(401);
  });

  test('a role that is taken away is gone with the next request', async () => {
    const visit = browser();
    await visit.get(`${publicUrl}/api/sign-in`);
    await visit.choose('approver');
    const [[row] = []] = await journal.read([personKey(PEOPLE.find(({ id }) => id === 'approver')!.id)]);
    await journal.commit({ at: systemClock.now(), by: 'system', writes: [{ put: { ...row!, roles: [] } }] });
    expect(await me(visit)).toMatchObject({ person: 'approver', roles: [] });
  });

  test("an answer that was begun in someone else's browser signs nobody in", async () => {
    const attacker = browser();
    await attacker.get(`${publicUrl}/api/sign-in`);
    await attacker.choose('editor', { stopBefore: '/api/sign-in/callback' });
    const stolen = attacker.trail.at(-1)!;
    const victim = browser();
    await victim.get(`${publicUrl}/api/sign-in`, { stopBefore: '/identity/auth' });
    const answer = await victim.get(stolen);
    expect(answer.status).toBe(400);
    expect(victim.cookie('anteil')).toBeUndefined();
  });

  test('an interaction that is unknown ends in words', async () => {
    const answer = await browser().get(`${publicUrl}/identity/interaction/nothing?lang=en`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('This sign-in has expired');
  });

  test('without PKCE the provider does not even begin', async () => {
    const callback = encodeURIComponent(`${publicUrl}/api/sign-in/callback`);
    const answer = await browser().get(
      `${publicUrl}/identity/auth?client_id=anteil&response_type=code&scope=openid&redirect_uri=${callback}`,
      { stopBefore: '/api/sign-in/callback' },
    );
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });
});

describe('bearer tokens', () => {
  const ask = async (claims: { issuer?: string; audience?: string; person?: string }) => {
    const token = await signToken(readKeys(folder)!, { ...addressesOf(publicUrl), person: 'auditor', ...claims });
    return fetch(`${publicUrl}/api/me`, { headers: { authorization: `Bearer ${token}` } });
  };

  test('of this portal act for their person', async () => {
    expect(await (await ask({})).json()).toMatchObject({ person: 'auditor' });
  });

  test.each([{ issuer: 'http://other.example' }, { audience: 'anteil' }, { person: 'nobody-here' }])(
    'with %j do not',
    async (claims) => {
      expect((await ask(claims)).status).toBe(401);
    },
  );

  test('mean the same where nobody signs in', async () => {
    const { issuer, audience } = addressesOf(publicUrl);
    const tokens = tokensOnly({ url: issuer, audience });
    const token = await signToken(readKeys(folder)!, { issuer, audience, person: 'auditor' });
    expect(await tokens.subjectOf(token, systemClock.now())).toMatchObject({ subject: 'auditor' });
    expect(await tokens.subjectOf(`${token.slice(0, -4)}AAAA`, systemClock.now())).toBeUndefined();
    const other = await signToken(readKeys(folder)!, { issuer, audience: 'anteil', person: 'auditor' });
    expect(await tokens.subjectOf(other, systemClock.now())).toBeUndefined();
    const silent = tokensOnly({ url: `${publicUrl}/nowhere`, audience });
    await expect(silent.subjectOf(token, systemClock.now())).rejects.toThrow('does not answer');
    await expect(tokens.begin('any', { language: 'de', anew: false })).rejects.toThrow('signs nobody in');
  });
});
