import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { folderFiles } from './files.folder.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'anteil-whole-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const files = folderFiles({
  folder: FOLDER,
  publicUrl: 'http://localhost:3000',
  secret: new Uint8Array(32),
  clock: { now: () => '2026-11-22T20:00:00.000Z' as Instant },
});

/** What all open files of this process have in common. */
const handles = async (): Promise<FileHandle> => {
  const one = await open(FOLDER, 'r');
  await one.close();
  return Object.getPrototypeOf(one) as FileHandle;
};

test('whoever reads while a file is replaced sees the old or the new one, never a part', async () => {
  const [before, after] = [Buffer.alloc(4_000_000, 'a'), Buffer.alloc(4_000_000, 'b')];
  await files.put('some/notice', before, { type: '' });
  const replacing = { open: true };
  const replaced = files.put('some/notice', after, { type: '' }).finally(() => (replacing.open = false));
  const seen = new Set<string>();
  while (replacing.open) {
    const bytes = readFileSync(join(FOLDER, 'some', 'notice'));
    seen.add(bytes.equals(before) ? 'old' : bytes.equals(after) ? 'new' : `a part: ${bytes.length}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await replaced;
  expect([...seen].filter((one) => one.startsWith('a part'))).toEqual([]);
  expect(seen.size).toBeGreaterThan(0);
});

test('a file is called stored when the disk has it: its bytes first, then its name', async () => {
  const shared = await handles();
  const sync = vi.spyOn(shared, 'sync');
  await files.put('some/receipt', Buffer.from('any'), { type: '' });
  expect(sync).toHaveBeenCalledTimes(2);
});

test('a file that could not be flushed does not take the place of the one before', async () => {
  await files.put('some/letter', Buffer.from('before'), { type: '' });
  vi.spyOn(await handles(), 'sync').mockRejectedValue(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
  await expect(files.put('some/letter', Buffer.from('after'), { type: '' })).rejects.toThrow('no space');
  vi.restoreAllMocks();
  expect(Buffer.from((await files.get('some/letter'))!).toString()).toBe('before');
});
