import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtWeb } from '../../scripts/built-web.ts';
import { barriersOf, launch, personWith, screen, type Device } from '../support/browser.ts';
import { serveSite } from '../support/site.ts';

const PAGES = ['/', '/imprint', '/privacy', '/accessibility', '/nothing-here'];

const DEVICES: Device[] = [
  { language: 'de', width: 1280 },
  { language: 'de', width: 360, theme: 'dark' },
  { language: 'en', width: 360 },
  { language: 'ar', width: 360 },
  { language: 'ar', width: 1280, theme: 'dark' },
];

describe('the public pages', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    await builtWeb();
    [browser, site] = await Promise.all([launch(), serveSite()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = async (device: Device) => {
    const context = await personWith(browser, device, site.url);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) complaints.push(`asks another host: ${request.url()}`);
    });
    return { context, page, complaints };
  };

  test.each(DEVICES)('have no barrier, no complaint of the browser, no other host: %o', async (device) => {
    const { context, page, complaints } = await open(device);
    for (const path of PAGES) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await screen(page, 'public', path === '/' ? 'home' : path.slice(1));
      expect(await barriersOf(page), path).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the first load of a public page is at most 75 kB of script, style and texts, as sent', async () => {
    for (const language of ['de', 'en', 'ar'] as const) {
      const { context, page } = await open({ language, width: 360 });
      let bytes = 0;
      const measured: Promise<void>[] = [];
      page.on('response', (response) => {
        if (!/\.(js|css)$|\/$/.test(new URL(response.url()).pathname)) return;
        measured.push(response.body().then((body) => void (bytes += brotliCompressSync(body).length)));
      });
      await page.goto('/', { waitUntil: 'networkidle' });
      await Promise.all(measured);
      expect(bytes).toBeGreaterThan(20_000);
      expect(bytes).toBeLessThan(75_000);
      await context.close();
    }
  });

  test('a navigation moves the focus to the heading, and the document title follows', async () => {
    const { context, page } = await open({ language: 'en', width: 1280 });
    await page.goto('/');
    await page.getByRole('link', { name: 'Privacy', exact: true }).click();
    const heading = page.getByRole('heading', { level: 1, name: 'Privacy notice' });
    await heading.waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Privacy notice');
    expect(await page.title()).toBe('Privacy notice – Anteil');
    await context.close();
  });

  test('the language changes by keyboard alone and keeps the page', async () => {
    const { context, page } = await open({ language: 'de', width: 360 });
    await page.goto('/imprint?lang=de');
    await page.getByRole('heading', { level: 1, name: 'Impressum' }).waitFor();
    await page.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'العربية' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'بيانات الناشر' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/imprint');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'بيانات الناشر' }).waitFor();
    await context.close();
  });

  test('the skip link is the first stop and leads to the content', async () => {
    const { context, page } = await open({ language: 'en', width: 1280 });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await context.close();
  });
});
