import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { allWasQuiet, journey } from '../support/journey-cast.ts';
import type { Walker } from '../support/journey-walker.ts';

const HELD = '/ledger/office/held';
const ERASURES = '/ledger/office/erasures';

/** Everything here is invented. The first row is sound; each other may tell of a natural person. */
const FILE = `name;geber;art;jahr;anschrift;politikbereich;zweck;betrag;empfaengerid
Beispielbrücke e. V.;Bezirksamt Musterbezirk;Projektförderung;2024;10999;Soziales;Sprachcafé im Erfundenkiez;5000;VR_099911
Haus der Beispiele e. V.;Bezirksamt Musterbezirk;Projektförderung;2024;10999;Soziales;Grundmiete, Projekt-Nr. 0903/10/0090;7000;VR_099912
Begegnung Musterhof e. V. c/o Erika Erdacht;Bezirksamt Musterbezirk;Projektförderung;2023;10999;Soziales;Hoffest;300;VR_099913
Musterwerk gGmbH;Bezirksamt Musterbezirk;Projektförderung;2022;10999;Arbeit;Eingliederung (Hr. Erfundenberg);900;HRB_099914
`;

/** Rows of loaded files that may tell of a person wait for an official; published words go only by two of them. */
describe('the office that keeps the register', () => {
  const cast = journey('register-office', { language: 'de', width: 1280 });
  let manager: Walker;
  let admin: Walker;
  let visitor: Walker;
  let address = '';

  beforeAll(async () => {
    const file = join(cast.folder, 'invented.csv');
    writeFileSync(file, FILE);
    const env = { ...process.env, DATA_DIR: cast.folder };
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/import-grants.ts', file], { env });
    expect(stdout).toContain('1 grants added, 0 were there already, 0 rows refused.');
    expect(stdout).toContain('3 rows wait');
    manager = await cast.person('manager');
    admin = await cast.person('admin', { language: 'ar', width: 360 });
    visitor = await cast.person('visitor');
  });

  const row = (walker: Walker, words: string): Locator => walker.page.getByRole('article').filter({ hasText: words });

  /** Presses a button of a row and then the one of the question that it asks. */
  const decide = async (walker: Walker, card: Locator, key: string, confirm: string): Promise<void> => {
    await card.getByRole('button', { name: walker.say(key) }).click();
    await walker.page
      .getByRole('dialog')
      .getByRole('button', { name: walker.say(confirm), exact: true })
      .click();
  };

  test('three rows wait, with what was noticed; nothing of them is public', async () => {
    await manager.signIn('programme-manager', HELD);
    await manager.see('held', 'ledger.held.title');
    expect(await manager.page.getByRole('article').count()).toBe(3);
    for (const [words, suspicion] of [
      ['0903/10/0090', 'contact'],
      ['Erika Erdacht', 'care-of'],
      ['Erfundenberg', 'person'],
    ] as const)
      await row(manager, words)
        .getByText(manager.say(`ledger.suspicion.${suspicion}`))
        .waitFor();
    await visitor.page.goto('/ledger?q=musterwerk');
    await visitor.text('ledger.list.empty').waitFor();
  });

  test('an auditor reads them and decides nothing', async () => {
    for (const device of [
      { language: 'de', width: 360 },
      { language: 'ar', width: 1280 },
    ] as const) {
      const auditor = await cast.person(`auditor-${device.language}`, device);
      await auditor.signIn('auditor', HELD);
      await auditor.see('held-auditor', 'ledger.held.title');
      expect(await auditor.page.getByRole('article').count()).toBe(3);
      expect(await auditor.page.getByRole('main').getByRole('button').count()).toBe(0);
      await auditor.page.goto(ERASURES);
      await auditor.see('erasures-none', 'ledger.erasure.title');
      expect(await auditor.page.getByRole('main').getByRole('button').count()).toBe(0);
    }
  });

  test('one is published as it stands, one without its name, one with other words', async () => {
    await decide(manager, row(manager, '0903/10/0090'), 'ledger.held.as-it-stands', 'ledger.held.confirm');
    await row(manager, '0903/10/0090').waitFor({ state: 'detached' });
    const withheld = row(manager, 'Erika Erdacht');
    await withheld.getByRole('button', { name: manager.say('ledger.held.without-name') }).click();
    await manager.look('held-question');
    await manager.page
      .getByRole('dialog')
      .getByRole('button', { name: manager.say('ledger.held.confirm') })
      .click();
    await withheld.waitFor({ state: 'detached' });

    await admin.signIn('admin', HELD);
    const changed = row(admin, 'Erfundenberg');
    await changed.getByRole('button', { name: admin.say('ledger.held.change') }).click();
    await changed.locator('textarea').fill('Eingliederung');
    await admin.see('held-change', 'ledger.held.title');
    await changed.getByRole('button', { name: admin.say('ledger.held.confirm'), exact: true }).click();
    await admin.text('ledger.held.empty').waitFor();
    await admin.see('held-empty', 'ledger.held.title');
  });

  test('the register shows just that, and no name that was held back', async () => {
    const { page } = visitor;
    const shown = async () => {
      await page.goto('/ledger?q=0903');
      await page.goto('/ledger');
      await page.waitForLoadState('networkidle');
      return page.getByRole('article').count();
    };
    await expect.poll(shown, { timeout: 60_000, interval: 1000 }).toBe(4);
    await visitor.see('published', 'ledger.list.title');
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('Projekt-Nr. 0903/10/0090');
    expect(text).toContain('Musterwerk gGmbH');
    expect(text).not.toMatch(/Erdacht|Erfundenberg|Musterhof|Hoffest/);
  });

  test('one asks for words to be erased and cannot confirm it', async () => {
    const { page } = manager;
    await page.goto('/ledger?q=grundmiete');
    await page.getByRole('article').getByRole('link').click();
    await manager.heading('ledger.entry.about', 2).waitFor();
    address = new URL(page.url()).pathname;
    await manager.follow('ledger.erasure.ask');
    await manager.heading('ledger.erasure.title').waitFor();
    expect(await page.locator('[name="entry"]').inputValue()).toBe(address.split('/').at(-1));
    await manager.press('ledger.erasure.ask');
    await manager.text('ledger.erasure.missing').waitFor();
    await manager.see('erasure-missing', 'ledger.erasure.title');
    await page.getByLabel(manager.say('ledger.text.purpose')).check();
    await page.locator('[name="ground"]').selectOption('request');
    await manager.press('ledger.erasure.ask');
    const asked = page.getByRole('article');
    await asked.getByText(manager.say('ledger.erasure.stage.asked')).waitFor();
    expect(await asked.getByRole('button', { name: manager.say('ledger.erasure.confirm') }).count()).toBe(0);
    await manager.see('erasure-asked', 'ledger.erasure.title');
  });

  test('another person confirms, and the entry page tells what was erased, when and why', async () => {
    await admin.page.goto(ERASURES);
    await admin.see('erasure-to-confirm', 'ledger.erasure.title');
    await decide(admin, admin.page.getByRole('article'), 'ledger.erasure.confirm', 'ledger.erasure.confirm');
    await admin.page.getByText(admin.say('ledger.erasure.stage.confirmed')).waitFor();
    const auditor = await cast.person('auditor-de');
    const stage = async () => {
      await auditor.page.goto(ERASURES);
      await auditor.heading('ledger.erasure.title').waitFor();
      return auditor.page.getByText(auditor.say('ledger.erasure.stage.erased'), { exact: true }).count();
    };
    await expect.poll(stage, { timeout: 60_000, interval: 1000 }).toBe(1);
    await auditor.see('erasures-done', 'ledger.erasure.title');
    const { page } = visitor;
    await page.goto(address);
    const ground = visitor.say('ledger.ground.request');
    await page.getByText(visitor.say('ledger.erased.ground', { ground })).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('Grundmiete');
    await visitor.look('erased');
    await admin.page.goto(address);
    await admin.heading('ledger.entry.about', 2).waitFor();
    await admin.look('erased');
  });

  test('the entry still verifies, and one that is shown otherwise than signed does not', async () => {
    const { page } = visitor;
    await visitor.press('ledger.entry.check');
    await page.getByText(visitor.say('ledger.check.note')).waitFor();
    await page.route(`**/api/public${address.replace('/ledger', '')}`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: { ...((await answer.json()) as object), amountCents: 999_999_900 },
      });
    });
    await page.reload();
    await page.getByText('9.999.999').first().waitFor();
    await visitor.press('ledger.entry.check');
    await visitor.text('ledger.refusal.shown-otherwise').waitFor();
    await visitor.heading('ledger.check.signed', 2).waitFor();
    await visitor.look('shown-otherwise');
    expect(await page.getByText(visitor.say('ledger.check.note')).count()).toBe(0);
  });

  allWasQuiet(cast);
});
