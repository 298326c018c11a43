import { readFileSync, writeFileSync } from 'node:fs';
import { measuredUseCases, type UseCase } from '../test/support/use-cases.ts';

/** Writes the table of round trips and capacity in the kernel's README from a real run of every use case. */
const README = 'functions/kernel/README.md';
const BEGIN = '<!-- figures: written by `node scripts/kernel-figures.ts` -->';
const END = '<!-- /figures -->';

const HEADINGS: readonly [UseCase['kind'], string][] = [
  ['command', '**Commands**'],
  ['page', '**Pages**'],
  ['public page', '**Public pages**, without a session'],
  ['reaction', '**Reactions**'],
];

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const lineOf = ({ name, cost }: UseCase): string =>
  line([name, cost.reads, cost.transactions, cost.items, cost.readUnits, cost.writeUnits]);

/** The table as Markdown, one line a use case. */
export const figuresTable = (cases: readonly UseCase[]): string =>
  [
    line(['use case', 'reads in sequence', 'transactions', 'items', 'read units', 'write units']),
    line(['---', '--:', '--:', '--:', '--:', '--:']),
    ...HEADINGS.flatMap(([kind, heading]) => [
      line([heading, '', '', '', '', '']),
      ...cases.filter((one) => one.kind === kind).map(lineOf),
    ]),
  ].join('\n');

/** The table that stands in the README, or undefined where its markers are gone. */
export const writtenTable = (readme = readFileSync(README, 'utf8')): string | undefined => {
  const [, after] = readme.split(`${BEGIN}\n`);
  return after?.split(`\n${END}`)[0]?.trim();
};

if (import.meta.main) {
  const readme = readFileSync(README, 'utf8');
  const written = writtenTable(readme);
  if (written === undefined) throw new Error(`${README} has lost its markers`);
  writeFileSync(README, readme.replace(written, figuresTable(await measuredUseCases())));
}
