import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { allWasQuiet, journey } from '../support/journey-cast.ts';
import { foundInMail } from '../support/journey-mail.ts';
import { confirmAllPresent, OFFICE, openPastSitting } from '../support/journey-sitting.ts';
import type { Walker } from '../support/journey-walker.ts';

/** The open page as a PDF, as an office prints an agenda into one. */
const pagesOf = (page: Page): Promise<Buffer> => page.pdf({ format: 'A4' });

const TITLE = 'Sondersitzung zum Haushalt';

/** The office of a board on a phone, from planning to the list; a member sees at once what comes of it. */
describe('a board and its sittings on a phone', () => {
  const cast = journey('attendance', { language: 'de', width: 360 });
  let office: Walker;
  let member: Walker;
  let held: string;

  test('everybody sees who advises whom, and how to reach them', async () => {
    const visitor = await cast.person('visitor');
    await visitor.page.goto('/bodies');
    await visitor.see('bodies', 'bodies.list.title');
    await visitor.page.locator('[name="district"]').selectOption({ index: 3 });
    await visitor.page.getByRole('main').getByRole('link').last().click();
    await visitor.heading('bodies.body.contact', 2).waitFor();
    await visitor.look('body');
  });

  test('the office plans a sitting, and is told what is missing', async () => {
    office = await cast.person('office');
    await office.signIn('body-office', OFFICE);
    await office.see('office', 'bodies.office.title');
    await office.follow('bodies.office.plan');
    await office.heading('bodies.plan.title').waitFor();
    await office.press('bodies.plan.action');
    await office.page.getByRole('alert').waitFor();
    await office.see('plan-missing', 'bodies.plan.title');
    await office.write('title', TITLE);
    const year = String(new Date().getFullYear() + 1);
    for (const [name, text] of [
      ['day', '20'],
      ['day-month', '5'],
      ['day-year', year],
      ['from', '1730'],
      ['to', '19:30'],
      ['place', 'Rathaus, Raum 201'],
    ] as const)
      await office.write(name, text);
    await office.see('plan', 'bodies.plan.title');
    await office.press('bodies.plan.action');
    await office.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });

  test('it invites, and the invitation lies in the mailbox', async () => {
    await office.press('bodies.invite.action');
    await office.button('bodies.invite.again').waitFor();
    await office.look('invited');
    await foundInMail(await cast.person('mailbox'), 'member', new RegExp(TITLE));
  });

  test('the agenda goes up as a PDF, and everybody can open it', async () => {
    const { page } = office;
    await page.getByText(office.say('bodies.document.add')).click();
    await office.write('document-title', 'Einladung und Tagesordnung');
    const file = { name: 'tagesordnung.pdf', mimeType: 'application/pdf', buffer: await pagesOf(page) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText(office.say('bodies.document.public')).click();
    await office.press('bodies.document.send');
    await office.text('bodies.document.is-public').waitFor();
    await office.look('document');
    const visitor = await cast.person('visitor');
    await visitor.page.goto('/bodies/body-bezirk-03');
    const opened = visitor.page.waitForResponse((response) => response.url().endsWith('/open'));
    await visitor.page.getByRole('button', { name: 'Einladung und Tagesordnung' }).first().click();
    expect((await opened).status()).toBe(200);
  });

  test('after a sitting it taps who was there and confirms with the thumb', async () => {
    await openPastSitting(office);
    held = new URL(office.page.url()).pathname;
    await office.press('bodies.attendance.confirm');
    await office.page.getByRole('alert').waitFor();
    await office.look('list-open');
    await confirmAllPresent(office);
    await office.look('list-confirmed');
  });

  test('a mistake is corrected with a reason', async () => {
    await office.press('bodies.attendance.begin-correction');
    await office.page.locator('.seat').last().getByText(office.say('bodies.attendance.choice.absent')).click();
    await office.write('reason', 'Das Mitglied war krank und hat sich nach der Sitzung gemeldet.');
    await office.look('correction');
    await office.press('bodies.attendance.correct');
    await office.heading('bodies.attendance.corrections', 3).waitFor();
    await office.look('corrected');
  });

  test('the member sees the list and what is due', async () => {
    await foundInMail(await cast.person('mailbox'), 'member', /\/compensation\/c-/);
    member = await cast.person('member');
    await member.signIn('member', '/calendar');
    await member.see('calendar', 'bodies.calendar.title');
    await member.page.goto(held);
    await member.heading('bodies.attendance.title', 2).waitFor();
    await member.look('member-list');
    await member.follow('bodies.attendance.to-claims');
    await member.see('claims', 'compensation.claims.title');
    await member.text('compensation.stage.drafted').first().waitFor();
  });

  test('the member objects, and the office answers', async () => {
    await member.page.goto(held);
    await member.write('objection', 'Ich war bis zum Ende da, nicht nur bis 19 Uhr.');
    await member.press('bodies.objection.action');
    await member.page.getByText('Ich war bis zum Ende da').waitFor();
    await office.page.goto(held);
    await office.page
      .locator('[name^="answer-"]')
      .fill('Die Zeiten gelten für die ganze Sitzung; Sie sind als anwesend eingetragen.');
    await office.look('objection');
    await office.press('bodies.objection.answer-action');
    await office.text('bodies.objection.outcome.stays').waitFor();
  });

  test('seats and what the board pays can be seen and changed by those in charge', async () => {
    await office.page.goto(OFFICE);
    await office.page
      .getByRole('link', { name: office.say('bodies.seats.change') })
      .last()
      .click();
    await office.heading('bodies.seats.as.member', 2).waitFor();
    await office.look('seat');
    const manager = await cast.person('manager');
    await manager.signIn('programme-manager', `${OFFICE}/settings`);
    await manager.see('settings', 'bodies.settings.title');
  });

  test('a member says how to be reached and consents to what they want', async () => {
    await member.page.goto('/calendar/details');
    await member.heading('bodies.details.title').waitFor();
    await member.page.locator('[name="isNamed"]').check();
    await member.write('street', 'Musterstraße 5');
    await member.press('bodies.details.save');
    await member.page.getByRole('alert').waitFor();
    await member.write('postcode', '13187');
    await member.write('town', 'Berlin');
    await member.see('details', 'bodies.details.title');
    await member.press('bodies.details.save');
    await member.heading('bodies.calendar.title').waitFor();
    await member.page.getByText('Musterstraße 5').waitFor();
  });

  allWasQuiet(cast);
});
