import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import { FLOOR_BYTES, freeBytes, roomIn, type Room } from '../../functions/local/disk.ts';
import { startDynamoDb } from '../../functions/local/dynamodb.ts';
import { keptJournal } from '../../functions/local/kept-journal.ts';
import { freePort } from '../../functions/local/ports.ts';
import { createTable, localClient } from '../../functions/local/table.ts';
import { builtWeb } from '../../scripts/built-web.ts';
import { startPortal } from '../support/portal-process.ts';
import { smallDisk } from '../support/small-disk.ts';

const FULL = process.env['FAULTS'] === 'full';
const COMMITS = FULL ? 120 : 20;
const LONG = 240_000;
const AT = instant('2026-11-28T10:00:00Z');
const ANY_FACT = { type: 'any.done', text: 'x'.repeat(2000) };
const NO_FLOOR: Room = { hasRoom: async () => true, mustHaveRoom: async () => undefined };

const disk = smallDisk(FLOOR_BYTES / 1024 / 1024 + 60);
if (disk === undefined) console.log('full disk: skipped, since this user may not mount a small disk');
afterAll(() => disk?.remove());

const folder = join(disk?.folder ?? '', 'data');
const filler = join(disk?.folder ?? '', 'filler');

/** Other programs fill the disk until so many bytes are left. */
const leave = async (bytes: number): Promise<void> => {
  rmSync(filler, { force: true });
  writeFileSync(filler, Buffer.alloc((await freeBytes(disk?.folder ?? '')) - bytes));
};

const open = async (room: Room) => {
  const database = await startDynamoDb({ folder });
  const client = localClient(database.endpoint);
  await createTable(client, 'kept');
  const journal = keptJournal(dynamoJournal({ client, table: 'kept' }), room);
  const commit = (pk: string) =>
    journal
      .commit({ at: AT, by: 'system', facts: [{ pk, after: 0, facts: [ANY_FACT] }] })
      .then(({ is }) => is)
      .catch((error: Error) => ('refusal' in error ? String(error.refusal) : 'failed'));
  const isThere = async (pk: string) => (await journal.read([{ pk, prefix: '' }]))[0]?.length === 1;
  const close = async () => {
    client.destroy();
    await database.stop();
  };
  return { commit, isThere, close };
};

describe.skipIf(disk === undefined)('a disk that other programs fill', () => {
  test('what is acknowledged on it is there after a restart, even without a floor', { timeout: LONG }, async () => {
    const first = await open(NO_FLOOR);
    await leave(60_000);
    const answers = new Map<string, string>();
    for (let number = 0; number < COMMITS; number += 1) {
      answers.set(`case#${number}`, await first.commit(`case#${number}`));
    }
    await first.close();
    rmSync(filler);
    const second = await open(NO_FLOOR);
    const acknowledged = [...answers].filter(([, is]) => is === 'committed').map(([pk]) => pk);
    const lost: string[] = [];
    for (const pk of acknowledged) if (!(await second.isThere(pk))) lost.push(pk);
    await second.close();
    console.log(`full disk: ${COMMITS} steps, ${acknowledged.length} acknowledged, ${lost.length} lost`);
    expect(lost).toEqual([]);
    expect(acknowledged.length).toBeLessThan(COMMITS);
  });

  test(
    'below the floor every step is refused by name, and steps go on when there is room again',
    {
      timeout: LONG,
    },
    async () => {
      const { commit, isThere, close } = await open(roomIn(folder));
      expect(await commit('before')).toBe('committed');
      await leave(FLOOR_BYTES - 1_000_000);
      expect([await commit('full'), await isThere('full'), await isThere('before')]).toEqual([
        'storage-full',
        false,
        true,
      ]);
      rmSync(filler);
      expect([await commit('full'), await isThere('full')]).toEqual(['committed', true]);
      await close();
    },
  );

  test('npm start does not begin on it, and says in one sentence what to do', { timeout: LONG }, async () => {
    await builtWeb();
    await leave(FLOOR_BYTES - 1_000_000);
    const portal = startPortal({ PORT: String(await freePort()), DATA_DIR: join(disk?.folder ?? '', 'new') });
    expect(await portal.end()).toBe(1);
    expect(portal.printed().trim()).toMatch(
      /^Only \d+ MB are free where .* make room there, or set DATA_DIR to [^\n]*$/,
    );
  });
});
