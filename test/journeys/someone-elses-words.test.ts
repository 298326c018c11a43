import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Device } from '../support/browser.ts';
import { runningCity, type RunningCity } from '../support/running-city.ts';
import { Walker } from '../support/walk.ts';

const DESK: Device = { language: 'de', width: 1280 };
const soon = <T>(seen: () => T) => expect.poll(seen, { timeout: 15_000 });

/** One browser, as it stands in an office or a library, and two people after each other. */
describe('what one person typed', () => {
  let city: RunningCity;
  let shared: Walker;
  let draft = '';

  beforeAll(async () => {
    city = await runningCity();
    shared = await Walker.with(city.browser, DESK, city.url, 'someone-elses-words');
    await shared.signIn('editor', '/programmes/calls/struktur-2027');
    await shared.press('programmes.call.begin');
    await shared.page.getByRole('heading', { name: shared.say('funding.task.title') }).waitFor();
    draft = `${new URL(shared.page.url()).pathname}/sections/project`;
  });
  afterAll(() => city?.stop());

  const value = (name: string, page: Page = shared.page) => page.locator(`[name="${name}"]`).inputValue();
  const signOut = async (): Promise<void> => {
    await shared.page.getByRole('button', { name: shared.say('ui.sign-out') }).click();
    await shared.page
      .getByRole('banner')
      .getByRole('link', { name: shared.say('ui.sign-in') })
      .waitFor();
  };
  const session = () => shared.page.context().cookies();
  const own = async (path: string): Promise<unknown> => (await shared.page.request.get(path)).json();

  test('in their own details is gone at signing out, and never shown to the next person', async () => {
    await shared.signIn('member', '/calendar/details');
    await shared.write('email', 'fatima.privat@example.org');
    await shared.write('street', 'Geheimweg 7');
    await signOut();
    expect(await shared.page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toMatch(
      /privat|Geheimweg/,
    );
    await shared.signIn('member2', '/calendar/details');
    expect(await value('email')).not.toContain('privat');
    expect(await value('street')).toBe('');
  });

  test('is not shown to another person either when the session ended without signing out', async () => {
    await shared.signIn('member', '/account/change');
    await shared.write('holder', 'Fatima Privat');
    await shared.page.context().clearCookies();
    await shared.signIn('member2', '/account/change');
    expect(await value('holder')).not.toContain('Privat');
    await shared.signIn('member', '/account/change');
    expect(await value('holder')).not.toContain('Privat');
  });

  test('in a section is neither shown to nor saved by a colleague who signs in after', async () => {
    await shared.signIn('editor', draft);
    await shared.page.context().clearCookies();
    await shared.write('title', 'Nur von mir');
    await shared.page.getByText(shared.say('ui.save.kept')).waitFor();
    await shared.signIn('signatory', draft);
    expect(await value('title')).toBe('');
    await shared.page.waitForTimeout(1500);
    expect(await own(`/api/funding/applications/${draft.split('/')[3]}`)).toMatchObject({ sections: {} });
  });

  test('in a section is saved when they sign out in the middle of it', async () => {
    await shared.signIn('editor', draft);
    await shared.write('goals', 'Kurz vor dem Abmelden');
    await signOut();
    await shared.signIn('editor', draft);
    await soon(() => value('goals')).toBe('Kurz vor dem Abmelden');
  });

  test('in a tab that stayed open is not saved for whoever signs in in another tab', async () => {
    await shared.signIn('editor', draft);
    const other = await shared.page.context().newPage();
    await other.goto(`/api/sign-in?to=/calendar/details&lang=de`);
    await other.locator('#member2').click();
    await other.getByRole('heading', { level: 1 }).waitFor();
    // The tab of the first person was loaded anew, for the second one: the draft is not theirs.
    await shared.page.getByRole('heading', { level: 1, name: /nicht/i }).waitFor();
    await other.close();
  });

  test('is refused by the server where a tab did not notice', async () => {
    await shared.signIn('member', '/calendar/details');
    const cookies = await session();
    await shared.write('street', 'Geheimweg 7');
    await shared.write('postcode', '10999');
    await shared.write('town', 'Berlin');
    // The second person's session, as if the browser had not told this tab of it.
    const second = await Walker.with(city.browser, DESK, city.url, 'someone-elses-words');
    await second.signIn('member2', '/calendar/details');
    await shared.page.context().clearCookies();
    await shared.page.context().addCookies(await second.page.context().cookies());
    await shared.press('bodies.details.save');
    await shared.page.getByText(shared.say('kernel.refusal.other-person')).waitFor();
    expect(JSON.stringify(await own('/api/bodies/mine'))).not.toContain('Geheimweg');
    await second.close();
    await shared.page.context().clearCookies();
    await shared.page.context().addCookies(cookies);
  });

  test('is not brought back by the browser after signing out', async () => {
    await shared.signIn('member', '/calendar/details');
    await shared.write('street', 'Geheimweg 7');
    await shared.page.context().clearCookies();
    await shared.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await soon(() => shared.page.locator('[name="street"]').count()).toBe(0);
  });

  test('no script failed', () => expect(shared.complaints).toEqual([]));
});
