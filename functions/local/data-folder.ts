import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart } from './cannot-start.ts';
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

/** @throws CannotStart if the folder cannot be written */
export const openDataFolder = (folder: string): DataFolder => {
  const root = resolve(folder);
  const probe = join(root, '.writable');
  try {
    mkdirSync(root, { recursive: true });
    writeWhole(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new CannotStart(
      `The folder ${root} cannot be written: give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  const linkSecret = secretIn(join(root, 'link-secret'));
  return {
    root,
    database: join(root, 'dynamodb'),
    identity: join(root, 'identity'),
    mail: join(root, 'mail'),
    files: join(root, 'files'),
    ledgerKey: join(root, 'ledger-key'),
    streamCheckpoint: join(root, 'stream.json'),
    databaseKey: createHash('sha256').update('database').update(linkSecret).digest('hex').slice(0, 40),
    linkSecret,
  };
};
