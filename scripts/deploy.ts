import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { publishSite } from './publish-site.ts';

/**
 * `npm run deploy -- --parameters Domain=… …`: builds, synthesises, deploys, and copies the web into its bucket.
 * Needs an account and its credentials; everything before that is checked without.
 */
const OUTPUTS = 'cdk.out/outputs.json';

const run = (command: string, args: readonly string[]): void => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
};

run(process.execPath, ['scripts/build.ts']);
run(process.execPath, ['infra/app.ts']);
run('cdk', ['deploy', '--app', 'cdk.out', '--all', '--outputs-file', OUTPUTS, ...process.argv.slice(2)]);

const { Anteil: outputs = {} } = JSON.parse(readFileSync(OUTPUTS, 'utf8')) as { Anteil?: Record<string, string> };
const [, bucket] = Object.entries(outputs).find(([name]) => name.includes('PagesBucket')) ?? [];
if (bucket === undefined) throw new Error(`${OUTPUTS} names no bucket for the pages`);
await publishSite(bucket);
