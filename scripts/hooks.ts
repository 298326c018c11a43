import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs the git hooks in a working copy; does nothing in an export or where development packages are left out. */
if (existsSync('.git') && existsSync('node_modules/lefthook')) {
  try {
    execFileSync('node_modules/.bin/lefthook', ['install'], { stdio: 'ignore' });
  } catch {
    console.warn('Git hooks were not installed; run "npm run check" by hand before each commit.');
  }
}
