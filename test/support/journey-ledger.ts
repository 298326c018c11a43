import { expect } from 'vitest';
import type { Walker } from './journey-walker.ts';
import { OFFICIAL } from './journey-words.ts';

/**
 * Publication comes by itself, on a busy machine in more than a minute: the list is asked again until the entry is there. `daily` does the work of
 * the day on which the notice has taken effect; each time anew, since what opening it set in motion may still be under way.
 */
export const findInLedger = async (walker: Walker, daily: () => Promise<void>): Promise<void> => {
  const { page } = walker;
  const words = OFFICIAL.grant.purpose.split(' ').at(-1)!;
  const found = page.getByRole('main').getByRole('article').filter({ hasText: OFFICIAL.grant.purpose });
  const search = async (): Promise<number> => {
    await daily();
    await page.goto('/ledger');
    await walker.write('q', words);
    await walker.press('ledger.list.find');
    await page.waitForURL(/q=/);
    await page.waitForLoadState('networkidle');
    return found.count();
  };
  await expect.poll(search, { timeout: 150_000, interval: 2000 }).toBe(1);
  await walker.see('ledger-found', 'ledger.list.title');
  await found.getByRole('link').click();
  await walker.heading('ledger.entry.about', 2).waitFor();
};

/** The visitor's own browser proves the entry, then the whole register, and says in words what it checked. */
export const verifyInBrowser = async (walker: Walker): Promise<void> => {
  const { page } = walker;
  await walker.look('entry');
  await walker.press('ledger.entry.check');
  await walker.text('ledger.check.entry', { number: 1, size: 1 }).waitFor();
  await walker.look('entry-verified');
  await page.goto('/ledger/verify');
  await walker.see('verify', 'ledger.verify.title');
  await walker.press('ledger.verify.start');
  await walker.text('ledger.check.holds').waitFor();
  await walker.see('verified', 'ledger.verify.title');
};
