import { describe, expect, test } from 'vitest';
import { allWasQuiet, journey } from '../support/journey-cast.ts';
import { foundInMail } from '../support/journey-mail.ts';
import { confirmAllPresent, OFFICE, openPastSitting } from '../support/journey-sitting.ts';
import type { Walker } from '../support/journey-walker.ts';

const QUESTION = 'Mit welchem Verkehrsmittel sind Sie gekommen?';
const ANSWER = 'Mit dem eigenen Auto, weil abends kein Bus fährt.';
const REASONS = 'Anerkannt wird die kürzeste Strecke von 10 Kilometern; für den Umweg wurde kein Grund genannt.';

/** A claim that is asked about, recognised in part by two officials, and told by a notice with its remedy. */
describe('a claim that is not recognised in full', () => {
  const cast = journey('not-in-full', { language: 'de', width: 1280 });
  let office: Walker;
  let member: Walker;
  let officer: Walker;
  let claim: string;

  test('the member adds kilometres and confirms', async () => {
    office = await cast.person('office');
    await office.signIn('body-office', OFFICE);
    await openPastSitting(office);
    await confirmAllPresent(office);
    member = await cast.person('member', { language: 'de', width: 360 });
    claim = new URL(await foundInMail(member, 'member', /\/compensation\/c-[0-9a-f]+/), cast.url).pathname;
    await member.signIn('member', claim);
    await member.follow('compensation.expense.add');
    await member.heading('compensation.expense.page').waitFor();
    await member.page.locator('[name="kind"][value="mileage"]').check();
    await member.write('kilometres', '20');
    await member.look('mileage');
    await member.press('compensation.expense.save');
    await member.text('compensation.next.drafted').waitFor();
    await member.page.locator('.bottom-bar button').click();
    await member.text('compensation.next.submitted').waitFor();
  });

  test('the office asks, the member answers in place', async () => {
    await office.page.goto(claim);
    await office.page.getByText(office.say('compensation.office.query.title')).click();
    await office.write('query', QUESTION);
    await office.look('query');
    await office.press('compensation.office.query.action');
    await office.text('compensation.stage.queried').waitFor();
    await member.page.reload();
    await member.page.getByText(QUESTION).waitFor();
    await member.write('answer', ANSWER);
    await member.look('answer');
    await member.press('compensation.messages.action');
    await member.text('compensation.next.submitted').waitFor();
  });

  test('the office proposes amount by amount, and cannot decide on it', async () => {
    await office.page.reload();
    await office.page.getByText(ANSWER).waitFor();
    await office.follow('compensation.office.propose.link');
    await office.heading('compensation.office.propose.title').waitFor();
    await office.page.locator('[name^="amount-"]').last().fill('2,00');
    await office.write('reasons', REASONS);
    await office.see('propose', 'compensation.office.propose.title');
    await office.press('compensation.office.propose.action');
    await office.text('compensation.stage.rejectionProposed').waitFor();
    await office.look('proposed');
    expect(await office.link('compensation.office.decide.link').count()).toBe(0);
  });

  test('the case officer sees the very pages and releases them', async () => {
    officer = await cast.person('officer');
    await officer.signIn('district-officer', claim);
    await officer.follow('compensation.office.decide.link');
    await officer.page.locator('.letter').waitFor();
    await officer.see('decide', 'compensation.office.decide.title');
    await officer.press('compensation.office.decide.action');
    await officer.page.getByRole('dialog').waitFor();
    await officer.page
      .getByRole('dialog')
      .getByRole('button', { name: officer.say('compensation.office.decide.confirm'), exact: true })
      .click();
    await officer.text('compensation.stage.partlyCertified').waitFor();
    await officer.look('decided');
  });

  test('the member reads what is recognised and opens the notice, which counts its days', async () => {
    await member.page.reload();
    await member.text('compensation.next.partlyCertified').waitFor();
    await member.look('recognised');
    const listed = async (): Promise<number> => {
      await member.page.goto('/notices');
      await member.heading('notices.list.title').waitFor();
      return member.page.getByRole('article').count();
    };
    await expect.poll(listed, { timeout: 30_000 }).toBeGreaterThan(0);
    await member.page.getByRole('article').first().getByRole('link').click();
    await member.button('notices.open.action').waitFor();
    const coming = member.page.waitForEvent('download');
    await member.press('notices.open.action');
    await (await coming).path();
    await member.text('notices.delivery.delivered').waitFor();
    await member.look('notice');
  });

  allWasQuiet(cast);
});
