import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { renderNotice } from '../../functions/notices/pdf/render.ts';
import { buildFunctions, BUNDLES } from '../../scripts/bundles.ts';
import { SAMPLE_REFUSAL } from '../../shared/notices/sample-decisions.ts';
import { inKilobytes, type Figure } from './figure.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** All files of the API's function, those too that are loaded when first used. */
export const apiSizes = async (): Promise<Figure[]> => {
  await buildFunctions(['lambda']);
  const folder = join(BUNDLES, 'lambda');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?js(on)?$/.test(name))
    .map((name) => readFileSync(join(folder, name)));
  return [
    inKilobytes("the API's files, minified", sum(files.map((file) => file.length)), 700),
    inKilobytes("the API's files, gzipped", sum(files.map((file) => gzipSync(file).length)), 200),
  ];
};

export const noticeSize = async (): Promise<Figure> =>
  inKilobytes('a notice of two pages', (await renderNotice(SAMPLE_REFUSAL)).pdf.length, 80);
