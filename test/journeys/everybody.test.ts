import { describe, expect, test } from 'vitest';
import { allWasQuiet, journey } from '../support/journey-cast.ts';
import { say } from '../support/journey-texts.ts';
import type { Walker } from '../support/journey-walker.ts';

describe('the public pages for everybody', () => {
  const PUBLIC = {
    '/': 'site.home.title',
    '/programmes/calls': 'programmes.calls.title',
    '/bodies': 'bodies.list.title',
    '/ledger': 'ledger.list.title',
    '/ledger/verify': 'ledger.verify.title',
    '/reports': 'ledger.report.title',
    '/open-data': 'ledger.data.title',
    '/imprint': undefined,
    '/privacy': undefined,
    '/accessibility': undefined,
  } as const;
  const cast = journey('public', { language: 'en', width: 1280 });

  const walkThrough = async (walker: Walker): Promise<void> => {
    for (const [path, heading] of Object.entries(PUBLIC)) {
      await walker.page.goto(path);
      const step = path === '/' ? 'home' : path.slice(1).replace('/', '-');
      await (heading === undefined ? walker.look(step) : walker.see(step, heading));
    }
  };

  test('in English', async () => walkThrough(await cast.person('english')));

  test('in the dark', async () =>
    walkThrough(await cast.person('dark', { language: 'de', width: 1280, theme: 'dark' })));

  test('at 200 per cent: half the room, nothing wider than it', async () => {
    const walker = await cast.person('zoomed', { language: 'de', width: 1280 });
    await walker.page.setViewportSize({ width: 640, height: 450 });
    await walkThrough(walker);
  });

  test('by keyboard alone: skip link, order of the stops, focus to be seen, a menu, a search', async () => {
    const walker = await cast.person('keyboard', { language: 'en', width: 1280 });
    const { page } = walker;
    await page.goto('/ledger');
    await walker.heading('ledger.list.title').waitFor();
    await page.waitForLoadState('networkidle');
    const stops: string[] = [];
    const focused = `(() => { const one = document.activeElement; const style = getComputedStyle(one);
      return { name: (one.labels?.[0] ?? one).textContent.trim(), seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none' }; })()`;
    for (let stop = 0; stop < 11; stop += 1) {
      await page.keyboard.press('Tab');
      const { name, seen } = await page.evaluate<{ name: string; seen: boolean }>(focused);
      expect(seen, `focus on "${name}" is not to be seen`).toBe(true);
      stops.push(name);
    }
    expect(stops[0]).toBe(say('en', 'ui.skip'));
    expect(stops[1]).toBe(say('en', 'ui.name'));
    expect(stops).toContain(say('en', 'ui.nav.calls'));
    expect(stops.indexOf(say('en', 'ui.sign-in'))).toBeLessThan(stops.indexOf(say('en', 'ui.nav.calls')));
    await page.locator('[name="q"]').focus();
    await page.keyboard.type('Nothing of this kind');
    await page.keyboard.press('Enter');
    await walker.text('ledger.list.empty').waitFor();
    await page.locator('.language-menu summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.locator('.language-menu').getAttribute('open')).toBeNull();
    expect(await page.evaluate("document.activeElement.matches('.language-menu summary')")).toBe(true);
  });

  allWasQuiet(cast);
});
