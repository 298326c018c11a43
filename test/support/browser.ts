import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import packed from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const SCREENS = 'test/.artifacts/screens';

/** The package unpacks its browser into the temporary folder and takes whatever lies there, even of another version. */
const forgetOtherVersion = (): void => {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(
    readFileSync(join(main.slice(0, main.lastIndexOf('@sparticuz')), '@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const mark = join(tmpdir(), 'chromium.version');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return;
  rmSync(join(tmpdir(), 'chromium'), { force: true });
  writeFileSync(mark, version);
};

/** Not the package's own flags: they run everything in one process, which ends with the first closed profile. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** A headless browser that needs nothing installed. Close it in `afterAll`. */
export const launch = async (): Promise<Browser> => {
  forgetOtherVersion();
  packed.setGraphicsMode = false;
  return chromium.launch({ executablePath: await packed.executablePath(), args: FLAGS, headless: true });
};

export interface Device {
  readonly language: 'de' | 'en' | 'ar';
  readonly width: 360 | 1280;
  readonly theme?: 'light' | 'dark';
}

/** A fresh profile, as of a person with this device. */
export const personWith = (browser: Browser, device: Device, baseURL: string): Promise<BrowserContext> =>
  browser.newContext({
    baseURL,
    locale: device.language,
    colorScheme: device.theme ?? 'light',
    viewport: { width: device.width, height: device.width === 360 ? 740 : 900 },
    hasTouch: device.width === 360,
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });

/** Keeps what the page looks like, named by journey, step, language and width (contract, "A test run leaves …"). */
export const screen = async (page: Page, journey: string, step: string): Promise<void> => {
  mkdirSync(SCREENS, { recursive: true });
  const language = await page.evaluate<string>('document.documentElement.lang');
  const dark = (await page.evaluate('document.documentElement.dataset.kernTheme')) === 'dark' ? '-dark' : '';
  const width = page.viewportSize()?.width ?? 0;
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: join(SCREENS, `${journey}-${step}-${language}-${width}${dark}.png`), fullPage: true });
};

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page, and whether it is wider than the screen; both must be nothing. One line a finding. */
export const barriersOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary?.slice(0, 300) ?? ''}`),
  );
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return overflow > 0 ? [...found, `the page is ${overflow} px wider than the screen`] : found;
};
