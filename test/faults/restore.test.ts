import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { systemClock } from '../../functions/kernel/clock.ts';
import { folderFiles } from '../../functions/kernel/files.folder.ts';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import { ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { backUp, restore } from '../../functions/local/backup.ts';
import { openDataFolder } from '../../functions/local/data-folder.ts';
import { startDynamoDb } from '../../functions/local/dynamodb.ts';
import { rebuild } from '../../functions/local/rebuild.ts';
import { stoppedPortal } from '../../functions/local/stopped-portal.ts';
import { createTable, localClient, TABLE } from '../../functions/local/table.ts';
import { volunteersYear } from '../support/volunteers-year.ts';

const LONG = 400_000;
const AT = instant('2027-03-01T10:00:00Z');

let place = '';
let data = '';
let backup = '';

/** A folder as a portal leaves it after a year of volunteers. */
const lived = async (): Promise<void> => {
  const year = await volunteersYear();
  const folder = openDataFolder(data);
  const database = await startDynamoDb({ folder: folder.database });
  const client = localClient(database.endpoint, folder.databaseKey);
  await createTable(client, TABLE);
  const journal = dynamoJournal({ client, table: TABLE });
  const writes = year.rows.map((put) => ({ put }));
  for (let from = 0; from < writes.length; from += 90)
    await journal.commit({ at: AT, by: 'system', writes: writes.slice(from, from + 90) });
  const files = folderFiles({
    folder: folder.files,
    publicUrl: 'http://localhost',
    secret: folder.linkSecret,
    clock: systemClock,
  });
  for (const [path, bytes] of year.city.deps.files.all) await files.put(path, bytes, { type: 'any' });
  await sequence(ledgerDeps(journal, files));
  client.destroy();
  await database.stop();
};

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'anteil-restore-'));
  [data, backup] = [join(place, 'data'), join(place, 'backup')];
  await lived();
}, LONG);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const refusal = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (cause: Error) => (cause.name === 'CannotStart' ? cause.message : String(cause.stack)),
  );

describe('the restore drill', () => {
  test(
    'a whole portal goes out, is wiped, comes in, and equals what it was: balances, documents, lists, log',
    {
      timeout: LONG,
    },
    async () => {
      const out = await backUp(data, backup, AT);
      expect(out.wrong).toEqual([]);
      rmSync(data, { recursive: true });
      const begun = Date.now();
      const into = await restore(backup, data, AT);
      console.log(
        `restore drill: ${into.files} files, ${into.rows} rows, ${((Date.now() - begun) / 60_000).toFixed(2)} minutes`,
      );
      expect(into.wrong).toEqual([]);
      expect(into.held.join('\n')).toMatch(/log: [1-9]\d* entries and \d+ words verify\ntable: equal to the one of/);
      expect([into.files, into.rows]).toEqual([out.files, out.rows]);
      expect(Date.now() - begun).toBeLessThan(4 * 3_600_000);
    },
  );

  test('neither a backup nor a restore overwrites anything', { timeout: LONG }, async () => {
    const before = readFileSync(join(backup, 'backup.json'), 'utf8');
    expect(await refusal(backUp(data, backup, AT))).toMatch(/is not empty, and a backup overwrites nothing/);
    expect(await refusal(restore(backup, data, AT))).toMatch(/is not empty, and a restore overwrites nothing/);
    expect(readFileSync(join(backup, 'backup.json'), 'utf8')).toBe(before);
  });

  test(
    'a damaged backup is refused by the file that is not as it was, and nothing is left of the attempt',
    {
      timeout: LONG,
    },
    async () => {
      const damaged = join(place, 'damaged');
      cpSync(backup, damaged, { recursive: true });
      const notice = readdirSync(join(damaged, 'data', 'files', 'notices'))[0]!;
      writeFileSync(join(damaged, 'data', 'files', 'notices', notice), 'other bytes');
      const target = join(place, 'target');
      expect(await refusal(restore(damaged, target, AT))).toContain(
        `damaged: files/notices/${notice} is not as it was`,
      );
      expect([existsSync(target), existsSync(`${target}.unfinished`)]).toEqual([false, false]);
    },
  );

  test(
    'rebuilding says that nothing differed; with every list deleted it makes the same rows again',
    {
      timeout: LONG,
    },
    async () => {
      expect(await rebuild(data, AT)).toMatchObject({ differed: [], wrong: [] });
      const lists = /^(claims|claim-queue|sittings|payments|runs|notices)#/;
      let deleted = 0;
      {
        await using portal = await stoppedPortal(data);
        const rows = (await portal.rows()).filter(({ pk }) => lists.test(pk));
        deleted = rows.length;
        const writes = rows.map(({ pk, sk }) => ({ remove: { pk, sk } }));
        await portal.journal.commit({ at: AT, by: 'system', writes });
      }
      const { differed, wrong } = await rebuild(data, AT);
      expect([differed.length, wrong]).toEqual([deleted, []]);
      expect((await rebuild(data, AT)).differed).toEqual([]);
      const second = join(place, 'second');
      await backUp(data, second, AT);
      const tableOf = (folder: string) =>
        (JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')) as { table: string }).table;
      expect(tableOf(second)).toBe(tableOf(backup));
    },
  );

  test('while a portal has the folder each command says so and changes nothing', { timeout: LONG }, async () => {
    const running = {
      pid: process.pid,
      port: 1,
      publicUrl: '',
      dynamodb: '',
      databaseKey: '',
      table: '',
      ledgerOrigin: '',
    };
    writeFileSync(join(data, 'local.json'), JSON.stringify(running));
    expect(await refusal(backUp(data, join(place, 'third'), AT))).toMatch(
      /^The portal is running .* end it with Ctrl-C/,
    );
    expect(await refusal(rebuild(data, AT))).toMatch(/^The portal is running/);
    expect(existsSync(join(place, 'third'))).toBe(false);
    rmSync(join(data, 'local.json'));
    expect(await refusal(backUp(join(place, 'nowhere'), join(place, 'third'), AT))).toMatch(/^There is no portal in/);
  });
});
