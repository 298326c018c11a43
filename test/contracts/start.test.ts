import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { identityOf } from '../../functions/local/processes.ts';
import { freePort } from '../../functions/local/ports.ts';
import type { RunningCity } from '../../functions/local/running.ts';
import { browser } from '../../functions/local/visit.ts';
import { builtWeb } from '../../scripts/built-web.ts';
import { startPortal, type PortalProcess } from '../support/portal-process.ts';

const LONG = 240_000;

let folder: string;
let port: number;
let started: PortalProcess[];

beforeAll(async () => {
  await builtWeb();
}, LONG);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anteil-city-'));
  port = await freePort();
  started = [];
});

const databaseOf = (data: string): number => {
  try {
    const lock = readFileSync(join(data, 'dynamodb', 'process.json'), 'utf8');
    return (JSON.parse(lock) as { database: { pid: number } }).database.pid;
  } catch {
    return 0;
  }
};

afterEach(async () => {
  await Promise.all(started.map((portal) => portal.end('SIGKILL')));
  const orphan = databaseOf(folder);
  if (identityOf(orphan)?.includes(folder) === true) process.kill(orphan, 'SIGKILL');
  await wait(100);
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const start = (environment: Record<string, string> = {}): PortalProcess => {
  const portal = startPortal({ PORT: String(port), DATA_DIR: folder, ...environment });
  started.push(portal);
  return portal;
};

const address = (path: string): string => `http://localhost:${port}${path}`;

const token = (person: string): string =>
  execFileSync(process.execPath, ['scripts/token.ts', person], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATA_DIR: folder },
  }).trim();

const draft = (id: string, bearer: string) =>
  fetch(address(`/api/funding/applications/${id}`), {
    method: 'PUT',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ call: 'struktur-2027', organisation: 'org-brueckenhaus' }),
  });

const kept = async (id: string, bearer: string) =>
  (await fetch(address(`/api/funding/applications/${id}`), { headers: { authorization: `Bearer ${bearer}` } })).status;

describe('npm start', () => {
  test('opens the whole portal, and Ctrl-C closes it without a trace', { timeout: LONG }, async () => {
    const portal = start();
    await portal.ready();
    expect(portal.printed()).toMatch(new RegExp(`^Anteil is ready at http://localhost:${port}$`, 'm'));
    for (const person of ['editor', 'signatory', 'case-officer', 'approver', 'admin'])
      expect(portal.printed()).toContain(`  ${person} `);
    expect(await (await fetch(address('/api/health'))).json()).toMatchObject({ status: 'ok' });

    const city = JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8')) as RunningCity;
    expect(city).toMatchObject({ pid: portal.child.pid, port, table: 'anteil' });
    for (const path of ['/', '/ledger', '/mailbox', '/ledger/log/checkpoint', '/identity/jwks'])
      expect([path, (await fetch(address(path))).status]).toEqual([path, 200]);
    for (const path of ['/', '/api/me', '/mailbox', '/ledger/log/checkpoint', '/identity/jwks', '/files/x']) {
      const { headers } = await fetch(address(path));
      const policy = headers.get('content-security-policy') ?? '';
      expect([path, policy]).toEqual([path, expect.stringMatching(/frame-ancestors 'none'/)]);
      expect(policy).toMatch(/object-src 'none'/);
      expect(policy).toMatch(/base-uri 'none'/);
      expect(policy).not.toContain('unsafe');
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}; includeSubDomains/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }

    const visit = browser();
    await visit.get(`http://127.0.0.1:${port}/api/sign-in?to=/cases`);
    expect((await visit.choose('editor')).url).toBe(address('/cases'));
    expect(await (await visit.get(address('/api/me'))).json()).toMatchObject({ person: 'editor' });

    const database = databaseOf(folder);
    expect(await portal.end('SIGINT')).toBe(0);
    expect(portal.printed()).toContain(`Everything is kept in ${folder}`);
    expect(identityOf(database)).toBeUndefined();
    expect(() => readFileSync(join(folder, 'local.json'))).toThrow(/ENOENT/);
    expect(() => token('editor')).toThrow(/not running/);
  });

  test('killed at any moment it loses nothing acknowledged and starts again', { timeout: LONG }, async () => {
    const acknowledged: string[] = [];
    let cookie = '';
    for (const [round, lifetime] of [300, 1500, undefined, 900, undefined].entries()) {
      const portal = start();
      if (lifetime !== undefined) {
        await wait(lifetime);
        await portal.end('SIGKILL');
        continue;
      }
      await portal.ready();
      const bearer = token('editor');
      const visit = browser();
      if (cookie === '') {
        await visit.get(address('/api/sign-in'));
        await visit.choose('editor');
        cookie = visit.cookie('anteil') ?? '';
      } else {
        visit.plant('anteil', cookie);
        expect(await (await visit.get(address('/api/me'))).json()).toMatchObject({ person: 'editor' });
      }
      for (const id of acknowledged) expect([id, await kept(id, bearer)]).toEqual([id, 200]);
      const dying = wait(700 + Math.random() * 600).then(() => portal.end('SIGKILL'));
      for (let number = 0; ; number += 1) {
        const id = `draft-${round}-${number}`;
        const answer = await draft(id, bearer).catch(() => undefined);
        if (answer === undefined) break;
        expect(answer.status).toBe(200);
        acknowledged.push(id);
      }
      await dying;
    }
    expect(acknowledged.length).toBeGreaterThan(2);
    const last = start();
    await last.ready();
    for (const id of acknowledged) expect([id, await kept(id, token('editor'))]).toEqual([id, 200]);
    expect(await last.end('SIGTERM')).toBe(0);
  });

  test(
    'Ctrl-C amid requests answers what was begun: nobody meets a database that is gone',
    { timeout: LONG },
    async () => {
      const portal = start();
      await portal.ready();
      const bearer = token('editor');
      const asked = Array.from({ length: 24 }, (_, number) =>
        draft(`draft-${number}`, bearer)
          .then(({ status }) => status)
          .catch(() => 'refused'),
      );
      await wait(40);
      expect(await portal.end('SIGINT')).toBe(0);
      const answers = await Promise.all(asked);
      expect(answers.filter((answer) => answer === 500)).toEqual([]);
      expect(answers).toContain(200);
      const again = start();
      await again.ready();
      for (const [number, answer] of answers.entries())
        if (answer === 200) expect([number, await kept(`draft-${number}`, bearer)]).toEqual([number, 200]);
    },
  );

  test('Ctrl-C while it starts leaves no database behind', { timeout: LONG }, async () => {
    const portal = start();
    while (databaseOf(folder) === 0) await wait(20);
    const database = databaseOf(folder);
    expect(await portal.end('SIGINT')).toBe(130);
    for (let waited = 0; waited < 5000 && identityOf(database) !== undefined; waited += 50) await wait(50);
    expect(identityOf(database)).toBeUndefined();
  });

  test('DEMO=off begins with nothing but the person who runs the portal', { timeout: LONG }, async () => {
    const portal = start({ DEMO: 'off' });
    await portal.ready();
    expect(portal.printed()).toContain('  admin ');
    expect(portal.printed()).not.toContain('  editor ');
    const page = await (await browser().get(address('/api/sign-in'))).text();
    expect(page).toContain('value="admin"');
    expect(page).not.toContain('value="editor"');
  });
});

describe('what npm start cannot do it says in one sentence', () => {
  const sentence = async (environment: Record<string, string>): Promise<string> => {
    const portal = start(environment);
    expect(await portal.end()).toBe(1);
    expect(portal.printed().trim().split('\n')).toHaveLength(1);
    return portal.printed();
  };

  test('a taken port', { timeout: LONG }, async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(port, '127.0.0.1', resolve));
    expect(await sentence({})).toMatch(`Port ${port} is taken by another program: stop that program, or choose`);
    other.close();
  });

  test('a folder that cannot be written', { timeout: LONG }, async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await sentence({ DATA_DIR: join(file, 'inside') })).toMatch(/cannot be written: give this user the right/);
  });

  test('a folder of a newer portal, which stays as it is', { timeout: LONG }, async () => {
    writeFileSync(join(folder, 'version.json'), '{"holds":99}');
    expect(await sentence({})).toMatch(/was written by a newer portal/);
    expect(readdirSync(folder)).toEqual(['version.json']);
  });

  test('missing Java', { timeout: LONG }, async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(await sentence({ PATH: empty })).toMatch(/needs a Java runtime 17 or newer: install one/);
  });

  test.each([
    [{ PORT: 'abc' }, /PORT is "abc", which is no port/],
    [{ PUBLIC_URL: 'http://portal.example' }, /PUBLIC_URL is "http:\/\/portal.example": set it to/],
  ])('settings that make no sense: %j', { timeout: LONG }, async (environment, words) => {
    expect(await sentence(environment)).toMatch(words);
  });

  test('a folder that another running portal uses', { timeout: LONG }, async () => {
    const first = start();
    await first.ready();
    expect(await sentence({ PORT: String(await freePort()) })).toMatch(/is in use by a running portal/);
    expect((await fetch(address('/api/health'))).status).toBe(200);
  });
});
