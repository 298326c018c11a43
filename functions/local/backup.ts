import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import canonicalize from 'canonicalize';
import type { Instant } from '../../shared/kernel/day.ts';
import type { Row } from '../kernel/journal.ts';
import { auditPortal, type Audit } from './audit.ts';
import { CannotStart } from './cannot-start.ts';
import { FLOOR_BYTES, freeBytes } from './disk.ts';
import { HOLDS } from './folder-version.ts';
import { mustBeStopped, stoppedPortal } from './stopped-portal.ts';

/** Beside the copy: what it must consist of. */
interface Manifest {
  readonly holds: number;
  readonly at: Instant;
  readonly rows: number;
  /** Over all rows that do not end by themselves. */
  readonly table: string;
  /** SHA-256 by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Done extends Audit {
  readonly files: number;
  readonly rows: number;
}

const MANIFEST = 'backup.json';
const COPY = 'data';

/** Belongs to a running portal or to one that was killed; a backup is of what is kept. */
const PASSING = /^(local\.json|\.writable|dynamodb\/process\..*|dynamodb\/scratch\/.*|.*\.(unfinished|new))$/;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** One hash for the table: equal where every row that does not end by itself is equal. */
export const hashOfTable = (rows: readonly Row[]): string =>
  sha256(
    rows
      .filter(({ ttl }) => ttl === undefined)
      .map((row) => canonicalize(row))
      .join('\n'),
  );

const filesBelow = async (root: string): Promise<string[]> => {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !PASSING.test(path))
    .sort();
};

const isFree = async (folder: string): Promise<boolean> =>
  !existsSync(folder) || ((await stat(folder)).isDirectory() && (await readdir(folder)).length === 0);

const mustBeFree = async (folder: string, what: string): Promise<void> => {
  if (await isFree(folder)) return;
  throw new CannotStart(
    `${folder} is not empty, and ${what} overwrites nothing: name a folder that does not exist yet. Nothing was changed.`,
  );
};

const mustFit = async (paths: readonly string[], from: string, to: string): Promise<void> => {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(from, path))).size));
  const needed = sizes.reduce((sum, size) => sum + size, FLOOR_BYTES);
  const free = await freeBytes(to);
  if (free < needed)
    throw new CannotStart(
      `${Math.ceil(needed / 1e6)} MB are needed in ${to}, ${Math.floor(free / 1e6)} are free: make room or name another folder. Nothing was changed.`,
    );
};

const keep = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
};

/** Copies the files and looks at each copy; whole or not at all, under the final name only when everything is there. */
const copyAll = async (paths: readonly string[], from: string, to: string): Promise<Record<string, string>> => {
  const hashes: Record<string, string> = {};
  for (const path of paths) {
    const [source, target] = [join(from, path), join(to, path)];
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(source, target);
    await keep(target);
    hashes[path] = sha256(await readFile(target));
  }
  return hashes;
};

const writeManifest = async (folder: string, manifest: Manifest): Promise<void> => {
  const handle = await open(join(folder, MANIFEST), 'w', 0o600);
  await handle.writeFile(`${JSON.stringify(manifest, undefined, 1)}\n`);
  await handle.sync();
  await handle.close();
};

/** Fills the folder under a name of its own first. @throws what `fill` throws; then nothing is left */
const wholly = async (folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> => {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await fill(unfinished);
    if (existsSync(folder)) await rm(folder, { recursive: true });
    await rename(unfinished, folder);
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true });
    throw cause;
  }
};

const auditOf = async (
  folder: string,
  at: Instant,
): Promise<Audit & { readonly table: string; readonly count: number }> => {
  await using portal = await stoppedPortal(folder);
  const rows = await portal.rows();
  return { ...(await auditPortal(rows, portal.files, at)), table: hashOfTable(rows), count: rows.length };
};

/**
 * The whole portal out: table, files, ledger with its log, keys, mails. The portal must not run. It is audited before it is
 * copied, and copied also where something is wrong.
 * @throws CannotStart with one sentence; then nothing was changed
 */
export const backUp = async (data: string, target: string, at: Instant): Promise<Done> => {
  const folder = resolve(target);
  const { root } = mustBeStopped(data);
  if (`${folder}/`.startsWith(`${root}/`))
    throw new CannotStart(`${folder} lies in the folder that is backed up: name one elsewhere. Nothing was changed.`);
  await mustBeFree(folder, 'a backup');
  await mkdir(dirname(folder), { recursive: true });
  await mustFit(await filesBelow(root), root, dirname(folder));
  const { table, count, held, wrong } = await auditOf(root, at);
  const paths = await filesBelow(root);
  await wholly(folder, async (unfinished) => {
    const files = await copyAll(paths, root, join(unfinished, COPY));
    mustBeStopped(data);
    await writeManifest(unfinished, { holds: HOLDS, at, rows: count, table, files });
  });
  return { files: paths.length, rows: count, held, wrong };
};

const manifestIn = async (folder: string): Promise<Manifest> => {
  try {
    return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest;
  } catch (cause) {
    throw new CannotStart(`${folder} holds no backup (there is no readable ${MANIFEST} in it). Nothing was changed.`, {
      cause,
    });
  }
};

const mustBeUnharmed = async (copy: string, manifest: Manifest): Promise<void> => {
  if (manifest.holds > HOLDS)
    throw new CannotStart(
      `The backup was made by a newer portal (version ${manifest.holds} of what it holds, this portal reads ${HOLDS}): restore it with that one. Nothing was changed.`,
    );
  for (const [path, hash] of Object.entries(manifest.files)) {
    const bytes = await readFile(join(copy, path)).catch(() => undefined);
    if (bytes === undefined || sha256(bytes) !== hash)
      throw new CannotStart(
        `The backup is damaged: ${path} is ${bytes === undefined ? 'missing' : 'not as it was'}. Use another backup. Nothing was changed.`,
      );
  }
};

/**
 * The whole portal in, into a folder that is empty or not there, and an audit of what then stands in it.
 * @throws CannotStart with one sentence; then nothing was changed
 */
export const restore = async (source: string, data: string, at: Instant): Promise<Done> => {
  const [from, root] = [resolve(source), resolve(data)];
  const manifest = await manifestIn(from);
  await mustBeFree(root, 'a restore');
  await mustBeUnharmed(join(from, COPY), manifest);
  const paths = Object.keys(manifest.files);
  await mkdir(dirname(root), { recursive: true });
  await mustFit(paths, join(from, COPY), dirname(root));
  await wholly(root, async (unfinished) => void (await copyAll(paths, join(from, COPY), unfinished)));
  const { table, count, held, wrong } = await auditOf(root, at);
  const isEqual = table === manifest.table;
  return {
    files: paths.length,
    rows: count,
    held: [...held, ...(isEqual ? [`table: equal to the one of ${manifest.at}`] : [])],
    wrong: [...wrong, ...(isEqual ? [] : [`table: not the one of ${manifest.at}`])],
  };
};
