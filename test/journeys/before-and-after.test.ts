import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitOverApi } from '../support/applications.ts';
import type { Device } from '../support/browser.ts';
import { runningCity, type RunningCity } from '../support/running-city.ts';
import { Walker } from '../support/walk.ts';

const PHONE: Device = { language: 'de', width: 360 };
const CALL = '/programmes/calls/struktur-2027';

/** Before an application is written, and what becomes of it when it is finished or given up. */
describe('an application', () => {
  let city: RunningCity;
  let signatory: Walker;
  let first = '';

  beforeAll(async () => {
    city = await runningCity();
    signatory = await Walker.with(city.browser, PHONE, city.url, 'before-and-after');
  });
  afterAll(() => city?.stop());

  const page = () => signatory.page;
  const text = (key: string) => page().getByText(signatory.say(key), { exact: true });
  const draftHeading = () => page().getByRole('heading', { name: signatory.say('funding.task.title') });
  const answer = (question: string, value: boolean) =>
    page().locator(`input[name="${question}"][value="${value}"]`).check();

  test('whether it makes sense is asked before signing in, and answered at once', async () => {
    await page().goto(CALL);
    await answer('seatInBerlin', false);
    await text('programmes.call.excluded').waitFor();
    await text('programmes.form.seatInBerlin.otherwise').waitFor();
    await signatory.see('eligibility');
    const names = await page().locator('input[type="radio"][value="true"]').all();
    for (const one of names) await one.check();
    expect(
      (await text('programmes.call.excluded').count()) + (await text('programmes.call.fits').count()),
    ).toBeGreaterThan(0);
  });

  test('an answer that excludes is told on the overview, and nobody goes on past it', async () => {
    await signatory.signIn('signatory', CALL);
    await signatory.press('programmes.call.begin');
    await draftHeading().waitFor();
    first = new URL(page().url()).pathname;
    await signatory.follow('programmes.section.eligibility.title');
    await answer('seatInBerlin', false);
    for (let press = 0; press < 2; press++) {
      await signatory.press('funding.section.next');
      await page().locator('.error-summary').waitFor();
    }
    expect(page().url()).toContain('/sections/eligibility');
    await signatory.press('funding.section.overview');
    await draftHeading().waitFor();
    await text('funding.task.excluded').waitFor();
    await page().getByText(signatory.say('programmes.form.seatInBerlin.otherwise')).waitFor();
    await signatory.see('excluded');
  });

  test('the call tells of the one that is there, and a second stays possible', async () => {
    await page().goto(CALL);
    await text('programmes.call.before.title_one').waitFor();
    await signatory.see('begun-before');
    await signatory.press('programmes.call.begin-another');
    await draftHeading().waitFor();
    expect(new URL(page().url()).pathname).not.toBe(first);
  });

  test('a draft can be deleted, after being asked', async () => {
    const second = page().url();
    await signatory.press('funding.discard.action');
    await page()
      .getByRole('dialog')
      .getByRole('button', { name: signatory.say('funding.discard.confirm') })
      .click();
    await page()
      .getByRole('heading', { level: 1, name: signatory.say('funding.cases.title') })
      .waitFor();
    expect(await page().getByRole('article').count()).toBe(1);
    await page().goto(second);
    await page()
      .getByRole('heading', { level: 1, name: signatory.say('ui.not-found.title') })
      .waitFor();
  });

  test('changed by a colleague while it is checked: it is loaded again and then submitted, with a confirmation', async () => {
    const id = 'a-geprueft';
    await submitOverApi(page(), 'a-vorher', 'Schon eingereicht');
    const path = `/api/funding/applications/${id}`;
    await page().request.put(path, { data: { call: 'struktur-2027', organisation: 'org-brueckenhaus' } });
    const old = (await (await page().request.get('/api/funding/applications/a-vorher')).json()) as {
      sections: Record<string, object>;
    };
    let version = 1;
    const save = async (section: string, answers: object) => {
      const headers = { 'if-match': `"${version}"` };
      const saved = await page().request.put(`${path}/sections/${section}`, { data: { answers }, headers });
      ({ version } = (await saved.json()) as { version: number });
    };
    for (const [section, answers] of Object.entries(old.sections)) await save(section, answers);
    await page().goto(`/funding/cases/${id}/check`);
    await page().getByText('Brückenhaus').first().waitFor();
    await save('project', { ...old.sections['project'], title: 'Der neue Titel' });
    await signatory.press('funding.check.submit');
    await signatory.press('funding.check.reload');
    await page().getByText('Der neue Titel').waitFor();
    expect(await page().evaluate('document.activeElement.tagName')).toBe('H1');
    await signatory.press('funding.check.submit');
    await page().getByText(signatory.say('funding.received.title')).waitFor();
    await signatory.see('received');
    expect(await page().evaluate('document.activeElement.tagName')).not.toBe('BODY');
  });

  test('taking it back leaves the focus on the page, though the button is gone', async () => {
    await signatory.press('funding.withdraw.action');
    await page()
      .getByRole('dialog')
      .getByRole('button', { name: signatory.say('funding.withdraw.confirm'), exact: true })
      .click();
    await page().getByText(signatory.say('funding.next.withdrawn')).waitFor();
    await expect.poll(() => page().evaluate('document.activeElement.tagName')).toMatch(/^H[123]$/);
  });

  test('no page had a barrier, and no script failed', () => expect(signatory.complaints).toEqual([]));
});
