import { renameSync, writeFileSync } from 'node:fs';

/** Replaces a file in one step: whoever reads, also after a crash, finds the old text or the new one. Readable by its owner only. */
export const writeWhole = (path: string, text: string): void => {
  const draft = `${path}.new`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, path);
};
