import { spawn } from 'node:child_process';

/** What every commit passes. The quick tools run together, since none waits for another. */
const STEPS: readonly [name: string, command: string, ...args: string[]][] = [
  ['format', 'oxfmt', '--check', '.'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['types', 'tsc', '-p', '.'],
  ['types of the web', 'tsc', '-p', 'web'],
  ['unused code', 'knip', '--no-progress'],
  ['rules, architecture, locales', 'vitest', 'run', '--project', 'rules', '--reporter', 'minimal'],
];

const run = ([name, command, ...args]: (typeof STEPS)[number]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });

const results = await Promise.all(STEPS.map(run));
process.exitCode = results.every(Boolean) ? 0 : 1;
