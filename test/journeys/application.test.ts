import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Device } from '../support/browser.ts';
import { runningCity, type RunningCity } from '../support/running-city.ts';
import { say, Walker } from '../support/walk.ts';

const SECTIONS = ['eligibility', 'project', 'plan', 'declarations'] as const;

/** The whole story once on a desktop in German, once on a phone in Arabic: by the people whom it is about. */
describe.each<Device>([
  { language: 'de', width: 1280 },
  { language: 'ar', width: 360 },
])('an application from draft to public entry, %o', (device) => {
  const { language } = device;
  const title = language === 'de' ? 'Beratung im Kiez' : 'استشارة في الحي';
  let city: RunningCity;
  const walkers: Walker[] = [];

  beforeAll(async () => {
    city = await runningCity();
  });
  afterAll(() => city?.stop());

  const person = async (name: string, to: string) => {
    const walker = await Walker.with(city.browser, device, city.url, 'application');
    walkers.push(walker);
    await walker.signIn(name, to);
    return walker;
  };
  let address = '';

  test('an editor finds the call and writes with everything saved', async () => {
    const editor = await Walker.with(city.browser, device, city.url, 'application');
    walkers.push(editor);
    const { page } = editor;
    await page.goto('/programmes/calls');
    await editor.see('01-calls', editor.say('programmes.calls.title'));
    await page.locator('article a').first().click();
    await editor.see('02-call');
    await editor.follow('programmes.call.sign-in');
    await page.locator('#editor').click();
    await editor.press('programmes.call.begin');
    await page.getByRole('heading', { name: editor.say('funding.task.title') }).waitFor();
    await editor.see('03-tasks');
    address = new URL(page.url()).pathname;
    await page.getByRole('link', { name: editor.say('programmes.section.eligibility.title') }).click();
    await editor.see('04-eligibility', editor.say('programmes.section.eligibility.title'));
    for (const question of ['seatInBerlin', 'boardMajority', 'notBegun', 'noDoubleFunding']) {
      await page.locator(`#${question}`).check();
    }
    await editor.press('funding.section.next');
    await editor.see('05-project', editor.say('programmes.section.project.title'));
    await editor.press('funding.section.next');
    await page.getByRole('alert').waitFor();
    await editor.see('06-project-errors');
    await editor.write('title', title);
    await editor.write('purpose', language === 'de' ? 'Eine halbe Stelle für Beratung.' : 'نصف وظيفة للاستشارة.');
    await editor.write('goals', language === 'de' ? '120 Gespräche im Jahr.' : '120 محادثة في السنة.');
    await page.locator('#place').selectOption('03');
    for (const [part, value] of Object.entries({ from: '1', 'from-month': '1', 'from-year': '2027' }))
      await editor.write(part, value);
    for (const [part, value] of Object.entries({ to: '31', 'to-month': '12', 'to-year': '2027' }))
      await editor.write(part, value);
    await editor.press('funding.section.next');
    await editor.see('07-plan-empty', editor.say('programmes.section.plan.title'));
  });

  test('the plan adds up while it is typed, in the way of the language', async () => {
    const walker = walkers[0]!;
    const { page } = walker;
    await walker.press('funding.plan.add.costs');
    await walker.write('costs-0-label', language === 'de' ? 'Beratung, halbe Stelle' : 'استشارة، نصف وظيفة');
    await walker.write('costs-0-cents', language === 'de' ? '48.000,50' : '٤٨٬٠٠٠٫٥٠');
    await walker.press('funding.plan.add.cover');
    await walker.write('cover-0-label', language === 'de' ? 'Beiträge' : 'اشتراكات');
    await walker.write('cover-0-cents', language === 'de' ? '8.000,50' : '8000٫50');
    await expect.poll(() => page.locator('.plan-sum').innerText()).toMatch(/40[.,٬]?000/);
    await walker.see('08-plan');
    await walker.press('funding.section.next');
    await walker.see('09-declarations', walker.say('programmes.section.declarations.title'));
    await walker.write('contact', 'Amina Beispiel');
    await page.locator('#inputTax-false').check();
    for (const box of ['truthful', 'changes', 'publication']) await page.locator(`#${box}`).check();
    await walker.press('funding.section.next');
    await walker.see('10-check', walker.say('funding.check.title'));
    expect(walker.complaints).toEqual([]);
  });

  test('a signatory submits what was checked', async () => {
    const signatory = await person('signatory', '/funding/cases');
    const { page } = signatory;
    await signatory.see('11-cases', signatory.say('funding.cases.title'));
    await page.getByRole('link', { name: title }).click();
    await signatory.follow('funding.task.check');
    await signatory.see('12-check-signatory', signatory.say('funding.check.title'));
    for (const section of SECTIONS) {
      await page.getByRole('heading', { name: signatory.say(`programmes.section.${section}.title`) }).waitFor();
    }
    await signatory.press('funding.check.submit');
    await page.getByText(signatory.say('funding.next.submitted')).waitFor();
    await signatory.see('13-submitted');
    expect(signatory.complaints).toEqual([]);
  });

  test('a case officer takes it over and proposes', async () => {
    const officer = await person('case-officer', '/funding/work-list');
    const { page } = officer;
    await officer.see('14-work-list', officer.say('funding.work.title'));
    await page.goto(address);
    await officer.press('funding.act.take');
    await page.getByRole('button', { name: officer.say('funding.act.take-over') }).waitFor();
    await officer.see('15-case-file');
    await officer.follow('funding.act.propose');
    await officer.see('16-propose', officer.say('funding.propose.title'));
    await officer.write('reasons', 'Das Vorhaben erfüllt die Ziele des Programms.\n\nEs ist notwendig und angemessen.');
    await officer.write('examinationNote', 'Ausgaben geprüft, angemessen.');
    await officer.press('funding.propose.submit');
    await page.getByRole('heading', { name: officer.say('funding.proposal.grant') }).waitFor();
    await officer.see('17-proposed');
    expect(officer.complaints).toEqual([]);
  });

  test('another person sees the very notice and releases it', async () => {
    const approver = await person('approver', '/funding/work-list?queue=decision');
    const { page } = approver;
    await approver.see('18-decisions', approver.say('funding.work.title'));
    await page.goto(`${address}/decide`);
    await page.locator('.letter').waitFor();
    await approver.see('19-decide', approver.say('funding.decide.title'));
    await approver.press('funding.decide.approve.action');
    await page.getByRole('dialog').waitFor();
    await approver.see('20-release');
    await approver.press('funding.decide.approve.confirm');
    await page.getByText(approver.say('funding.file.approved')).waitFor();
    await approver.see('21-approved');
    expect(approver.complaints).toEqual([]);
  });

  test('the signatory opens the notice, which delivers it', async () => {
    const signatory = walkers[1]!;
    const { page } = signatory;
    await page.goto('/notices');
    await page.locator('article a').first().waitFor();
    await signatory.see('22-notices', signatory.say('notices.list.title'));
    await page.locator('article a').first().click();
    await page.getByRole('button', { name: signatory.say('notices.open.action') }).waitFor();
    await signatory.see('23-notice');
    const file = page.waitForEvent('download');
    await signatory.press('notices.open.action');
    expect((await file).suggestedFilename()).toMatch(/^Bescheid-.*\.pdf$/);
    await page.getByText(signatory.say('notices.delivery.delivered'), { exact: true }).waitFor();
    await signatory.see('24-delivered');
    expect(signatory.complaints).toEqual([]);
  });

  test('anyone finds the entry and verifies it on their own device', async () => {
    const visitor = await Walker.with(city.browser, device, city.url, 'application');
    const { page } = visitor;
    await expect
      .poll(
        async () => {
          await page.goto('/ledger');
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForLoadState('networkidle');
          return page.locator('article').count();
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBeGreaterThan(0);
    await visitor.see('25-ledger', visitor.say('ledger.list.title'));
    await page.locator('article a').first().click();
    await visitor.press('ledger.entry.check');
    await page.locator('.kern-alert--success').waitFor();
    await visitor.see('26-entry');
    await page.goto('/ledger/verify');
    await visitor.press('ledger.verify.start');
    await page.getByText(say(language, 'ledger.check.holds')).waitFor();
    await visitor.see('27-verified');
    await page.goto('/reports');
    await visitor.see('28-reports', visitor.say('ledger.report.title'));
    expect(visitor.complaints).toEqual([]);
  });
});
