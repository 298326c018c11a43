import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory of so many megabytes; undefined where this user may not mount one. */
export const smallDisk = (megabytes: number): { readonly folder: string; remove(): void } | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'anteil-disk-'));
  const isLinux = process.platform === 'linux';
  try {
    if (!isLinux) throw new Error('no tmpfs here');
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
};
