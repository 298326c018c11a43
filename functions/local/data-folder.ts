import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { mustBeReadable, versionFileIn, versionText } from './folder-version.ts';
import { writeWhole } from './whole-file.ts';

/** Where everything of a local city lies; nothing is written anywhere else. */
export interface DataFolder {
  readonly root: string;
  readonly database: string;
  readonly identity: string;
  readonly mail: string;
  readonly files: string;
  readonly ledgerKey: string;
  readonly streamCheckpoint: string;
  /** Under which the database keeps the table; who does not know it finds none. */
  readonly databaseKey: string;
  /** Signs links to files; stays over restarts. */
  readonly linkSecret: Uint8Array;
}

const secretIn = (file: string): Uint8Array => {
  try {
    return Buffer.from(readFileSync(file, 'utf8'), 'base64url');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    writeWhole(file, randomBytes(32).toString('base64url'));
    return secretIn(file);
  }
};

const databaseKeyOf = (linkSecret: Uint8Array): string =>
  createHash('sha256').update('database').update(linkSecret).digest('hex').slice(0, 40);

const secretFile = (root: string): string => join(root, 'link-secret');

/** Where everything lies in a folder that a portal has used; nothing is written. */
const placesIn = (root: string, linkSecret: Uint8Array): DataFolder => ({
  root,
  database: join(root, 'dynamodb'),
  identity: join(root, 'identity'),
  mail: join(root, 'mail'),
  files: join(root, 'files'),
  ledgerKey: join(root, 'ledger-key'),
  streamCheckpoint: join(root, 'stream.json'),
  databaseKey: databaseKeyOf(linkSecret),
  linkSecret,
});

/** Folder by folder: made recursively, Node tries for ever where the parent takes none, such as below /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
};

/**
 * The folder as a portal left it; undefined where none has ever run on it.
 * @throws CannotStart if this portal cannot read it
 */
export const usedDataFolder = (folder: string): DataFolder | undefined => {
  const root = resolve(folder);
  const isUsed = existsSync(secretFile(root));
  const linkSecret = isUsed ? secretIn(secretFile(root)) : undefined;
  mustBeReadable(root, linkSecret && databaseKeyOf(linkSecret));
  return linkSecret && placesIn(root, linkSecret);
};

/** @throws CannotStart if the folder cannot be written, or holds what this portal cannot read; then nothing is changed */
export const openDataFolder = (folder: string): DataFolder => {
  const root = resolve(folder);
  usedDataFolder(root);
  const probe = join(root, '.writable');
  try {
    makeFolder(root);
    writeWhole(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new CannotStart(
      `The folder ${root} cannot be written: give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  writeWhole(versionFileIn(root), versionText());
  return placesIn(root, secretIn(secretFile(root)));
};
