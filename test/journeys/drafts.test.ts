import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Device } from '../support/browser.ts';
import { runningCity, type RunningCity } from '../support/running-city.ts';
import { Walker } from '../support/walk.ts';

const DESK: Device = { language: 'de', width: 1280 };

/** Saving waits for a pause of a second. */
const soon = <T>(seen: () => T) => expect.poll(seen, { timeout: 15_000 });

/** What stands on a page is what the server has, and what it does not have is said at its field. */
describe('a draft', () => {
  let city: RunningCity;
  let editor: Walker;
  let overview = '';

  beforeAll(async () => {
    city = await runningCity();
    editor = await Walker.with(city.browser, DESK, city.url, 'drafts');
    await editor.signIn('editor', '/programmes/calls/struktur-2027');
    await editor.press('programmes.call.begin');
    await editor.page.getByRole('heading', { name: editor.say('funding.task.title') }).waitFor();
    overview = new URL(editor.page.url()).pathname;
  });
  afterAll(() => city?.stop());

  const section = (id: string): string => `${overview}/sections/${id}`;
  const field = (name: string, walker = editor) => walker.page.locator(`[name="${name}"]`);
  const state = (key: string, walker = editor) =>
    walker.page.locator('.save-state').filter({ hasText: walker.say(key).split('{{')[0]!.trim() });
  const heading = (name: string) => editor.page.getByRole('heading', { level: 1, name, exact: true });

  /** What the server has, asked for past every page. */
  const stored = async (part: string): Promise<Record<string, unknown>> => {
    const answer = await editor.page.request.get(`/api/funding/applications/${overview.split('/').at(-1)}`);
    return ((await answer.json()) as { sections: Record<string, Record<string, unknown>> }).sections[part] ?? {};
  };

  /** Opens the section by clicks, as a person does, so that the pages know it from before. */
  const open = async (part: 'project' | 'plan'): Promise<void> => {
    await editor.page.goto(overview);
    await editor.follow(`programmes.section.${part}.title`);
    await heading(editor.say(`programmes.section.${part}.title`)).waitFor();
  };

  const overviewHeading = async (title: string): Promise<void> => {
    await heading(title).waitFor();
    await editor.follow('programmes.section.project.title');
    await soon(() => field('title').inputValue()).toBe(title);
  };

  test('shows what was saved when one comes back by the link to the overview', async () => {
    await open('project');
    await editor.write('title', 'Eins');
    await state('ui.save.saved').waitFor();
    await editor.follow('funding.section.back');
    await overviewHeading('Eins');
  });

  test('shows what was typed last, though the page was left at once', async () => {
    await open('project');
    await editor.write('title', 'Zwei');
    await editor.follow('funding.section.back');
    await overviewHeading('Zwei');
  });

  test('shows it by the browser: back, and forward again', async () => {
    await open('project');
    await editor.write('title', 'Drei');
    await editor.page.goBack();
    await heading('Drei').waitFor();
    await editor.page.goForward();
    await soon(() => field('title').inputValue()).toBe('Drei');
  });

  test('shows it by the header, in the list and from there', async () => {
    await open('project');
    await editor.write('title', 'Vier');
    await state('ui.save.saved').waitFor();
    await editor.page
      .getByRole('banner')
      .getByRole('link', { name: editor.say('ui.nav.cases') })
      .click();
    await editor.page.getByRole('main').getByRole('link', { name: 'Vier' }).click();
    await overviewHeading('Vier');
  });

  test('shows it on the page where everything is checked', async () => {
    await open('project');
    await editor.write('title', 'Fünf');
    await editor.follow('funding.section.back');
    await heading('Fünf').waitFor();
    await editor.follow('funding.task.check');
    await editor.page.getByRole('main').getByText('Fünf', { exact: true }).waitFor();
  });

  test('is merged field by field when two people write in one section, and nobody is asked', async () => {
    await open('project');
    const signatory = await Walker.with(city.browser, DESK, city.url, 'drafts');
    await signatory.signIn('signatory', section('project'));
    await signatory.write('purpose', 'Von der anderen Person');
    await state('ui.save.saved', signatory).waitFor();
    await editor.write('goals', 'Meine Ziele');
    await editor.page.getByText(editor.say('funding.theirs.merged'), { exact: true }).waitFor();
    await state('ui.save.saved').waitFor();
    expect(await field('purpose').inputValue()).toBe('Von der anderen Person');
    expect(await stored('project')).toMatchObject({ purpose: 'Von der anderen Person', goals: 'Meine Ziele' });
    await signatory.close();
  });

  test('asks only about the field that both changed, with the name of the other, and the focus stays there', async () => {
    const signatory = await Walker.with(city.browser, DESK, city.url, 'drafts');
    await signatory.signIn('signatory', section('project'));
    await signatory.write('purpose', 'Neu von der anderen Person');
    await state('ui.save.saved', signatory).waitFor();
    await editor.write('purpose', 'Meine Fassung');
    const question = editor.page.getByRole('alert').filter({ hasText: 'Neu von der anderen Person' });
    await question.waitFor();
    expect(await question.textContent()).toMatch(/Tarık|Yıldız|hat hier um/);
    await editor.see('conflict');
    await editor.write('goals', 'Gehen weiter');
    await soon(async () => (await stored('project'))['goals']).toBe('Gehen weiter');
    expect((await stored('project'))['purpose']).toBe('Neu von der anderen Person');
    await editor.press('funding.theirs.mine');
    await soon(() => editor.page.evaluate('document.activeElement.id')).toBe('purpose');
    await soon(async () => (await stored('project'))['purpose']).toBe('Meine Fassung');
    await signatory.close();
  });

  test('knows a second tab of the same person', async () => {
    await open('project');
    const tab = await editor.page.context().newPage();
    await tab.goto(section('project'));
    await tab.locator('[name="title"]').fill('Im zweiten Fenster');
    await tab.locator('.save-state').filter({ hasText: 'Gespeichert um' }).waitFor();
    await editor.write('title', 'Im ersten Fenster');
    await editor.page.getByText('Sie selbst haben hier um').waitFor();
    await editor.press('funding.theirs.theirs');
    await soon(() => field('title').inputValue()).toBe('Im zweiten Fenster');
    await tab.close();
  });

  test('an amount that cannot be read is named at once, is not stored as zero, and is not called saved', async () => {
    await open('plan');
    await editor.press('funding.plan.add.costs');
    await editor.write('costs-0-label', 'Miete');
    await editor.write('costs-0-cents', '1,234.56');
    await soon(() => stored('plan')).toMatchObject({ costs: [{ label: 'Miete', cents: 123_456 }] });
    await editor.write('costs-0-cents', '12,345');
    expect(await field('costs-0-cents').getAttribute('aria-invalid')).toBe('true');
    await editor.write('costs-0-label', 'Miete der Räume');
    await state('ui.save.partly').waitFor();
    await editor.see('unclear-amount');
    expect(await stored('plan')).toMatchObject({ costs: [{ label: 'Miete der Räume', cents: 123_456 }] });
    await editor.page.reload();
    await soon(() => field('costs-0-cents').inputValue()).toBe('12,345');
  });

  test('nobody gets past an error by pressing twice', async () => {
    const next = editor.page.getByRole('button', { name: editor.say('funding.section.next') });
    for (let press = 0; press < 3; press++) {
      await next.click();
      await editor.page.locator('.error-summary').waitFor();
    }
    expect(new URL(editor.page.url()).pathname).toBe(section('plan'));
    await editor.write('costs-0-cents', '€ 500,-');
    await soon(() => stored('plan')).toMatchObject({ costs: [{ cents: 50_000 }] });
  });

  test('rows keep their own amounts when one above is removed', async () => {
    await editor.press('funding.plan.add.costs');
    await editor.write('costs-1-label', 'Strom');
    await editor.write('costs-1-cents', '70');
    await editor.page.getByRole('button', { name: /Zeile entfernen.*Miete/ }).click();
    expect(await field('costs-0-label').inputValue()).toBe('Strom');
    await soon(() => field('costs-0-cents').inputValue()).toBe('70');
    await soon(() => stored('plan')).toMatchObject({ costs: [{ label: 'Strom', cents: 7_000 }] });
  });

  test('a day is read as people write it, and a day that does not exist is named and not stored as empty', async () => {
    await open('project');
    await editor.write('from', '1. März 2027');
    await field('from').blur();
    await soon(() => field('from-year').inputValue()).toBe('2027');
    await soon(async () => (await stored('project'))['from']).toBe('2027-03-01');
    await editor.write('from', '31');
    await editor.write('from-month', '2');
    await editor.page
      .locator('#from-error')
      .filter({ hasText: editor.say('ui.date.unclear') })
      .waitFor();
    await state('ui.save.partly').waitFor();
    expect((await stored('project'))['from']).toBe('2027-03-01');
    await editor.write('from-month', '3');
    await soon(async () => (await stored('project'))['from']).toBe('2027-03-31');
  });

  test('a text over its limit is named at its field with the limit, and all others are saved', async () => {
    await editor.write('purpose', 'x'.repeat(20_000));
    await editor.write('goals', 'Danach geschrieben');
    await soon(async () => (await stored('project'))['goals']).toBe('Danach geschrieben');
    expect(await field('purpose').getAttribute('aria-invalid')).toBe('true');
    const error = editor.page.locator('#purpose-error');
    expect(await error.textContent()).toContain('600');
    expect(await field('purpose').getAttribute('aria-describedby')).toContain('purpose-error');
    expect((await stored('project'))['purpose']).toBe('Meine Fassung');
    await editor.press('funding.section.next');
    await editor.page.locator('.error-summary').getByRole('link', { name: /Wofür/ }).click();
    expect(await editor.page.evaluate('document.activeElement.id')).toBe('purpose');
  });

  test('signs that nobody sees are dropped with a word, and autosave goes on', async () => {
    await editor.write('purpose', 'Zweck\u200B mit\u2028Zeichen\uFEFF');
    await editor.page.getByText(editor.say('ui.field.dropped_other', { count: 3 })).waitFor();
    await soon(async () => (await stored('project'))['purpose']).toBe('Zweck mit\nZeichen');
  });

  test('words wait on the device when the tab is closed, and the last ones are sent', async () => {
    const { page } = editor;
    const tab = await page.context().newPage();
    await tab.goto(section('project'));
    await tab.locator('[name="goals"]').fill('Kurz vor dem Schließen');
    await tab.close({ runBeforeUnload: true });
    await soon(async () => (await stored('project'))['goals']).toBe('Kurz vor dem Schließen');
    const other = await page.context().newPage();
    await other.goto(section('project'));
    await other.locator('[name="purpose"]').fill('y'.repeat(700));
    await other.locator('.save-state').filter({ hasText: 'außer' }).waitFor();
    await other.close();
    await page.goto(overview);
    await page.getByText(editor.say('funding.task.waiting')).waitFor();
    await page.goto(section('project'));
    await soon(() => field('purpose').inputValue()).toBe('y'.repeat(700));
    await editor.write('purpose', 'Zweck');
    await state('ui.save.saved').waitFor();
  });

  test('no page had a barrier, and no script failed', () => expect(editor.complaints).toEqual([]));
});
