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
import type { Walker } from '../support/journey-walker.ts';
import { OFFICIAL, WORDS } from '../support/journey-words.ts';

const words = WORDS.de;

/** The whole story in German on a desktop, by the people whom it is about, each with a browser of their own. */
describe('an application in German on a desktop', () => {
  const cast = journey('desktop', { language: 'de', width: 1280 });
  let editor: Walker;
  let signatory: Walker;
  let officer: Walker;
  let approver: Walker;
  let address: string;

  test('an editor reads the call, begins, and learns at once whether it is worth while', async () => {
    editor = await cast.person('editor');
    address = await beginDraft(editor, 'editor');
    await editor.follow('programmes.section.eligibility.title');
    await editor.heading('programmes.section.eligibility.title').waitFor();
    await editor.page.locator('input[name="seatInBerlin"][value="false"]').check();
    await editor.text('programmes.form.seatInBerlin.otherwise').waitFor();
    await editor.see('eligibility-not', 'programmes.section.eligibility.title');
    await answerEligibility(editor);
    await editor.text('programmes.form.seatInBerlin.otherwise').waitFor({ state: 'detached' });
    await savedByItself(editor);
    await editor.see('eligibility', 'programmes.section.eligibility.title');
  });

  test('what is typed is saved by itself, and what is missing is said once', async () => {
    await editor.press('funding.section.next');
    await editor.heading('programmes.section.project.title').waitFor();
    await editor.press('funding.section.next');
    await editor.page.getByRole('alert').waitFor();
    await editor.see('project-missing', 'programmes.section.project.title');
    await writeProject(editor, words);
    await savedByItself(editor);
    await editor.page.reload();
    await editor.heading('programmes.section.project.title').waitFor();
    expect(await editor.page.locator('[name="title"]').inputValue()).toBe(words.title);
    expect(await editor.page.locator('[name="goals"]').inputValue()).toBe(words.goals);
    await editor.see('project', 'programmes.section.project.title');
    await editor.press('funding.section.overview');
    await editor.heading('funding.task.title', 2).waitFor();
    await editor.look('tasks-half');
  });

  test('a second person finishes the same draft with sums that follow the typing', async () => {
    signatory = await cast.person('signatory');
    await signatory.signIn('signatory', '/funding/cases');
    await signatory.see('cases', 'funding.cases.title');
    await signatory.page.getByRole('link', { name: words.title }).click();
    await signatory.follow('programmes.section.plan.title');
    await signatory.heading('programmes.section.plan.title').waitFor();
    await writePlan(signatory, words);
    await savedByItself(signatory);
    await signatory.see('plan', 'programmes.section.plan.title');
    await signatory.press('funding.section.next');
    await signatory.heading('programmes.section.declarations.title').waitFor();
    await declare(signatory, 'Tarık Musterbrück');
    await signatory.see('declarations', 'programmes.section.declarations.title');
    await signatory.press('funding.section.next');
    await signatory.see('check', 'funding.check.title');
  });

  test('the editor may read it all but not submit it; the signatory submits', async () => {
    await editor.page.goto(`${address}/check`);
    await editor.text('funding.task.signatory').waitFor();
    await editor.see('check-editor', 'funding.check.title');
    expect(await editor.button('funding.check.submit').count()).toBe(0);
    await signatory.press('funding.check.submit');
    await signatory.text('funding.next.submitted').waitFor();
    await signatory.look('submitted');
  });

  test('a case officer finds it in the work list, takes it and proposes a grant', async () => {
    officer = await cast.person('case-officer');
    await officer.signIn('case-officer', '/funding/work-list');
    await openFromWorkList(officer, words.title, 'review');
    await officer.look('file-new');
    await officer.press('funding.act.take');
    await officer.text('funding.history.taken').waitFor();
    await proposeGrant(officer);
    await officer.look('file-proposed');
  });

  test('who proposed does not decide, on the page and behind it', async () => {
    await officer.page.goto(`${address}/decide`);
    await officer.text('funding.decide.other-person').waitFor();
    await officer.see('decide-own', 'funding.decide.title');
    expect(await officer.button('funding.decide.approve.action').count()).toBe(0);
    officer.awaits(403, /\/approve$/);
    const status = await officer.page.evaluate<number>(
      `fetch('/api${address.replace('/cases/', '/applications/')}/approve', {method: 'POST',
        headers: {'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()},
        body: JSON.stringify({noticeSha256: '0'.repeat(64)})}).then((answer) => answer.status)`,
    );
    expect(status).toBe(403);
  });

  test('the approver sends it back with a comment, the officer reads it and proposes again', async () => {
    approver = await cast.person('approver');
    await approver.signIn('approver', '/funding/work-list?queue=decision');
    await openFromWorkList(approver, words.title, 'decision');
    await approver.follow('funding.act.decide');
    await approver.page.locator('.letter').waitFor();
    await approver.write('comment', OFFICIAL.comment);
    await approver.press('funding.return.action');
    await approver.text('funding.history.returned').waitFor();
    await officer.page.goto(address);
    await officer.page.getByText(OFFICIAL.comment).waitFor();
    await officer.look('file-returned');
    await proposeGrant(officer);
  });

  test('the approver sees the pages of the notice and releases them', async () => {
    await openFromWorkList(approver, words.title, 'decision');
    await release(approver, 'approve', 'grant');
  });

  test('the signatory opens the notice, and from then its days are counted', async () => {
    expect(await openNotice(signatory, words.title, 'grant')).toBe('%PDF-');
    await signatory.text('notices.delivery.delivered-on').waitFor();
    await signatory.text('notices.delivery.remedy-until').waitFor();
    await signatory.page.goto(address);
    await signatory.link('funding.case.notice').waitFor();
    await signatory.look('granted');
  });

  test('everybody finds the grant in the register and verifies it on their own device', async () => {
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
