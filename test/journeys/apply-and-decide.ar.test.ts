import { describe, expect, test } from 'vitest';
import {
  answerEligibility,
  beginDraft,
  declare,
  savedByItself,
  writePlan,
  writeProject,
} from '../support/journey-application.ts';
import { allWasQuiet, journey } from '../support/journey-cast.ts';
import { openFromWorkList, openNotice, proposeGrant, release } from '../support/journey-decision.ts';
import { publishWhenEffective } from '../support/journey-later.ts';
import { findInLedger, verifyInBrowser } from '../support/journey-ledger.ts';
import { say } from '../support/journey-texts.ts';
import type { Walker } from '../support/journey-walker.ts';
import { WORDS } from '../support/journey-words.ts';

const words = WORDS.ar;

const chooseLanguage = async (walker: Walker, name: string): Promise<void> => {
  await walker.page.locator('.language-menu summary').click();
  await walker.page.locator('.language-menu').getByRole('link', { name, exact: true }).click();
};

/** The same story in Arabic on a phone of 360 px: from right to left, nothing wider than the screen. */
describe('an application in Arabic on a phone', () => {
  const cast = journey('phone', { language: 'ar', width: 360 });
  let editor: Walker;
  let signatory: Walker;
  let address: string;

  test('an editor begins, and everything is saved while it is typed', async () => {
    editor = await cast.person('editor');
    address = await beginDraft(editor, 'editor');
    await editor.follow('programmes.section.eligibility.title');
    await editor.heading('programmes.section.eligibility.title').waitFor();
    await answerEligibility(editor);
    await savedByItself(editor);
    await editor.see('eligibility', 'programmes.section.eligibility.title');
    await editor.press('funding.section.next');
    await editor.heading('programmes.section.project.title').waitFor();
    await editor.press('funding.section.next');
    await editor.page.getByRole('alert').waitFor();
    await editor.see('project-missing', 'programmes.section.project.title');
  });

  test('another language keeps the page and what was typed', async () => {
    const { page } = editor;
    await writeProject(editor, words);
    const here = new URL(page.url()).pathname;
    await chooseLanguage(editor, 'Deutsch');
    await page.getByRole('heading', { level: 1, name: say('de', 'programmes.section.project.title') }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    expect(await page.locator('[name="goals"]').inputValue()).toBe(words.goals);
    await chooseLanguage(editor, 'العربية');
    await editor.see('project', 'programmes.section.project.title');
    expect(new URL(page.url()).pathname).toBe(here);
    expect(await page.locator('[name="title"]').inputValue()).toBe(words.title);
    expect(await page.locator('[name="to-year"]').inputValue()).toBe('2027');
    await savedByItself(editor);
  });

  test('amounts typed in Arabic digits add up', async () => {
    await editor.press('funding.section.next');
    await editor.heading('programmes.section.plan.title').waitFor();
    await writePlan(editor, words);
    await savedByItself(editor);
    await editor.see('plan', 'programmes.section.plan.title');
    await editor.press('funding.section.next');
    await editor.heading('programmes.section.declarations.title').waitFor();
    await declare(editor, 'Amina Beispiel');
    await editor.see('declarations', 'programmes.section.declarations.title');
    await editor.press('funding.section.next');
    await editor.see('check-editor', 'funding.check.title');
    await editor.text('funding.task.signatory').waitFor();
  });

  test('a signatory reads it all and submits', async () => {
    signatory = await cast.person('signatory');
    await signatory.signIn('signatory', '/funding/cases');
    await signatory.see('cases', 'funding.cases.title');
    await signatory.page.getByRole('link', { name: words.title }).click();
    await signatory.heading('funding.task.title', 2).waitFor();
    await signatory.look('tasks-done');
    await signatory.follow('funding.task.check');
    await signatory.see('check', 'funding.check.title');
    await signatory.press('funding.check.submit');
    await signatory.text('funding.next.submitted').waitFor();
    await signatory.look('submitted');
  });

  test('the authority decides on a phone as well', async () => {
    const officer = await cast.person('case-officer');
    await officer.signIn('case-officer', '/funding/work-list');
    await openFromWorkList(officer, words.title, 'review');
    await officer.press('funding.act.take');
    await officer.text('funding.history.taken').waitFor();
    await officer.look('file-taken');
    await proposeGrant(officer);
    await officer.look('file-proposed');
    const approver = await cast.person('approver');
    await approver.signIn('approver', '/funding/work-list?queue=decision');
    await openFromWorkList(approver, words.title, 'decision');
    await release(approver, 'approve', 'grant');
  });

  test('the signatory opens the German notice and sees its days in Arabic', async () => {
    expect(await openNotice(signatory, words.title, 'grant')).toBe('%PDF-');
    await signatory.text('notices.delivery.remedy-until').waitFor();
    await signatory.page.goto(address);
    await signatory.link('funding.case.notice').waitFor();
    await signatory.look('granted');
  });

  test('everybody finds and verifies the grant on a phone', async () => {
    const visitor = await cast.person('visitor');
    await findInLedger(visitor, () => publishWhenEffective(cast.folder));
    await verifyInBrowser(visitor);
    await visitor.page.goto('/reports');
    await visitor.see('reports', 'ledger.report.title');
    await visitor.page.goto('/open-data');
    await visitor.see('open-data', 'ledger.data.title');
  });

  allWasQuiet(cast);
});
