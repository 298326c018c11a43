import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Device } from '../support/browser.ts';
import { runningCity, type RunningCity } from '../support/running-city.ts';
import { Walker } from '../support/walk.ts';

const DESK: Device = { language: 'de', width: 1280 };

/** What people fear most: that what they wrote is gone (product, "The people"). */
describe('nothing that was typed is lost', () => {
  let city: RunningCity;
  let editor: Walker;
  let address = '';

  beforeAll(async () => {
    city = await runningCity();
    editor = await Walker.with(city.browser, DESK, city.url, 'nothing-lost');
    await editor.signIn('editor', '/programmes/calls/struktur-2027');
    await editor.press('programmes.call.begin');
    await editor.page.getByRole('heading', { name: editor.say('funding.task.title') }).waitFor();
    address = `${new URL(editor.page.url()).pathname}/sections/project`;
    await editor.page.goto(address);
  });
  afterAll(() => city?.stop());

  const saved = () => editor.page.getByText(editor.say('ui.save.saved').split('{{')[0]!.trim());

  test('changing the language keeps the page and every field', async () => {
    const { page } = editor;
    await editor.write('title', 'Beratung im Kiez');
    await page.locator('summary').first().click();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Project' }).waitFor();
    expect(await page.locator('[name="title"]').inputValue()).toBe('Beratung im Kiez');
    await page.locator('summary').first().click();
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vorhaben' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
  });

  test('without a connection the text waits on the device and is saved by itself when it is back', async () => {
    const { page } = editor;
    await saved().waitFor();
    await page.context().setOffline(true);
    await editor.write('purpose', 'Eine halbe Stelle für Beratung.');
    await page.getByText(editor.say('ui.save.kept')).waitFor();
    await page.getByText(editor.say('ui.problem.offline.title')).waitFor();
    await editor.see('offline');
    await page.context().setOffline(false);
    await saved().waitFor({ timeout: 20_000 });
    await page.reload();
    await expect.poll(() => page.locator('[name="purpose"]').inputValue()).toBe('Eine halbe Stelle für Beratung.');
  });

  test('an ended session: sign in, come back to the same place, and the text is there', async () => {
    const { page } = editor;
    await page.context().clearCookies();
    await editor.write('goals', '120 Gespräche im Jahr.');
    await page.getByText(editor.say('ui.problem.signed-out.title'), { exact: true }).waitFor();
    await editor.see('signed-out');
    await editor.follow('ui.sign-in');
    await page.locator('#editor').click();
    await expect.poll(() => page.locator('[name="goals"]').inputValue()).toBe('120 Gespräche im Jahr.');
    await saved().waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
  });

  test('two people in the same part: neither text vanishes without being asked', async () => {
    const signatory = await Walker.with(city.browser, DESK, city.url, 'nothing-lost');
    await signatory.signIn('signatory', address);
    await signatory.write('title', 'Der Titel der anderen');
    await signatory.page.getByText(signatory.say('ui.save.saved').split('{{')[0]!.trim()).waitFor();
    await editor.write('title', 'Mein Titel');
    await editor.page.getByText(editor.say('funding.theirs.title', { field: 'Kurzer Name des Vorhabens' })).waitFor();
    await editor.page.getByText('Der Titel der anderen').waitFor();
    await editor.see('conflict');
    await editor.press('funding.theirs.mine');
    await saved().waitFor();
    await signatory.page.reload();
    await expect.poll(() => signatory.page.locator('[name="title"]').inputValue()).toBe('Mein Titel');
    await signatory.close();
  });

  test('no page had a barrier, and no script failed', () => {
    expect(editor.complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});
