import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the pages are built from. */
const SOURCES = ['web', 'shared', 'locales', 'scripts/build-web.ts', 'vite.config.ts', 'package-lock.json'];

const filesUnder = (place: string): string[] =>
  statSync(place).isFile()
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' })
        .map((name) => join(place, name))
        .filter((path) => statSync(path).isFile());

/** Changes with every source that is added, removed or edited. */
const fingerprint = (root: string): string => {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesUnder(join(root, source))).toSorted())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
};

const noted = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** The folder of the built pages; they are built first if a source changed since, or if building was cut off. */
export const builtWeb = async (): Promise<string> => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = join(root, 'dist', 'web');
  const note = join(root, 'dist', 'web.built-from');
  const sources = fingerprint(root);
  if (noted(note) === sources && existsSync(join(folder, 'index.html'))) return folder;
  console.log('Building the pages (only when something changed) …');
  rmSync(note, { force: true });
  const { buildWeb } = await import('./build-web.ts');
  await buildWeb();
  writeFileSync(note, sources);
  return folder;
};
