import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitOverApi } from '../support/applications.ts';
import type { Device } from '../support/browser.ts';
import { runningCity, type RunningCity } from '../support/running-city.ts';
import { Walker } from '../support/walk.ts';

const DESK: Device = { language: 'de', width: 1280, theme: 'dark' };
const CASE = '/funding/cases/app-refusal';

describe('a proposal that goes back once and ends as a refusal', () => {
  let city: RunningCity;
  const walkers: Walker[] = [];

  const person = async (name: string, to: string) => {
    const walker = await Walker.with(city.browser, DESK, city.url, 'refusal');
    walkers.push(walker);
    await walker.signIn(name, to);
    return walker;
  };

  beforeAll(async () => {
    city = await runningCity();
    const signatory = await person('signatory', '/funding/cases');
    await submitOverApi(signatory.page, 'app-refusal', 'Antrag ohne Aussicht');
  });
  afterAll(() => city?.stop());

  const propose = async (officer: Walker, reasons: string) => {
    await officer.page.goto(`${CASE}/propose`);
    await officer.page.locator('[name="kind"][value="refusal"]').check();
    await officer.write('reasons', '');
    await officer.press('funding.propose.submit');
    await officer.page.locator('.error-summary').waitFor();
    await officer.write('reasons', reasons);
    await officer.write('examinationNote', 'Rang 23 von 27.');
    await officer.press('funding.propose.submit');
    await officer.page.getByRole('heading', { name: officer.say('funding.proposal.refusal') }).waitFor();
  };

  test('the officer proposes to refuse; empty reasons are named first', async () => {
    const officer = await person('case-officer', CASE);
    await propose(officer, 'Die Mittel reichen nicht für alle Anträge.');
    await officer.see('01-proposed');
  });

  test('who proposed sees the notice but cannot release it', async () => {
    const officer = walkers[1]!;
    await officer.page.goto(`${CASE}/decide`);
    await officer.page.getByText(officer.say('funding.decide.other-person')).waitFor();
    expect(await officer.page.getByRole('button', { name: officer.say('funding.decide.refuse.action') }).count()).toBe(
      0,
    );
  });

  test('another person sends it back with a comment that the officer reads', async () => {
    const approver = await person('approver', `${CASE}/decide`);
    await approver.page.locator('.letter').waitFor();
    await approver.write('comment', 'Bitte das Ermessen begründen.');
    await approver.press('funding.return.action');
    await approver.page.getByText('Bitte das Ermessen begründen.').waitFor();
    await walkers[1]!.page.goto(CASE);
    await walkers[1]!.page.getByText('Bitte das Ermessen begründen.').waitFor();
  });

  test('the second proposal is released as a refusal, and the organisation learns why', async () => {
    const kept = walkers[1]!.page.locator('[name="reasons"]');
    await walkers[1]!.page.goto(`${CASE}/propose`);
    await walkers[1]!.page.getByText('Bitte das Ermessen begründen.').waitFor();
    expect(await kept.inputValue()).toBe('Die Mittel reichen nicht für alle Anträge.');
    await propose(walkers[1]!, 'Die Mittel reichen nicht. Nach Rangfolge gehen andere Anträge vor.');
    const approver = walkers[2]!;
    await approver.page.goto(`${CASE}/decide`);
    await approver.page.locator('.letter').waitFor();
    await approver.press('funding.decide.refuse.action');
    await approver.press('funding.decide.refuse.confirm');
    await approver.page.getByText(approver.say('funding.file.refused')).waitFor();
    const signatory = walkers[0]!;
    await signatory.page.goto(CASE);
    await signatory.page.getByText(signatory.say('funding.next.refused')).waitFor();
    await signatory.see('02-refused');
    await signatory.follow('funding.case.notice');
    await signatory.page.getByRole('heading', { name: signatory.say('notices.kind.refusal') }).waitFor();
    await signatory.see('03-notice');
  });

  test('another organisation gets the same answer as for what does not exist', async () => {
    const stranger = await person('signatory2', CASE);
    await stranger.see('04-stranger', stranger.say('ui.not-found.title'));
    await stranger.page.goto('/funding/cases/app-that-never-was');
    await stranger.page.getByRole('heading', { name: stranger.say('ui.not-found.title') }).waitFor();
  });

  test('no page had a barrier, and no script failed', () => {
    expect(walkers.flatMap((walker) => walker.complaints)).toEqual([]);
  });
});
