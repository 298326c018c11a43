import type { Walker } from './journey-walker.ts';
import { OFFICIAL } from './journey-words.ts';

/** Finds the case in the work list by its title and opens it. */
export const openFromWorkList = async (walker: Walker, title: string, queue: 'review' | 'decision'): Promise<void> => {
  await walker.page.goto(`/funding/work-list?queue=${queue}`);
  await walker.see(`work-list-${queue}`, 'funding.work.title');
  await walker.page.getByRole('row').filter({ hasText: title }).getByRole('link').first().click();
  await walker.page.getByRole('heading', { level: 1, name: title }).waitFor();
};

export const proposeGrant = async (walker: Walker): Promise<void> => {
  const { grant } = OFFICIAL;
  await walker.follow('funding.act.propose');
  await walker.heading('funding.propose.title').waitFor();
  await walker.page.locator('input[name=kind][value=grant]').check();
  await walker.write('reasons', grant.reasons);
  await walker.write('examinationNote', grant.note);
  await walker.write('purpose', grant.purpose);
  await walker.write('publicPurpose', grant.purpose);
  await walker.see('propose-grant', 'funding.propose.title');
  await walker.press('funding.propose.submit');
  await walker.heading('funding.proposal.grant', 2).waitFor();
};

/** The approver reads the pages of the notice and releases them. */
export const release = async (walker: Walker, act: 'approve' | 'refuse', step: string): Promise<void> => {
  await walker.follow('funding.act.decide');
  await walker.page.locator('.letter').waitFor();
  await walker.see(`${step}-notice`, 'funding.decide.title');
  await walker.press(`funding.decide.${act}.action`);
  await walker.page.getByRole('dialog').waitFor();
  await walker.see(`${step}-dialog`, 'funding.decide.title');
  await walker.press(`funding.decide.${act}.confirm`);
  await walker.text(`funding.history.${act === 'approve' ? 'approved' : 'refused'}`).waitFor();
  await walker.look(`${step}-released`);
};

/** Opens the notice as the person to whom it goes; gives the first bytes of the file. */
export const openNotice = async (walker: Walker, title: string, step: string): Promise<string> => {
  const { page } = walker;
  await page.goto('/notices');
  await walker.see(`${step}-notices`, 'notices.list.title');
  await page.getByRole('article').filter({ hasText: title }).getByRole('link').click();
  await walker.button('notices.open.action').waitFor();
  await walker.look(`${step}-waiting`);
  const coming = page.waitForEvent('download');
  await walker.press('notices.open.action');
  const stream = await (await coming).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  await walker.text('notices.delivery.delivered').waitFor();
  await walker.look(`${step}-opened`);
  return Buffer.concat(chunks).subarray(0, 5).toString('latin1');
};
