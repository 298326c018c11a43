import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Deletes what a killed portal was writing: it was never read and never will be. Only while no portal writes there. */
export const removeUnfinished = async (folder: string): Promise<void> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found)
    if (entry.isFile() && /\.(unfinished|new)$/.test(entry.name))
      await rm(join(entry.parentPath, entry.name), { force: true });
};
