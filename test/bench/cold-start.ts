import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildFunctions, bundleOptions } from '../../scripts/bundles.ts';

/** So many fresh processes each, taken in turns, so that a busy machine slows both. */
const ROUNDS = 15;

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

/** Import and first request of the bundled API against a bare bundle made with the same options. */
export const coldStart = async (): Promise<{ name: string; ratio: number; limit: number }[]> => {
  mkdirSync('dist', { recursive: true });
  const folder = mkdtempSync(join('dist', 'bare-'));
  try {
    await build(bundleOptions('test/bench/bare.ts', folder));
    if (!(await buildFunctions(['lambda'])).includes('lambda')) return [];
    const bare: number[] = [];
    const api: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(firstAnswer(folder));
      api.push(firstAnswer('dist/functions/lambda'));
    }
    return [{ name: 'cold start: import and first request', ratio: quartileOf(api) / quartileOf(bare), limit: 1.5 }];
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
