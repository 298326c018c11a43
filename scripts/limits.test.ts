import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARAMETERS } from '../shared/law/parameters.ts';
import { BE_2025_07 } from '../shared/law/rule-sets/be-2025-07.ts';
import { BE_PRE_2025 } from '../shared/law/rule-sets/be-pre-2025.ts';

const limits = readFileSync('docs/limits.md', 'utf8');

const unknownParameters = Object.entries(PARAMETERS)
  .filter(([, { versions }]) => versions.some(({ status }) => status === 'unknown'))
  .map(([key]) => key);

const unknownRules = [BE_2025_07, BE_PRE_2025].flatMap(({ rules }) =>
  Object.entries(rules)
    .filter(([, { status }]) => status === 'unknown')
    .map(([name]) => name),
);

test('docs/limits.md names every value of the law that nobody has confirmed', () => {
  const values = [...unknownParameters, ...unknownRules];
  expect(values.length).toBeGreaterThan(10);
  expect(values.filter((value) => !limits.includes(`\`${value}\``))).toEqual([]);
});

test('docs/limits.md names no value that was confirmed meanwhile', () => {
  const values = new Set([...unknownParameters, ...unknownRules]);
  const [, table = ''] = limits.split('## Values that nobody has confirmed');
  const named = [...(table.split('\n## ')[0] ?? '').matchAll(/`([a-z][A-Za-z]*(?:\.[A-Za-z]+)?)`/g)].map(
    ([, name]) => name,
  );
  expect(named.filter((name) => name !== 'unknown' && !values.has(name!))).toEqual([]);
});
