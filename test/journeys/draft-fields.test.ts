import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftWalk, type DraftWalk } from '../support/draft-walk.ts';
import { runningCity, type RunningCity } from '../support/running-city.ts';

/** Saving waits for a pause of a second. */
const soon = <T>(seen: () => T) => expect.poll(seen, { timeout: 15_000 });

/** A field that is not right is named at once, holds up no other, and nothing of it is called saved or stored as something else. */
describe('a field of a draft', () => {
  let city: RunningCity;
  let walk: DraftWalk;

  beforeAll(async () => {
    city = await runningCity();
    walk = await draftWalk(city.browser, city.url, 'draft-fields');
  });
  afterAll(() => city?.stop());

  test('an amount that cannot be read is named at once, is not stored as zero, and is not called saved', async () => {
    await walk.open('plan');
    await walk.editor.press('funding.plan.add.costs');
    await walk.editor.write('costs-0-label', 'Miete');
    await walk.editor.write('costs-0-cents', '1,234.56');
    await soon(() => walk.stored('plan')).toMatchObject({ costs: [{ label: 'Miete', cents: 123_456 }] });
    await walk.editor.write('costs-0-cents', '12,345');
    expect(await walk.field('costs-0-cents').getAttribute('aria-invalid')).toBe('true');
    await walk.editor.write('costs-0-label', 'Miete der Räume');
    await walk.state('ui.save.partly').waitFor();
    await walk.editor.see('unclear-amount');
    expect(await walk.stored('plan')).toMatchObject({ costs: [{ label: 'Miete der Räume', cents: 123_456 }] });
    await walk.editor.page.reload();
    await soon(() => walk.field('costs-0-cents').inputValue()).toBe('12,345');
  });

  test('nobody gets past an error by pressing twice', async () => {
    const next = walk.editor.page.getByRole('button', { name: walk.editor.say('funding.section.next') });
    for (let press = 0; press < 3; press++) {
      await next.click();
      await walk.editor.page.locator('.error-summary').waitFor();
    }
    expect(new URL(walk.editor.page.url()).pathname).toBe(walk.section('plan'));
    await walk.editor.write('costs-0-cents', '€ 500,-');
    await soon(() => walk.stored('plan')).toMatchObject({ costs: [{ cents: 50_000 }] });
  });

  test('rows keep their own amounts when one above is removed', async () => {
    await walk.editor.press('funding.plan.add.costs');
    await walk.editor.write('costs-1-label', 'Strom');
    await walk.editor.write('costs-1-cents', '70');
    await walk.editor.page.getByRole('button', { name: /Zeile entfernen.*Miete/ }).click();
    expect(await walk.field('costs-0-label').inputValue()).toBe('Strom');
    await soon(() => walk.field('costs-0-cents').inputValue()).toBe('70');
    await soon(() => walk.stored('plan')).toMatchObject({ costs: [{ label: 'Strom', cents: 7_000 }] });
  });

  test('a day is read as people write it, and a day that does not exist is named and not stored as empty', async () => {
    await walk.open('project');
    await walk.editor.write('from', '1. März 2027');
    await walk.field('from').blur();
    await soon(() => walk.field('from-year').inputValue()).toBe('2027');
    await soon(async () => (await walk.stored('project'))['from']).toBe('2027-03-01');
    await walk.editor.write('from', '31');
    await walk.editor.write('from-month', '2');
    await walk.editor.page
      .locator('#from-error')
      .filter({ hasText: walk.editor.say('ui.date.unclear') })
      .waitFor();
    await walk.state('ui.save.partly').waitFor();
    expect((await walk.stored('project'))['from']).toBe('2027-03-01');
    await walk.editor.write('from-month', '3');
    await soon(async () => (await walk.stored('project'))['from']).toBe('2027-03-31');
  });

  test('a text over its limit is named at its field with the limit, and all others are saved', async () => {
    await walk.editor.write('purpose', 'Mein Zweck');
    await soon(async () => (await walk.stored('project'))['purpose']).toBe('Mein Zweck');
    await walk.editor.write('purpose', 'x'.repeat(20_000));
    await walk.editor.write('goals', 'Danach geschrieben');
    await soon(async () => (await walk.stored('project'))['goals']).toBe('Danach geschrieben');
    expect(await walk.field('purpose').getAttribute('aria-invalid')).toBe('true');
    const error = walk.editor.page.locator('#purpose-error');
    expect(await error.textContent()).toContain('600');
    expect(await walk.field('purpose').getAttribute('aria-describedby')).toContain('purpose-error');
    expect((await walk.stored('project'))['purpose']).toBe('Mein Zweck');
    await walk.editor.press('funding.section.next');
    await walk.editor.page.locator('.error-summary').getByRole('link', { name: /Wofür/ }).click();
    expect(await walk.editor.page.evaluate('document.activeElement.id')).toBe('purpose');
  });

  test('signs that nobody sees are dropped with a word, and autosave goes on', async () => {
    await walk.editor.write('purpose', 'Zweck\u200B mit\u2028Zeichen\uFEFF');
    await walk.editor.page.getByText(walk.editor.say('ui.field.dropped_other', { count: 3 })).waitFor();
    await soon(async () => (await walk.stored('project'))['purpose']).toBe('Zweck mit\nZeichen');
  });

  test('words wait on the device when the tab is closed, and the last ones are sent', async () => {
    const { page } = walk.editor;
    const tab = await page.context().newPage();
    await tab.goto(walk.section('project'));
    await tab.locator('[name="goals"]').fill('Kurz vor dem Schließen');
    await tab.close({ runBeforeUnload: true });
    await soon(async () => (await walk.stored('project'))['goals']).toBe('Kurz vor dem Schließen');
    const other = await page.context().newPage();
    await other.goto(walk.section('project'));
    await other.locator('[name="purpose"]').fill('y'.repeat(700));
    await other.locator('.save-state').filter({ hasText: 'außer' }).waitFor();
    await other.close();
    await page.goto(walk.overview);
    await page.getByText(walk.editor.say('funding.task.waiting')).waitFor();
    await page.goto(walk.section('project'));
    await soon(() => walk.field('purpose').inputValue()).toBe('y'.repeat(700));
    await walk.editor.write('purpose', 'Zweck');
    await walk.state('ui.save.saved').waitFor();
  });

  test('no page had a barrier, and no script failed', () => expect(walk.editor.complaints).toEqual([]));
});
