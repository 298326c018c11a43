import { expect } from 'vitest';
import type { Walker } from './journey-walker.ts';
import type { JourneyWords } from './journey-words.ts';

const ELIGIBILITY = ['seatInBerlin', 'boardMajority', 'notBegun', 'noDoubleFunding'] as const;

/** From the list of calls to a draft of one's own; gives its address. */
export const beginDraft = async (walker: Walker, person: string): Promise<string> => {
  const { page } = walker;
  await page.goto('/');
  await walker.see('home', 'site.home.title');
  await walker.follow('site.home.calls');
  await walker.see('calls', 'programmes.calls.title');
  await page.getByRole('main').getByRole('article').getByRole('link').first().click();
  await walker.heading('programmes.call.who', 2).waitFor();
  await walker.look('call');
  await walker.follow('programmes.call.sign-in');
  await walker.look('sign-in');
  await walker.choosePerson(person);
  await walker.press('programmes.call.begin');
  await walker.heading('funding.task.title', 2).waitFor();
  await walker.look('draft-begun');
  return new URL(page.url()).pathname;
};

/** The autosave has told that everything is on the server. */
export const savedByItself = async (walker: Walker): Promise<void> => {
  const [before = ''] = walker.say('ui.save.saved').split('{{time}}');
  await walker.page.locator('.save-state').filter({ hasText: before.trim() }).waitFor();
};

export const answerEligibility = async (walker: Walker): Promise<void> => {
  for (const question of ELIGIBILITY) await walker.page.locator(`input[name="${question}"][value="true"]`).check();
};

const writeDay = async (walker: Walker, name: string, [day, month, year]: readonly string[]): Promise<void> => {
  await walker.write(name, day!);
  await walker.write(`${name}-month`, month!);
  await walker.write(`${name}-year`, year!);
};

export const writeProject = async (walker: Walker, words: JourneyWords): Promise<void> => {
  await walker.write('title', words.title);
  await walker.write('purpose', words.purpose);
  await walker.write('goals', words.goals);
  await walker.page.locator('select[name="place"]').selectOption('03');
  await writeDay(walker, 'from', ['1', '4', '2027']);
  await writeDay(walker, 'to', ['31', '12', '2027']);
};

/** The plan, whose sums are seen to follow every amount. */
export const writePlan = async (walker: Walker, words: JourneyWords): Promise<void> => {
  const { page } = walker;
  for (const side of ['costs', 'cover'] as const) {
    for (const [index, row] of words[side].entries()) {
      await walker.press(`funding.plan.add.${side}`);
      const kind = index === 0 ? side : `${side}-${index}-category`;
      await page.locator(`select[name="${kind}"]`).selectOption(row.category);
      await walker.write(`${side}-${index}-label`, row.label);
      await walker.write(`${side}-${index}-cents`, row.typed);
    }
  }
  await expect
    .poll(() => page.locator('.plan-sum').innerText())
    .toMatch(/57[.,٬]000[,.٫]50[^]*8[.,٬]000[,.٫]50[^]*49[.,٬]000/);
};

export const declare = async (walker: Walker, contact: string): Promise<void> => {
  await walker.write('contact', contact);
  await walker.page.locator('input[name="inputTax"][value="false"]').check();
  for (const box of ['truthful', 'changes', 'publication']) await walker.page.locator(`input[name="${box}"]`).check();
};
