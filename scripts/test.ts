import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.ts';

/** What `npm test` runs: builds what the tests drive, then every project of vitest.config.ts. */
const RESULT = join('.build', 'tests.json');

interface Outcome {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const runVitest = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const reporters = ['--reporter=minimal', '--reporter=json', `--outputFile.json=${RESULT}`];
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters], {
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

const readOutcome = (): Outcome | undefined => {
  try {
    return JSON.parse(readFileSync(RESULT, 'utf8')) as Outcome;
  } catch {
    return undefined;
  }
};

/** A file that could not even be loaded has no tests, but it failed. */
const brokenFiles = (outcome: Outcome): number =>
  outcome.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;

mkdirSync('.build', { recursive: true });
rmSync(RESULT, { force: true });
await buildAll();
const code = await runVitest();
const outcome = readOutcome();
const passed = outcome?.numPassedTests ?? 0;
const skipped = (outcome?.numPendingTests ?? 0) + (outcome?.numTodoTests ?? 0);
const counted = outcome === undefined ? 0 : outcome.numFailedTests + brokenFiles(outcome);
// An error outside of any test fails the run as well.
const failed = counted === 0 && code !== 0 ? 1 : counted;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
