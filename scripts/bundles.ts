import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { dietOf } from './bundle-diet.ts';

/** What AWS starts: `functions/<name>.ts` becomes `dist/functions/<name>/index.mjs` (infra names the same folders). */
export const ENTRIES = ['lambda', 'boards', 'payments', 'notices', 'reactions', 'sequencer', 'scheduled'] as const;
export type Entry = (typeof ENTRIES)[number];

export const BUNDLES = 'dist/functions';

/** Source maps stay out of the deployed zip: they would be loaded and paid for at every cold start. */
const MAPS = 'dist/maps';

/**
 * Packages that are copied beside the bundle instead of into it: a native binary and the fonts that it reads.
 * Only entries that set documents carry them.
 */
const BESIDE: Partial<Record<Entry, readonly string[]>> = {
  notices: [
    '@myriaddreamin/typst-ts-node-compiler',
    '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
    '@expo-google-fonts/noto-sans',
    '@expo-google-fonts/noto-sans-arabic',
    '@expo-google-fonts/vazirmatn',
  ],
};

/** Files that an entry reads at run time from its own folder. */
const FILES: Partial<Record<Entry, readonly string[]>> = {
  notices: ['parts', 'letter', 'sheet'].map((name) => `functions/notices/pdf/${name}.typ`),
};

/**
 * How every bundle is made, also the bare one that the cold start is measured against.
 * `mainFields` takes the ESM builds of the SDK (CommonJS costs a third more at start);
 * splitting lets a room be loaded when it is first used.
 */
export const bundleOptions = (entry: string, outdir: string): BuildOptions => ({
  entryPoints: { index: entry },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  minify: true,
  charset: 'utf8',
  plugins: [dietOf(entry)],
  sourcemap: 'external',
  legalComments: 'none',
  logLevel: 'warning',
  // CommonJS packages inside an ESM bundle ask for `require`.
  banner: {
    js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
  },
});

const moveMaps = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter((name) => name.endsWith('.map'));
  await Promise.all(names.map((name) => rename(join(from, name), join(to, name))));
};

/** The folder of an installed package, or undefined where it is not installed (another platform's binary). */
const folderOf = (name: string): string | undefined => {
  const folder = join('node_modules', name);
  if (existsSync(folder)) return folder;
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
};

/** Copies a package as it is needed at run time: no documentation, no type declarations. */
const copyBeside = async (name: string, outdir: string): Promise<void> => {
  const folder = folderOf(name);
  if (folder === undefined) return;
  await cp(folder, join(outdir, 'node_modules', name), {
    recursive: true,
    dereference: true,
    filter: (path) => !/\.(md|d\.ts|map)$/.test(path),
  });
};

const buildEntry = async (entry: Entry): Promise<void> => {
  const outdir = join(BUNDLES, entry);
  await rm(outdir, { recursive: true, force: true });
  const beside = BESIDE[entry] ?? [];
  await build({ ...bundleOptions(`functions/${entry}.ts`, outdir), external: [...beside] });
  await moveMaps(outdir, join(MAPS, entry));
  for (const name of beside) await copyBeside(name, outdir);
  for (const file of FILES[entry] ?? []) await cp(file, join(outdir, basename(file)));
};

/** Builds the entry points that exist and answers with their names. */
export const buildFunctions = async (wanted: readonly Entry[] = ENTRIES): Promise<Entry[]> => {
  const present = wanted.filter((entry) => existsSync(`functions/${entry}.ts`));
  await Promise.all(present.map(buildEntry));
  return present;
};
