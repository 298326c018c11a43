import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import type { Journal } from '../../functions/kernel/journal.ts';
import { roomIn } from '../../functions/local/disk.ts';
import { startDynamoDb } from '../../functions/local/dynamodb.ts';
import { keptJournal } from '../../functions/local/kept-journal.ts';
import { freePort } from '../../functions/local/ports.ts';
import { createTable, localClient } from '../../functions/local/table.ts';
import { builtWeb } from '../../scripts/built-web.ts';
import { startPortal } from '../support/portal-process.ts';

const FULL = process.env['FAULTS'] === 'full';
const ROUNDS = FULL ? 16 : 2;
const AT = instant('2026-11-28T10:00:00Z');
const ANY_TEXT = 'x'.repeat(400);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anteil-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async () => {
  const database = await startDynamoDb({ folder });
  const client = localClient(database.endpoint);
  await createTable(client, 'kept');
  const journal = keptJournal(dynamoJournal({ client, table: 'kept' }), roomIn(folder));
  return {
    journal,
    kill: () => process.kill(database.pid, 'SIGKILL'),
    close: async () => {
      client.destroy();
      await database.stop();
    },
  };
};

const ANY_FACT = { type: 'any.done', text: ANY_TEXT };

const commit = (journal: Journal, pk: string, seq: number) =>
  journal.commit({
    at: AT,
    by: 'system',
    facts: [{ pk, after: seq, facts: [ANY_FACT] }],
    answered: { key: { pk: `key#${pk}`, sk: String(seq) }, body: 'b', answer: seq },
    tasks: [{ id: `${pk}-${seq}`, kind: 'any' }],
  });

/** Several people commit at once until one of them, at the instant of an answer, finds the database killed. */
const killedUnderLoad = async (round: number, people: number): Promise<Map<string, number>> => {
  const acknowledged = new Map<string, number>();
  const { journal, kill, close } = await open();
  const last = 3 + (round % 5);
  let isOver = false;
  const person = async (number: number): Promise<void> => {
    const pk = `case#${round}-${number}`;
    for (let seq = 0; !isOver; seq += 1) {
      try {
        if ((await commit(journal, pk, seq)).is !== 'committed') return;
      } catch {
        return;
      }
      acknowledged.set(pk, seq + 1);
      if (number === 0 && seq === last) {
        isOver = true;
        kill();
      }
    }
  };
  await Promise.all(Array.from({ length: people }, (_, number) => person(number)));
  await close();
  return acknowledged;
};

test(
  `the database is killed ${ROUNDS} times in the instant of an answer: nothing acknowledged is lost, nothing is half there`,
  {
    timeout: 1_200_000,
  },
  async () => {
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [pk, count] of await killedUnderLoad(round, round % 2 === 0 ? 1 : 6)) acknowledged.set(pk, count);
    const { journal, close } = await open();
    const lost: string[] = [];
    for (const [pk, count] of acknowledged) {
      const [facts = [], keys = []] = await journal.read([
        { pk, prefix: 'fact#' },
        { pk: `key#${pk}`, prefix: '' },
      ]);
      if (facts.length < count) lost.push(pk);
      expect([pk, keys.length]).toEqual([pk, facts.length]);
    }
    await close();
    const total = [...acknowledged.values()].reduce((sum, count) => sum + count, 0);
    console.log(`killed database: ${ROUNDS} kills, ${total} acknowledged, ${lost.length} lost`);
    expect(lost).toEqual([]);
  },
);

const PORTAL_ROUNDS = FULL ? 6 : 1;

test(
  `the database of a running portal is killed right after an answer, ${PORTAL_ROUNDS} times: the draft is there again`,
  {
    timeout: 1_200_000,
  },
  async () => {
    await builtWeb();
    const port = await freePort();
    const environment = { PORT: String(port), DATA_DIR: folder };
    const address = (id: string): string => `http://localhost:${port}/api/funding/applications/${id}`;
    const token = (): string =>
      execFileSync(process.execPath, ['scripts/token.ts', 'editor'], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], DATA_DIR: folder },
      }).trim();
    const body = JSON.stringify({ call: 'struktur-2027', organisation: 'org-brueckenhaus' });
    let before: string | undefined;
    for (let round = 0; round <= PORTAL_ROUNDS; round += 1) {
      const portal = startPortal(environment);
      await portal.ready();
      const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' };
      if (before !== undefined)
        expect([before, (await fetch(address(before), { headers })).status]).toEqual([before, 200]);
      const lock = readFileSync(join(folder, 'dynamodb', 'process.json'), 'utf8');
      const { pid } = (JSON.parse(lock) as { database: { pid: number } }).database;
      before = `draft-${round}`;
      const { status } = await fetch(address(before), { method: 'PUT', headers, body });
      process.kill(pid, 'SIGKILL');
      expect([status, await portal.end()]).toEqual([200, 1]);
      expect(portal.printed()).toContain('start the portal again, everything acknowledged is kept.');
    }
  },
);
