import { describe, test } from 'vitest';
import { allWasQuiet, journey } from '../support/journey-cast.ts';
import { foundInMail } from '../support/journey-mail.ts';
import { confirmAllPresent, OFFICE, openPastSitting } from '../support/journey-sitting.ts';
import type { Walker } from '../support/journey-walker.ts';
import { receiptPicture } from '../support/receipt-picture.ts';

/** A volunteer in Arabic on a phone of 360 px: from the mail to the confirmed claim with a receipt of two pages. */
describe('a volunteer and what is due to them', () => {
  const cast = journey('volunteer', { language: 'ar', width: 360 });
  let member: Walker;
  let claim: string;

  test('the office confirms who was there', async () => {
    const office = await cast.person('office', { language: 'de', width: 360 });
    await office.signIn('body-office', OFFICE);
    await openPastSitting(office);
    await confirmAllPresent(office);
  });

  test('the mail leads to the claim, which is written already', async () => {
    member = await cast.person('member');
    claim = await foundInMail(member, 'member', /\/compensation\/c-[0-9a-f]+/);
    member.awaits(401, /^\/api\//);
    await member.page.goto(claim);
    await member.heading('ui.fault.sign-in').waitFor();
    await member.page
      .getByRole('main')
      .getByRole('link', { name: member.say('ui.sign-in') })
      .click();
    await member.choosePerson('member');
    await member.text('compensation.next.drafted').waitFor();
    await member.look('claim');
  });

  test('an expense says what is missing, and its receipt is photographed page by page', async () => {
    const { page } = member;
    await member.follow('compensation.expense.add');
    await member.heading('compensation.expense.page').waitFor();
    await page.locator('[name="kind"][value="publicTransport"]').check();
    await member.press('compensation.expense.save');
    await page.getByRole('alert').waitFor();
    await member.see('expense-missing', 'compensation.expense.page');
    await member.write('cents', '٧٫٦٠');
    for (const number of [1, 2]) {
      const chooser = page.waitForEvent('filechooser');
      await member.press('compensation.receipt.camera');
      const picture = { name: `IMG_${number}.jpg`, mimeType: 'image/jpeg' };
      await (await chooser).setFiles({ ...picture, buffer: await receiptPicture(page, `Beleg ${number}`) });
      await page.getByText(`IMG_${number}.jpg`).waitFor();
    }
    await member.see('expense', 'compensation.expense.page');
  });

  test('what was typed survives a reload', async () => {
    await member.page.reload();
    await member.heading('compensation.expense.page').waitFor();
    await member.page.getByText('IMG_2.jpg').waitFor();
    await member.press('compensation.expense.save');
    await member.text('compensation.next.drafted').waitFor();
    await member.heading('compensation.kind.publicTransport', 3).waitFor();
    await member.look('claim-with-expense');
  });

  test('one tap confirms exactly what stands there', async () => {
    await member.page.locator('.bottom-bar button').click();
    await member.text('compensation.next.submitted').waitFor();
    await member.look('submitted');
    await member.page.goto('/compensation');
    await member.see('claims', 'compensation.claims.title');
    await member.text('compensation.stage.submitted').first().waitFor();
  });

  test('bank details are entered after a fresh sign-in, and what is wrong is said at the field', async () => {
    const { page } = member;
    await page.goto('/account');
    await member.see('account', 'accounts.title');
    await page.getByRole('main').locator('a[href*="anew=1"]').click();
    await member.choosePerson('member');
    await member.heading('accounts.change.title').waitFor();
    await member.write('iban', 'DE8937040044053201300');
    await member.press('accounts.change.action');
    await page.getByRole('alert').waitFor();
    await member.see('account-wrong', 'accounts.change.title');
    await member.write('iban', 'DE89370400440532013000');
    await member.write('holder', 'Fatima Probemann');
    await member.press('accounts.change.action');
    await member.heading('accounts.waiting.title', 2).waitFor();
    await member.look('account-waiting');
  });

  test('the link of the mail confirms by a press, not by being opened', async () => {
    const link = await foundInMail(member, 'member', /\/account\/confirm#[\w-]+/);
    await member.page.goto(link);
    await member.see('account-confirm', 'accounts.confirm.title');
    await member.press('accounts.confirm.action');
    await member.heading('accounts.title').waitFor();
    await member.look('account-confirmed');
  });

  test('the yearly statement says what was paid, and promises nothing', async () => {
    await member.page.goto(`/compensation/statements/${new Date().getFullYear()}`);
    await member.heading('compensation.statement.limits', 2).waitFor();
    await member.look('statement');
  });

  allWasQuiet(cast);
});
