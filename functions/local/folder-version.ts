import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';

/** What this portal writes into its folder. It rises when an older portal could no longer read it, or read it wrongly. */
export const HOLDS = 1;

const FILE = 'version.json';

export const versionFileIn = (root: string): string => join(root, FILE);

export const versionText = (): string => `${JSON.stringify({ holds: HOLDS })}\n`;

const KEPT = 'Nothing was changed there.';

/** The database of folders from before the table had a secret key. */
const SHARED = 'shared-local-instance.db';

const databaseFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];

const versionIn = (root: string): number | undefined => {
  const file = versionFileIn(root);
  if (!existsSync(file)) return undefined;
  try {
    const { holds } = JSON.parse(readFileSync(file, 'utf8')) as { holds?: unknown };
    if (typeof holds === 'number') return holds;
  } catch {
    // Told below, as for a number that is none.
  }
  throw new CannotStart(
    `The file ${file} cannot be read, so nobody knows what ${root} holds: put it back from a backup, or choose another DATA_DIR. ${KEPT}`,
  );
};

/**
 * Looks whether this portal can read what lies in the folder, and writes nothing. A folder without a version is empty or was
 * made by a portal that wrote none.
 * @throws CannotStart with one sentence if it cannot
 */
export const mustBeReadable = (root: string, databaseKey: string | undefined): void => {
  const holds = versionIn(root);
  if (holds !== undefined && holds > HOLDS)
    throw new CannotStart(
      `The folder ${root} was written by a newer portal (version ${holds} of what it holds, this portal reads ${HOLDS}): start it with that portal, or choose another DATA_DIR. ${KEPT}`,
    );
  const files = databaseFiles(join(root, 'dynamodb'));
  const isOurs = files.some((name) => databaseKey !== undefined && name.startsWith(`${databaseKey}_`));
  if (isOurs) return;
  if (files.includes(SHARED))
    throw new CannotStart(
      `The folder ${root} was written by a portal that is too old (its table lies in ${SHARED}): start it with that portal, or choose another DATA_DIR. ${KEPT}`,
    );
  if (files.length > 0)
    throw new CannotStart(
      `The table in ${join(root, 'dynamodb')} belongs to another key than ${join(root, 'link-secret')}: put that file back from a backup, or choose another DATA_DIR. ${KEPT}`,
    );
  if (existsSync(join(root, 'files', 'ledger', 'log', 'checkpoint')))
    throw new CannotStart(
      `The folder ${root} holds a published ledger but not the table it was made from: put ${join(root, 'dynamodb')} back from a backup, or choose another DATA_DIR. ${KEPT}`,
    );
};
