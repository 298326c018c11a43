import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { API } from 'typescript/unstable/sync';
import { afterAll, expect, test } from 'vitest';
import { outsideKeys } from './support/outside-keys.ts';

const HERE = process.cwd();
const OURS = /^(?:shared|functions|web|scripts)\/(?!.*\.(?:test|fixture)\.tsx?$)/;

const api = new API({ cwd: HERE });
afterAll(() => api.close());

/** Open texts that come from the code itself or from the machine: nobody outside chooses them. */
const FROM_INSIDE = [
  // The settings of the process, by names that stand in the code.
  'functions/deployed.ts: process.env[name]',
  // Writing makes an own member of every id, and `__proto__` is no id.
  'functions/kernel/journal.memory.ts: copy[name]',
  'functions/local/stream/stream.ts: progress[shard]',
  // Paths of the portal's own folder, written once each.
  'functions/local/backup.ts: hashes[path]',
  // Files that the build finds, and packages of the lock file.
  'web/i18n.ts: files[`../locales/${code}/${room}.json`]',
  'scripts/complete-lock.ts: lock.packages[path]',
];

test('no text from outside is a key of a plain object', () => {
  const projects = ['tsconfig.json', 'web/tsconfig.json'].map((path) => join(HERE, path));
  const found = outsideKeys(api, projects, (file) => OURS.test(relative(HERE, file)));
  const places = new Set(found.map(({ file, code }) => `${relative(HERE, file)}: ${code}`));
  expect([...places].filter((place) => !FROM_INSIDE.includes(place))).toEqual([]);
}, 120_000);

const plant = (lines: readonly string[]): readonly string[] => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anteil-keys-')));
  mkdirSync(join(folder, 'shared'));
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true }, "include": ["shared"] }');
  writeFileSync(join(folder, 'shared/planted.ts'), lines.join('\n'));
  const found = outsideKeys(api, [join(folder, 'tsconfig.json')], (file) => file.startsWith(folder));
  rmSync(folder, { recursive: true });
  return found.map(({ code }) => code);
};

test('planted ones are found, and what cannot come from outside is not', () => {
  expect(
    plant([
      "declare const id: string & { readonly kind: 'seat' };",
      'declare const seats: Readonly<Record<string, { label: string }>>;',
      'declare const counts: Record<string, number>;',
      "declare const known: 'a' | 'b';",
      'declare const table: { a: number; b: number };',
      'declare const body: any;',
      'export const one = seats[id];',
      'export const two = seats[id]?.label;',
      'counts[id] = (counts[id] ?? 0) + 1;',
      'export const three = body[body.name];',
      'export const four = counts[`x-${id}`];',
      "export const good = [table[known], [1][0], counts['fixed'], new Map([[id, 1]]).get(id)];",
    ]),
  ).toEqual(['seats[id]', 'seats[id]', 'counts[id]', 'counts[id]', 'body[body.name]', 'counts[`x-${id}`]']);
}, 60_000);
