import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { filesContract } from './files.contract.ts';
import { checkLink, folderFiles } from './files.folder.ts';
import { memoryFiles } from './files.memory.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'anteil-files-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

const NOW = '2026-11-22T20:00:00.000Z' as Instant;
const LATER = '2026-11-22T20:01:00.000Z' as Instant;
const SECRET = new Uint8Array(32).fill(1);
const fresh = async () =>
  folderFiles({
    folder: mkdtempSync(join(ROOT, 'f-')),
    publicUrl: 'http://localhost:3000',
    secret: SECRET,
    clock: { now: () => NOW },
  });

filesContract('memory', async () => memoryFiles());
filesContract('a folder', fresh);

describe('files in a folder', () => {
  test.each(['../x', '/etc/passwd', 'a/../../x', 'a//b', '', '.', 'a/.hidden', 'a\\b', 'a\u0000', 'a/b ü'])(
    'a path never leaves the folder: %j',
    async (path) => {
      const files = await fresh();
      await expect((async () => files.get(path))()).rejects.toThrow(RangeError);
      await expect((async () => files.put(path, new Uint8Array(), { type: '' }))()).rejects.toThrow(RangeError);
    },
  );

  test('nothing unfinished stays behind', async () => {
    const folder = mkdtempSync(join(ROOT, 'u-'));
    const files = folderFiles({ folder, publicUrl: '', secret: SECRET, clock: { now: () => NOW } });
    await Promise.all(Array.from({ length: 20 }, (_, i) => files.put('one', Uint8Array.of(i), { type: '' })));
    expect(readdirSync(folder)).toEqual(['one']);
  });

  test('a link holds for its file, its name and its time, and cannot be forged', async () => {
    const link = new URL(await (await fresh()).link('notices/a', { name: 'Bescheid ä.pdf', seconds: 60 }));
    expect(link.pathname).toBe('/files/notices/a');
    const query = link.searchParams;
    const given = {
      path: 'notices/a',
      name: query.get('name')!,
      until: query.get('until')!,
      sig: query.get('sig')!,
    };
    expect(given.name).toBe('Bescheid ä.pdf');
    expect(checkLink(SECRET, given, NOW)).toBe(true);
    expect(checkLink(SECRET, given, LATER)).toBe(false);
    expect(checkLink(SECRET, { ...given, path: 'notices/b' }, NOW)).toBe(false);
    expect(checkLink(SECRET, { ...given, name: 'x.html' }, NOW)).toBe(false);
    expect(checkLink(SECRET, { ...given, until: '9999999999' }, NOW)).toBe(false);
    expect(checkLink(SECRET, { ...given, sig: '' }, NOW)).toBe(false);
    expect(checkLink(new Uint8Array(32), given, NOW)).toBe(false);
  });
});
