import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const start = (parts: readonly string[], env: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...parts], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

const readReport = (path: string): Report | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
};

/** A file that could not even be loaded has no tests, but it failed. */
const brokenFiles = (report: Report): number =>
  report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;

export interface Tests {
  readonly parts: readonly string[];
  /** Where vitest leaves its figures. */
  readonly report: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs vitest, ends with the line `N passed, N failed` and sets the exit code after it. */
export const runTests = async ({ parts, report: path, env = {} }: Tests): Promise<void> => {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const code = await start([...parts, '--reporter=json', `--outputFile.json=${path}`], env);
  const report = readReport(path);
  const passed = report?.numPassedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const counted = report === undefined ? 0 : report.numFailedTests + brokenFiles(report);
  // An error outside of any test fails the run as well.
  const failed = counted === 0 && code !== 0 ? 1 : counted;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 ? 0 : 1;
};
