import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { renderDocument } from '../../functions/notices/pdf/render.ts';
import { buildFunctions, BUNDLES } from '../../scripts/bundles.ts';
import { SAMPLE_REFUSAL } from '../../shared/notices/sample-decisions.ts';
import { inKilobytes, type Figure } from './figure.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** All files of each API function, those too that are loaded when first used. */
export const apiSizes = async (): Promise<Figure[]> => {
  await buildFunctions(['lambda', 'boards', 'payments']);
  return [
    ...sizesOf('lambda', "the API's files"),
    ...sizesOf('boards', "the boards API's files"),
    ...sizesOf('payments', "the payments API's files"),
  ];
};

const sizesOf = (entry: 'lambda' | 'boards' | 'payments', name: string): Figure[] => {
  const folder = join(BUNDLES, entry);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?js(on)?$/.test(file))
    .map((file) => readFileSync(join(folder, file)));
  return [
    inKilobytes(`${name}, minified`, sum(files.map((file) => file.length)), 700),
    inKilobytes(`${name}, gzipped`, sum(files.map((file) => gzipSync(file).length)), 200),
  ];
};

export const noticeSize = async (): Promise<Figure> =>
  inKilobytes(
    'a notice of two pages',
    (await renderDocument({ kind: 'decision', facts: SAMPLE_REFUSAL })).pdf.length,
    80,
  );
