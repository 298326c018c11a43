import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clockComplaint } from './clock-check.ts';
import { openDataFolder, usedDataFolder } from './data-folder.ts';
import { removeUnfinished } from './unfinished.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'anteil-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const everything = (): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${statSync(path).mtimeMs} ${statSync(path).isFile() ? readFileSync(path, 'utf8') : ''}`)
    .sort();

/** A folder as a portal leaves it, with a table in it. */
const used = () => {
  const folder = openDataFolder(root);
  mkdirSync(folder.database);
  writeFileSync(join(folder.database, `${folder.databaseKey}_eu-central-1.db`), 'table');
  return folder;
};

const refusal = (): string => {
  const before = everything();
  let sentence = '';
  try {
    openDataFolder(root);
  } catch (cause) {
    expect((cause as Error).name).toBe('CannotStart');
    sentence = (cause as Error).message;
  }
  expect(everything()).toEqual(before);
  return sentence;
};

describe('a data folder', () => {
  test('carries the version of what it holds, and opens again with the same keys', () => {
    const first = used();
    expect(JSON.parse(readFileSync(join(root, 'version.json'), 'utf8'))).toEqual({ holds: 1 });
    expect(openDataFolder(root)).toEqual(first);
    expect(usedDataFolder(root)).toEqual(first);
  });

  test('of a portal that wrote no version opens, and carries one from then on', () => {
    const first = used();
    rmSync(join(root, 'version.json'));
    expect(openDataFolder(root)).toEqual(first);
    expect(readFileSync(join(root, 'version.json'), 'utf8')).toContain('1');
  });

  test('of a newer portal is refused by name, and nothing in it changes', () => {
    used();
    writeFileSync(join(root, 'version.json'), '{"holds":2}');
    expect(refusal()).toMatch(/written by a newer portal \(version 2 .* Nothing was changed there\.$/);
  });

  test('whose version cannot be read is refused', () => {
    used();
    writeFileSync(join(root, 'version.json'), '{"holds":');
    expect(refusal()).toMatch(/nobody knows what .* holds/);
  });

  test('from before the table had a key is refused by the name of its table', () => {
    mkdirSync(join(root, 'dynamodb'));
    writeFileSync(join(root, 'dynamodb', 'shared-local-instance.db'), 'table');
    expect(refusal()).toMatch(/too old \(its table lies in shared-local-instance\.db\)/);
  });

  test.each(['deleted', 'replaced'])('whose link secret was %s is refused, since its table would be hidden', (how) => {
    used();
    rmSync(join(root, 'link-secret'));
    if (how === 'replaced') writeFileSync(join(root, 'link-secret'), Buffer.alloc(32, 7).toString('base64url'));
    expect(refusal()).toMatch(/belongs to another key than .*link-secret: put that file back from a backup/);
  });

  test('with a published ledger but without its table is refused, since a new log would begin over the old one', () => {
    const { database, files } = used();
    mkdirSync(join(files, 'ledger', 'log'), { recursive: true });
    writeFileSync(join(files, 'ledger', 'log', 'checkpoint'), 'signed');
    openDataFolder(root);
    rmSync(database, { recursive: true });
    expect(refusal()).toMatch(/a published ledger but not the table it was made from/);
  });

  test('nobody used is not taken for one', () => {
    expect(usedDataFolder(join(root, 'nowhere'))).toBeUndefined();
    expect(readdirSync(root)).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('where nothing can be made is refused in one sentence', () => {
    expect(() => openDataFolder('/proc/nope/inside')).toThrow(/cannot be written: give this user the right/);
  });
});

test('what a killed portal was writing goes at the next start, and nothing else', async () => {
  mkdirSync(join(root, 'a'));
  for (const name of ['a/kept.pdf', 'a/kept.pdf.1.unfinished', 'kept.eml', 'kept.new'])
    writeFileSync(join(root, name), '');
  await removeUnfinished(root);
  expect(new Set(readdirSync(root, { recursive: true }).map(String))).toEqual(new Set(['a', 'a/kept.pdf', 'kept.eml']));
});

test('a clock that stands before the last work is complained of', () => {
  const file = join(root, 'stream.json');
  const noon = new Date('2026-11-28T12:00:00Z');
  expect(clockComplaint(file, noon)).toBeUndefined();
  writeFileSync(file, '');
  utimesSync(file, noon, noon);
  expect(clockComplaint(file, new Date('2026-11-28T11:59:30Z'))).toBeUndefined();
  expect(clockComplaint(file, new Date('2026-11-27T12:00:00Z'))).toMatch(
    /says 2026-11-27T12.* until 2026-11-28T12.*: set/,
  );
});
