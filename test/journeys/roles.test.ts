import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allWasQuiet, journey } from '../support/journey-cast.ts';
import type { Walker } from '../support/journey-walker.ts';
import { SAMPLE_ANSWERS, SAMPLE_PROPOSAL } from '../support/sample-application.ts';

const ID = 'app-roles';
const CASE = `/funding/cases/${ID}`;
const API = `/api/funding/applications/${ID}`;
const TITLE = 'Beratung und Begegnung im Kiez';

/** Asks the portal as the page itself would. @throws Error unless it did what was asked */
const ask = async (page: Page, method: string, path: string, body: object, version?: number): Promise<void> => {
  const script = `fetch(${JSON.stringify(path)}, {method: '${method}', body: ${JSON.stringify(JSON.stringify(body))},
    headers: {'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()${version === undefined ? '' : `, 'if-match': '"${version}"'`}}})
    .then(async (answer) => answer.ok ? '' : answer.status + ' ' + (await answer.text()))`;
  const refused = await page.evaluate<string>(script);
  if (refused !== '') throw new Error(`${method} ${path}: ${refused}`);
};

const draft = async (page: Page): Promise<number> => {
  await ask(page, 'PUT', API, { call: 'struktur-2027', organisation: 'org-brueckenhaus' });
  let version = 1;
  for (const [section, answers] of Object.entries(SAMPLE_ANSWERS)) {
    await ask(page, 'PUT', `${API}/sections/${section}`, { answers }, version);
    version += 1;
  }
  return version;
};

/** What a person can press in the page itself: links only lead somewhere, buttons act. */
const buttonsOf = (walker: Walker): Promise<string[]> =>
  walker.page.getByRole('main').getByRole('button').allInnerTexts();

describe('who may see a case and who may not', () => {
  const cast = journey('roles', { language: 'de', width: 1280 });

  test('a case with a proposal lies at the authority', async () => {
    const signatory = await cast.person('signatory');
    await signatory.signIn('signatory', '/funding/cases');
    await ask(signatory.page, 'POST', `${API}/submit`, { version: await draft(signatory.page) });
    const officer = await cast.person('case-officer');
    await officer.signIn('case-officer', CASE);
    await ask(officer.page, 'POST', `${API}/propose-approval`, SAMPLE_PROPOSAL);
  });

  test('an auditor reads the whole file and can act on nothing', async () => {
    const auditor = await cast.person('auditor');
    await auditor.signIn('auditor', CASE);
    await auditor.page
      .getByRole('listitem')
      .filter({ hasText: auditor.say('funding.history.approvalProposed') })
      .waitFor();
    await auditor.heading('funding.proposal.grant', 2).waitFor();
    await auditor.look('auditor-file');
    expect(await buttonsOf(auditor)).toEqual([]);
    expect(await auditor.link('funding.act.decide').count()).toBe(0);
  });

  test('its organisation does not learn what is only proposed', async () => {
    const signatory = await cast.person('signatory');
    await signatory.page.goto(CASE);
    await signatory.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await signatory.text('funding.next.inReview').waitFor();
    expect(await signatory.page.getByText(signatory.say('funding.stage.proposedApproval')).count()).toBe(0);
    expect(await signatory.heading('funding.proposal.grant', 2).count()).toBe(0);
    await signatory.look('signatory-in-review');
  });

  test.each(['editor2', 'district-officer', 'member', 'admin'])('for %s there is no such case', async (name) => {
    const stranger = await cast.person(name);
    stranger.awaits(404, /\/api\/funding\/applications\//);
    await stranger.signIn(name, CASE);
    await stranger.see(`${name}-not-found`, 'ui.not-found.title');
    expect(await stranger.page.getByText(TITLE).count()).toBe(0);
    await stranger.page.goto(`${CASE}/decide`);
    await stranger.heading('ui.not-found.title').waitFor();
  });

  test('the district officer has a work list of their own, without it', async () => {
    const district = await cast.person('district-officer');
    await district.page.goto('/funding/work-list?queue=decision');
    await district.see('district-work-list', 'funding.work.title');
    expect(await district.page.getByText(TITLE).count()).toBe(0);
  });

  test('who is not signed in is asked to, and comes to the case afterwards', async () => {
    const approver = await cast.person('approver');
    approver.awaits(401, /\/api\/funding\/applications\//);
    await approver.page.goto(CASE);
    await approver.see('asked-to-sign-in', 'ui.fault.sign-in');
    await approver.follow('ui.sign-in');
    await approver.choosePerson('approver');
    await approver.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });

  allWasQuiet(cast);
});
