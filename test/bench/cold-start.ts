import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildFunctions, bundleOptions } from '../../scripts/bundles.ts';

/** So many fresh processes each, taken in turns, so that a busy machine slows both. */
const ROUNDS = 15;

const APIS = {
  lambda: 'cold start: import and first request',
  boards: 'cold start of boards: import and first request',
  payments: 'cold start of payments: import and first request',
} as const;

/** The lower quartile: whatever else runs on the machine only ever adds time. */
const quartileOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 4)]!;

/** Milliseconds from before the import until the first answer, in a process of its own. */
const firstAnswer = (bundle: string): number => {
  const child = spawnSync(process.execPath, ['test/bench/first-answer.ts', resolve(bundle, 'index.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const milliseconds = Number(child.stdout.trim().split('\n').at(-1));
  if (child.status !== 0 || !(milliseconds > 0)) {
    throw new Error(`The bundle ${bundle} did not answer: ${(child.stderr || child.stdout).slice(-600)}`);
  }
  return milliseconds;
};

/** Import and first request of each bundled API function against a bare bundle made with the same options. */
export const coldStart = async (): Promise<{ name: string; ratio: number; limit: number }[]> => {
  mkdirSync('dist', { recursive: true });
  const folder = mkdtempSync(join('dist', 'bare-'));
  try {
    await build(bundleOptions('test/bench/bare.ts', folder));
    await buildFunctions(Object.keys(APIS) as (keyof typeof APIS)[]);
    const bundles = [folder, ...Object.keys(APIS).map((entry) => `dist/functions/${entry}`)];
    const times: number[][] = bundles.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [index, bundle] of bundles.entries()) times[index]!.push(firstAnswer(bundle));
    const [bare = 1, ...apis] = times.map(quartileOf);
    return Object.values(APIS).map((name, index) => ({ name, ratio: apis[index]! / bare, limit: 1.5 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) {
  for (const { name, ratio, limit } of await coldStart()) {
    console.log(`${name}: ${ratio.toFixed(2)} times the bare bundle (limit ${limit})`);
    if (ratio > limit) process.exitCode = 1;
  }
}
