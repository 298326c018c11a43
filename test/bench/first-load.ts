import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { builtWeb } from '../../scripts/built-web.ts';
import { launch, personWith, type Device } from '../support/browser.ts';
import { serveSite } from '../support/site.ts';
import { inKilobytes, type Figure } from './figure.ts';

/** As the portal itself compresses; a CDN does not do much better while it answers. */
const sentSize = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;

/** Scripts (with texts among them) and styles that a new visitor's browser fetches for the page. */
const loadedBy = async (browser: Browser, url: string, language: Device['language']): Promise<number> => {
  const context = await personWith(browser, { language, width: 360 }, url);
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (/\.(js|css|json)$/.test(new URL(response.url()).pathname)) sizes.push(response.body().then(sentSize));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0);
  await context.close();
  return bytes;
};

/** The first load of the public home page, in the language that takes most. */
export const firstLoad = async (): Promise<Figure> => {
  await builtWeb();
  const [browser, site] = await Promise.all([launch(), serveSite()]);
  try {
    const bytes: number[] = [];
    for (const language of ['de', 'en', 'ar'] as const) bytes.push(await loadedBy(browser, site.url, language));
    return inKilobytes('first load of the home page: script, style and texts, brotli', Math.max(...bytes), 75);
  } finally {
    await browser.close();
    await site.close();
  }
};
