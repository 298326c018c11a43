import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemOf, textProblemOf, type Import } from './support/import-rules.ts';

const FILES = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

const importsOf = (file: string, text: string): Import[] =>
  [...text.matchAll(IMPORT)].map(([, from, dynamic]) => {
    const target = from ?? dynamic ?? '';
    const isPackage = !target.startsWith('.');
    return {
      file,
      target: isPackage ? target : normalize(join(dirname(file), target.replace(/\?.*$/, ''))),
      isPackage,
    };
  });

const texts = new Map(FILES.map((file) => [file, readFileSync(file, 'utf8')]));
const imports = [...texts].flatMap(([file, text]) => importsOf(file, text));

describe('the house', () => {
  test('imports keep to the table', () => {
    expect(imports.map(problemOf).filter(Boolean)).toEqual([]);
  });

  test('the pure layer stays pure, the present comes from one clock, nothing is re-exported wholesale', () => {
    expect([...texts].map(([file, text]) => textProblemOf(file, text)).filter(Boolean)).toEqual([]);
  });

  test.each([
    ['shared/funding/rules.ts', "import { x } from '../ledger/entry.ts';"],
    ['shared/kernel/day.ts', "import { readFileSync } from 'node:fs';"],
    ['functions/funding/routes.ts', "import { x } from '../notices/routes.ts';"],
    ['functions/funding/routes.ts', "import { x } from '@aws-sdk/client-dynamodb';"],
    ['functions/ledger/publish.ts', "import Typst from '@myriaddreamin/typst-ts-node-compiler';"],
    ['web/funding/data.ts', "import type { Api } from '../../functions/api.ts';"],
    ['web/funding/data.ts', "import { Entry } from '../ledger/Entry.tsx';"],
    ['infra/api.ts', "import { x } from '../functions/api.ts';"],
    ['shared/compensation/rules.ts', "import { x } from '../funding/rules.ts';"],
  ])('a planted violation is found: %s %s', (file, text) => {
    expect(importsOf(file, text).map(problemOf).filter(Boolean)).toHaveLength(1);
  });

  test.each([
    ['shared/law/parameters.ts', 'const now = new Date();'],
    ['functions/funding/views.ts', 'const now = Date.now();'],
    ['web/ui/parts.ts', "export * from './Button.tsx';"],
  ])('a planted impurity is found: %s %s', (file, text) => {
    expect(textProblemOf(file, text)).toBeDefined();
  });

  test('files are named after what they hold: kebab-case, components in PascalCase', () => {
    const odd = FILES.filter((file) => /^(shared|functions|web|infra|test|scripts)\//.test(file)).filter((file) => {
      const name = file.split('/').at(-1)!;
      return name.endsWith('.tsx')
        ? !/^([A-Z][A-Za-z0-9]*|main|[a-z]+)\.tsx$/.test(name)
        : !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.ts$/.test(name);
    });
    expect(odd).toEqual([]);
  });
});
