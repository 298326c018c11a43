import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { statementXml, type Movement } from '../../functions/payments/statement.fixture.ts';
import { addDays, dayOf, type Day, type Instant } from '../../shared/kernel/day.ts';
import { submitByToken } from '../support/journey-claims.ts';
import { allWasQuiet, journey } from '../support/journey-cast.ts';
import { publishAfterCutOff } from '../support/journey-later.ts';
import { foundInMail } from '../support/journey-mail.ts';
import { confirmAllPresent, OFFICE as DESK } from '../support/journey-sitting.ts';
import type { Walker } from '../support/journey-walker.ts';

const AUTHORITY = 'be-ba-03';
const OFFICE = `authority=${AUTHORITY}`;
const TITLE = 'Sondersitzung Haushalt';
/** Members of the demo board who have no browser in this story; each has bank details. */
const OTHERS = ['board-1', 'board-3', 'board-4', 'board-6', 'board-7'] as const;
const CLAIMS = OTHERS.length + 1;
const PAYER_IBAN = 'DE48831978578963334018';
const TODAY = dayOf(new Date().toISOString() as Instant);

/** A day on which banks work unless it is a holiday: the Wednesday of next week. */
const nextWednesday = (): Day => {
  const weekday = new Date(`${TODAY}T00:00:00Z`).getUTCDay();
  return addDays(TODAY, ((3 - weekday + 7) % 7) + 7);
};

const writeDay = async (walker: Walker, name: string, day: Day): Promise<void> => {
  const [year = '', month = '', of = ''] = day.split('-');
  await walker.write(name, of);
  await walker.write(`${name}-month`, month);
  await walker.write(`${name}-year`, year);
};

const chooseAll = async (walker: Walker, act: 'certify' | 'order'): Promise<void> => {
  await walker.press('compensation.office.choose-all');
  await walker.press(`compensation.office.${act}.action`);
  await walker.page.getByRole('dialog').waitFor();
  await walker.look(`${act}-totals`);
  await walker.page
    .getByRole('dialog')
    .getByRole('button')
    .filter({ hasText: walker.say(`compensation.office.${act}.confirm`) })
    .click();
  await walker.page.getByText(walker.say(`compensation.office.${act}.done_other`, { count: CLAIMS })).waitFor();
  await walker.look(`${act}-done`);
};

const agree = async (walker: Walker, act: string, values = {}): Promise<void> => {
  await walker.press(`payments.act.${act}.action`);
  await walker.page.getByRole('dialog').waitFor();
  await walker.look(`run-${act}`);
  await walker.page
    .getByRole('dialog')
    .getByRole('button', { name: walker.say(`payments.act.${act}.confirm`, values), exact: true })
    .click();
};

const PHONE = { language: 'de', width: 360 } as const;

/** The demo bank carries the file out: the account of somebody else than the member is closed, the others get their money. */
const statementOfBank = async ({ page }: Walker, own: string): Promise<Buffer> => {
  await page.goto('/bank?lang=de');
  await page.getByRole('listitem').getByRole('link').first().click();
  await page.locator(`select:not([name="${own}"])`).first().selectOption('returned');
  await page.getByRole('button').click();
  const coming = page.waitForEvent('download');
  await page.getByRole('listitem').getByRole('link').first().click();
  return readFileSync((await (await coming).path()) ?? '');
};

/** Somebody else than whoever handed the statement over looks at the money that came back. */
const confirmReturn = async (who: Walker): Promise<void> => {
  await who.page.goto(`/payments/clarifications?${OFFICE}`);
  const why = who.say('payments.why.return-after-booking');
  const card = who.page.getByRole('article').filter({ hasText: why });
  await card.getByText(who.say('payments.clarify.title'), { exact: true }).click();
  await who.look('return-to-confirm');
  await card.getByRole('textbox').last().fill('Mit dem Kontoauszug verglichen');
  await card.getByRole('button', { name: who.say('payments.clarify.action') }).click();
  await card.waitFor({ state: 'detached' });
};

/** From planning a sitting to money that the bank has booked, to the one that came back, and to the public figure. */
describe('a sitting and what comes of it', () => {
  const cast = journey('from-sitting-to-figure', { language: 'de', width: 1280 });
  let office: Walker;
  let member: Walker;
  let certifier: Walker;
  let orderer: Walker;
  let claim: string;
  let run: string;
  let paid: readonly { readonly endToEndId: string; readonly amount: string }[];

  test('the office plans a sitting on a phone and confirms who was there', async () => {
    office = await cast.person('body-office', PHONE);
    await office.signIn('body-office', DESK);
    await office.follow('bodies.office.plan');
    await office.heading('bodies.plan.title').waitFor();
    await office.write('title', TITLE);
    await writeDay(office, 'day', addDays(TODAY, -1));
    await office.write('from', '17:30');
    await office.write('to', '19:30');
    await office.write('place', 'Rathaus, Raum 201');
    await office.press('bodies.plan.action');
    await office.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await confirmAllPresent(office);
    await office.look('attended');
  });

  test('a member finds the claim written and confirms it with one tap', async () => {
    member = await cast.person('member', PHONE);
    claim = await foundInMail(member, 'member', /\/compensation\/c-[0-9a-f]+/);
    await member.signIn('member', new URL(claim, cast.url).pathname);
    await member.text('compensation.next.drafted').waitFor();
    await member.look('claim');
    await member.page.locator('.bottom-bar button').click();
    await member.text('compensation.next.submitted').waitFor();
    for (const other of OTHERS) await submitByToken(cast, other);
  });

  test('the office certifies what was submitted, after its totals by body', async () => {
    await office.page.goto('/compensation/work-list');
    await office.button('compensation.office.choose-all').waitFor();
    await office.see('work-list', 'compensation.office.title');
    await chooseAll(office, 'certify');
  });

  test('another person orders', async () => {
    orderer = await cast.person('orderer');
    await orderer.signIn('orderer', `/compensation/work-list?queue=order&scope=${AUTHORITY}`);
    await orderer.button('compensation.office.choose-all').waitFor();
    await orderer.see('order-list', 'compensation.office.title');
    await chooseAll(orderer, 'order');
  });

  test('a run is opened and collects what is ready', async () => {
    certifier = await cast.person('certifier');
    await certifier.signIn('certifier', `/payments?${OFFICE}`);
    const ready = certifier.page.getByRole('main').getByRole('article');
    const look = async (): Promise<number> => {
      await certifier.page.reload();
      await certifier.page.waitForLoadState('networkidle');
      return ready.count();
    };
    await expect.poll(look, { timeout: 60_000 }).toBe(CLAIMS);
    await certifier.see('orders', 'payments.orders.title');
    await certifier.page.goto(`/payments/runs?${OFFICE}`);
    await certifier.heading('payments.runs.title').waitFor();
    await certifier.page.getByText(certifier.say('payments.open.title')).click();
    await writeDay(certifier, 'executionDay', nextWednesday());
    await certifier.page.locator('input[name="channel"][value="verified"]').check();
    await certifier.see('open-run', 'payments.runs.title');
    await certifier.press('payments.open.action');
    await certifier.button('payments.act.close.action').waitFor({ timeout: 60_000 });
    await certifier.look('run-open');
    run = new URL(certifier.page.url()).pathname;
  });

  test('one person closes it with its totals, and cannot release it', async () => {
    await agree(certifier, 'close');
    await certifier.text('payments.run-next.closed').waitFor();
    await certifier.look('run-closed');
    expect(await certifier.button('payments.act.release.action').count()).toBe(0);
  });

  test('another person releases it by its hash, takes the file and hands it over', async () => {
    await orderer.page.goto(run);
    await orderer.button('payments.act.release.action').waitFor();
    await orderer.look('run-to-release');
    await agree(orderer, 'release', { amount: '120,00\u00A0€' });
    await orderer.text('payments.run-next.released').waitFor();
    await orderer.look('run-released');
    const coming = orderer.page.waitForEvent('download');
    await orderer.press('payments.act.download');
    const file = readFileSync((await (await coming).path()) ?? '', 'utf8');
    expect(file).toContain('pain.001.001.09');
    paid = [...file.matchAll(/<EndToEndId>([^<]+)<[^]*?<InstdAmt Ccy="EUR">([^<]+)</g)].map(
      ([, endToEndId = '', amount = '']) => ({ endToEndId, amount }),
    );
    expect(paid.map(({ amount }) => amount)).toEqual(Array(CLAIMS).fill('20.00'));
    await orderer.page.getByText(orderer.say('payments.act.transmitted.title')).click();
    await orderer.press('payments.act.transmitted.action');
    await orderer.text('payments.run-next.sent').waitFor();
  });

  test('the bank’s statement books all and gives one back', async () => {
    const { page } = certifier;
    await page.goto(`/payments/statements?${OFFICE}`);
    await certifier.see('statements-empty', 'payments.statements.title');
    const own = /A\d\d-[2-9A-Z]{6}/.exec(await member.page.getByRole('main').innerText())?.[0] ?? '';
    const stray: Movement = { amount: '7.00', credit: true, reference: 'stray-1', on: TODAY };
    const files = [Buffer.from(statementXml(PAYER_IBAN, [stray])), await statementOfBank(orderer, own)];
    for (const [index, buffer] of files.entries()) {
      await page.locator('input[name="statement"]').setInputFiles({ name: 'auszug.xml', mimeType: 'text/xml', buffer });
      await certifier.text('payments.statement.worked').nth(index).waitFor({ timeout: 60_000 });
    }
    await certifier.look('statement');
    await page.goto(`/payments/clarifications?${OFFICE}`);
    await certifier.text('payments.why.unknown-credit').waitFor();
    await certifier.see('clarifications', 'payments.clarifications.title');
    await confirmReturn(orderer);
    await page.goto(run);
    await certifier.text('payments.run-next.booked').waitFor();
    await certifier.look('run-booked');
  });

  test('the member sees on the phone that the money is on the account', async () => {
    const seen = async (): Promise<number> => {
      await member.page.reload();
      await member.page.waitForLoadState('networkidle');
      return member.text('compensation.next.paid').count();
    };
    await expect.poll(seen, { timeout: 60_000 }).toBeGreaterThan(0);
    await member.look('paid');
    await member.page.goto(`/compensation/statements/${TODAY.slice(0, 4)}`);
    await member.heading('compensation.statement.limits', 2).waitFor();
    await member.look('statement');
  });

  test('the auditor reads all of it and can press nothing', async () => {
    const auditor = await cast.person('auditor');
    await auditor.signIn('auditor', run);
    await auditor.text('payments.run-next.booked').waitFor();
    await auditor.look('auditor-run');
    expect(await auditor.page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await auditor.page.getByRole('main').innerText()).not.toContain(PAYER_IBAN.slice(4, 8));
    await auditor.page.goto(`/compensation/work-list?queue=failed&scope=${AUTHORITY}`);
    await auditor.see('auditor-failed', 'compensation.office.title');
    expect(await auditor.page.getByRole('main').getByRole('checkbox').count()).toBe(0);
  });

  test('after the cut-off everybody reads the quarter’s figure, and nobody’s name', async () => {
    await publishAfterCutOff(cast.folder);
    const visitor = await cast.person('visitor', PHONE);
    const seen = async (): Promise<number> => {
      await visitor.page.goto('/ledger/compensation');
      await visitor.heading('ledger.compensation.title').waitFor();
      return visitor.page.getByText('100,00\u00A0€').count();
    };
    await expect.poll(seen, { timeout: 60_000 }).toBeGreaterThan(0);
    await visitor.see('figure', 'ledger.compensation.title');
    expect(await visitor.page.getByRole('main').innerText()).not.toContain('Probemann');
    await visitor.page.getByRole('table').getByRole('link').first().click();
    await visitor.page.waitForURL(/\/ledger\/entries\/agg-/);
    await visitor.look('figure-entry');
  });

  allWasQuiet(cast);
});
