import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtWeb } from '../../scripts/built-web.ts';
import { barriersOf, launch, personWith, screen, type Device } from '../support/browser.ts';
import { serveSite } from '../support/site.ts';
import { say } from '../support/walk.ts';

const PHONE: Device = { language: 'de', width: 360 };

/** What each page asks the API when it is opened by its address, written down by hand. */
const FIRST_CALLS: readonly [page: string, calls: readonly string[]][] = [
  ['/', []],
  ['/imprint', []],
  ['/programmes/calls', ['/api/programmes/calls']],
  ['/programmes/calls/call-1', ['/api/programmes/calls/call-1']],
  ['/funding/cases', ['/api/funding/applications']],
  ['/funding/cases/a-1', ['/api/funding/applications/a-1']],
  ['/funding/cases/a-1/sections/plan', ['/api/funding/applications/a-1']],
  ['/funding/cases/a-1/check', ['/api/funding/applications/a-1']],
  ['/funding/cases/a-1/decide', ['/api/funding/applications/a-1']],
  ['/notices/n-1', ['/api/notices/n-1']],
  ['/bodies', ['/api/bodies']],
  ['/bodies/body-1', ['/api/bodies/body-1']],
  ['/bodies/body-1/sittings/s-1', ['/api/bodies/body-1/sittings/s-1']],
  ['/calendar', ['/api/bodies/calendar', '/api/bodies/mine']],
  ['/calendar/details', ['/api/bodies/mine']],
  ['/compensation', ['/api/compensation/claims']],
  ['/compensation/c-1', ['/api/compensation/claims/c-1']],
  ['/compensation/c-1/expenses/e-1', ['/api/compensation/claims/c-1']],
  ['/compensation/statements/2026', ['/api/compensation/statements/2026']],
  ['/account', ['/api/accounts/mine']],
  ['/payments/runs/r-1', ['/api/payments/runs/r-1']],
  ['/ledger', ['/api/public/entries?', '/api/public/report']],
  ['/ledger?q=verein', ['/api/public/entries?q=verein', '/api/public/report']],
  ['/ledger/entries/e-1', ['/api/public/entries/e-1']],
  ['/ledger/compensation', ['/api/public/compensation']],
  ['/reports', ['/api/public/report']],
  ['/operation', ['/api/health']],
];

const SIGNED_IN = { person: 'p', name: 'Amina Beispiel', roles: [{ role: 'editor', scope: 'org-1' }] };

const LAYOUT_SHIFT = `new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 300);
})`;

describe('the first view of a page', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let isSignedIn = false;

  beforeAll(async () => {
    await builtWeb();
    const answers = (_method: string, path: string) =>
      path === '/api/me' && isSignedIn
        ? { status: 200, body: SIGNED_IN }
        : { status: 401, body: { status: 401, refusal: 'not-signed-in' } };
    [browser, site] = await Promise.all([launch(), serveSite(answers)]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const opened = async (device: Device, path: string, meanwhile?: (page: Page) => Promise<void>) => {
    const context = await personWith(browser, device, site.url);
    const page = await context.newPage();
    await meanwhile?.(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    return { page, close: () => context.close() };
  };

  test('each page asks for what it needs at once and never twice', async () => {
    isSignedIn = false;
    for (const [path, calls] of FIRST_CALLS) {
      const asked: string[] = [];
      const { close } = await opened(PHONE, path, async (page) => {
        page.on('request', (request) => {
          const { pathname, href, origin } = new URL(request.url());
          if (pathname.startsWith('/api/')) asked.push(href.slice(origin.length));
        });
      });
      expect(asked.toSorted(), path).toEqual(['/api/me', ...calls].toSorted());
      await close();
    }
  });

  test('the first calls do not wait for the application: they are asked before it has arrived', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const context = await personWith(browser, PHONE, site.url);
    const page = await context.newPage();
    await page.route(/\/assets\/main-.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    const call = page.waitForRequest((request) => request.url().endsWith('/api/funding/applications/a-1'));
    const texts = page.waitForRequest((request) => /\/assets\/funding-.*\.js$/.test(request.url()));
    const code = page.waitForRequest((request) => /\/assets\/CasePage-.*\.js$/.test(request.url()));
    await page.goto('/funding/cases/a-1', { waitUntil: 'commit' });
    await Promise.all([call, texts, code]);
    release();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.close();
  });

  test('nothing jumps while a page is fetched: layout shift under 0.1', async () => {
    isSignedIn = false;
    for (const device of [PHONE, { language: 'de', width: 1280 }] as const)
      for (const path of ['/', '/programmes/calls', '/funding/cases', '/ledger', '/reports', '/bodies']) {
        const { page, close } = await opened(device, path, async (fresh) => {
          await fresh.route('**/api/**', async (route) => {
            await new Promise((resolve) => setTimeout(resolve, 600));
            await route.continue();
          });
        });
        expect(await page.evaluate<number>(LAYOUT_SHIFT), `${path} at ${device.width}`).toBeLessThan(0.1);
        await close();
      }
  });

  test.each(['de', 'en', 'ar'] as const)('on a phone the header is one row, signed in or not: %s', async (language) => {
    for (const who of [false, true]) {
      isSignedIn = who;
      const { page, close } = await opened({ language, width: 360 }, '/imprint');
      const box = await page.locator('.site-header').boundingBox();
      expect(box?.height, `signed in: ${who}`).toBeLessThan(72);
      const [name, chosen, button] = await Promise.all(
        ['.site-header__name', '.language-menu summary', '.site-header__button'].map((one) =>
          page.locator(one).boundingBox(),
        ),
      );
      const parts = [name!, chosen!, button!].toSorted((a, b) => a.x - b.x);
      for (const [index, part] of parts.entries()) {
        const next = parts[index + 1]?.x ?? 360;
        expect(part.x + part.width, `part ${index} of the header lies over the next`).toBeLessThanOrEqual(next);
      }
      await close();
    }
  });

  test('the menu of a phone opens by keyboard, closes by Escape and by going on', async () => {
    isSignedIn = true;
    const { page, close } = await opened(PHONE, '/imprint');
    const button = page.getByRole('button', { name: say('de', 'ui.menu') });
    const entry = page.getByRole('link', { name: say('de', 'ui.nav.reports'), exact: true });
    expect(await entry.isVisible()).toBe(false);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await entry.waitFor();
    await screen(page, 'first-view', 'menu');
    expect(await barriersOf(page)).toEqual([]);
    await entry.focus();
    await page.keyboard.press('Escape');
    expect(await entry.isVisible()).toBe(false);
    expect(await button.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    await button.click();
    await entry.click();
    await page.waitForURL('**/reports');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await close();
  });
});
