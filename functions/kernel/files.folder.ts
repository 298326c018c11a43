import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { epochSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { Clock } from './clock.ts';
import type { Files } from './files.ts';

export interface FolderOptions {
  readonly folder: string;
  /** Address of the portal; links are `<publicUrl>/files/<path>?name=&until=&sig=`. */
  readonly publicUrl: string;
  /** Signs the links: at least 32 random bytes that stay the same over restarts. */
  readonly secret: Uint8Array;
  readonly clock: Clock;
}

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Whether the path stays below its folder and means the same on every system. */
export const isFilePath = (path: string): boolean =>
  path.length <= 512 && path.split('/').every((segment) => SEGMENT.test(segment));

/** @throws RangeError for a path that could leave the folder. */
const placeOf = (folder: string, path: string): string => {
  if (!isFilePath(path)) throw new RangeError(`Not a path of a file: ${path}`);
  return join(folder, ...path.split('/'));
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code));

/** What was being written when a process died ends so, and is never read. */
const UNFINISHED = '.unfinished';

const syncFolder = async (folder: string): Promise<void> => {
  // Windows cannot open folders; there the rename alone has to do.
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

const writeWhole = async (place: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(place), { recursive: true });
  const unfinished = `${place}.${randomUUID()}${UNFINISHED}`;
  const handle = await open(unfinished, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, place);
  await syncFolder(dirname(place));
};

const readWhole = async (place: string): Promise<Uint8Array | undefined> => {
  try {
    return new Uint8Array(await readFile(place));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const listUnder = async (folder: string, prefix: string): Promise<string[]> => {
  const under = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
  const start = under === '' ? folder : placeOf(folder, under);
  const found = await readdir(start, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return found
    .filter((entry) => entry.isFile() && !entry.name.endsWith(UNFINISHED))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path.startsWith(prefix))
    .sort();
};

interface Link {
  readonly path: string;
  readonly name: string;
  /** Seconds since 1970. */
  readonly until: string;
}

const signatureOf = (secret: Uint8Array, { path, name, until }: Link): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([path, name, until]))
    .digest('base64url');

/** Whether this is a link that `link` gave out and whose time is not over. */
export const checkLink = (secret: Uint8Array, link: Link & { readonly sig: string }, now: Instant): boolean => {
  const expected = Buffer.from(signatureOf(secret, link));
  const given = Buffer.from(link.sig);
  const signed = expected.length === given.length && timingSafeEqual(expected, given);
  return signed && isFilePath(link.path) && /^\d{1,12}$/.test(link.until) && epochSeconds(now) < Number(link.until);
};

/** Files in a folder of this machine. A file is there wholly or not at all, and stays through a crash. */
export const folderFiles = ({ folder, publicUrl, secret, clock }: FolderOptions): Files => ({
  put: (path, bytes) => writeWhole(placeOf(folder, path), bytes),
  get: (path) => readWhole(placeOf(folder, path)),
  remove: async (path) => rm(placeOf(folder, path), { force: true }),
  list: (prefix) => listUnder(folder, prefix),
  link: async (path, { name, seconds }) => {
    placeOf(folder, path);
    const until = String(epochSeconds(clock.now()) + seconds);
    const query = new URLSearchParams({ name, until, sig: signatureOf(secret, { path, name, until }) });
    return `${publicUrl}/files/${path}?${query.toString()}`;
  },
});
