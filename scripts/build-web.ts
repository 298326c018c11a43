import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const FOLDER = 'dist/web';

/** Builds the pages into `dist/web`. @throws if a source does not compile. */
export const buildWeb = async (): Promise<void> => {
  await build({ configFile: 'vite.config.ts', configLoader: 'native', logLevel: 'warn' });
};

/** The files of the build with their size as sent (brotli), largest first. */
export const webSizes = (folder = FOLDER): { file: string; bytes: number }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => ({ file, bytes: brotliCompressSync(readFileSync(join(folder, file))).length }))
    .sort((a, b) => b.bytes - a.bytes);

if (import.meta.main) {
  await buildWeb();
  for (const { file, bytes } of webSizes()) console.log(`${String(bytes).padStart(8)}  ${file}`);
}
