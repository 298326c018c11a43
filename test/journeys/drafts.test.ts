import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftWalk, type DraftWalk } from '../support/draft-walk.ts';
import { runningCity, type RunningCity } from '../support/running-city.ts';

/** Saving waits for a pause of a second. */
const soon = <T>(seen: () => T) => expect.poll(seen, { timeout: 15_000 });

/** Whatever way one comes back, a draft shows what the server has; two people in it lose nothing. */
describe('a draft', () => {
  let city: RunningCity;
  let walk: DraftWalk;

  beforeAll(async () => {
    city = await runningCity();
    walk = await draftWalk(city.browser, city.url, 'drafts');
  });
  afterAll(() => city?.stop());

  const overviewHeading = async (title: string): Promise<void> => {
    await walk.heading(title).waitFor();
    await walk.editor.follow('programmes.section.project.title');
    await soon(() => walk.field('title').inputValue()).toBe(title);
  };

  test('shows what was saved when one comes back by the link to the overview', async () => {
    await walk.open('project');
    await walk.editor.write('title', 'Eins');
    await walk.state('ui.save.saved').waitFor();
    await walk.editor.follow('funding.section.back');
    await overviewHeading('Eins');
  });

  test('shows what was typed last, though the page was left at once', async () => {
    await walk.open('project');
    await walk.editor.write('title', 'Zwei');
    await walk.editor.follow('funding.section.back');
    await overviewHeading('Zwei');
  });

  test('shows it by the browser: back, and forward again', async () => {
    await walk.open('project');
    await walk.editor.write('title', 'Drei');
    await walk.editor.page.goBack();
    await walk.heading('Drei').waitFor();
    await walk.editor.page.goForward();
    await soon(() => walk.field('title').inputValue()).toBe('Drei');
  });

  test('shows it by the header, in the list and from there', async () => {
    await walk.open('project');
    await walk.editor.write('title', 'Vier');
    await walk.state('ui.save.saved').waitFor();
    await walk.editor.page
      .getByRole('banner')
      .getByRole('link', { name: walk.editor.say('ui.nav.cases') })
      .click();
    await walk.editor.page.getByRole('main').getByRole('link', { name: 'Vier' }).click();
    await overviewHeading('Vier');
  });

  test('shows it on the page where everything is checked', async () => {
    await walk.open('project');
    await walk.editor.write('title', 'Fünf');
    await walk.editor.follow('funding.section.back');
    await walk.heading('Fünf').waitFor();
    await walk.editor.follow('funding.task.check');
    await walk.editor.page.getByRole('main').getByText('Fünf', { exact: true }).waitFor();
  });

  test('shows it when the browser brings a page back from its memory', async () => {
    await walk.editor.page.goto(walk.overview);
    await walk.heading('Fünf').waitFor();
    const tab = await walk.editor.page.context().newPage();
    await tab.goto(walk.section('project'));
    await tab.locator('[name="title"]').fill('Sechs');
    await tab.locator('.save-state').filter({ hasText: 'Gespeichert um' }).waitFor();
    await tab.close();
    await walk.editor.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await walk.heading('Sechs').waitFor();
  });

  test('is merged field by field when two people write in one section, and nobody is asked', async () => {
    await walk.open('project');
    const signatory = await walk.colleague();
    await signatory.write('purpose', 'Von der anderen Person');
    await walk.state('ui.save.saved', signatory).waitFor();
    await walk.editor.write('goals', 'Meine Ziele');
    await walk.editor.page.getByText(walk.editor.say('funding.theirs.merged'), { exact: true }).waitFor();
    await walk.state('ui.save.saved').waitFor();
    expect(await walk.field('purpose').inputValue()).toBe('Von der anderen Person');
    expect(await walk.stored('project')).toMatchObject({ purpose: 'Von der anderen Person', goals: 'Meine Ziele' });
    await signatory.close();
  });

  test('asks only about the field that both changed, with the name of the other, and the focus stays there', async () => {
    const signatory = await walk.colleague();
    await signatory.write('purpose', 'Neu von der anderen Person');
    await walk.state('ui.save.saved', signatory).waitFor();
    await walk.editor.write('purpose', 'Meine Fassung');
    const question = walk.editor.page.getByRole('alert').filter({ hasText: 'Neu von der anderen Person' });
    await question.waitFor();
    expect(await question.textContent()).toMatch(/Tarık|Yıldız|hat hier um/);
    await walk.editor.see('conflict');
    await walk.editor.write('goals', 'Gehen weiter');
    await soon(async () => (await walk.stored('project'))['goals']).toBe('Gehen weiter');
    expect((await walk.stored('project'))['purpose']).toBe('Neu von der anderen Person');
    await walk.editor.press('funding.theirs.mine');
    await soon(() => walk.editor.page.evaluate('document.activeElement.id')).toBe('purpose');
    await soon(async () => (await walk.stored('project'))['purpose']).toBe('Meine Fassung');
    await signatory.close();
  });

  test('knows a second tab of the same person', async () => {
    await walk.open('project');
    const tab = await walk.editor.page.context().newPage();
    await tab.goto(walk.section('project'));
    await tab.locator('[name="title"]').fill('Im zweiten Fenster');
    await tab.locator('.save-state').filter({ hasText: 'Gespeichert um' }).waitFor();
    await walk.editor.write('title', 'Im ersten Fenster');
    await walk.editor.page.getByText('Sie selbst haben hier um').waitFor();
    await walk.editor.press('funding.theirs.theirs');
    await soon(() => walk.field('title').inputValue()).toBe('Im zweiten Fenster');
    await tab.close();
  });

  test('no page had a barrier, and no script failed', () => expect(walk.editor.complaints).toEqual([]));
});
