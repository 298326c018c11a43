import { expect } from 'vitest';
import type { Walker } from './journey-walker.ts';

/** Mails are sent by the outbox, a moment after the act. */
const SOON = { timeout: 20_000 };

/** What the local mailbox holds for this person that matches; the newest. Waits until it is there. */
export const foundInMail = async ({ page }: Walker, person: string, pattern: RegExp): Promise<string> => {
  let found: string | undefined;
  const look = async (): Promise<string | undefined> => {
    await page.goto('/mailbox');
    const letters = page
      .getByRole('listitem')
      .filter({ hasText: `${person}@` })
      .getByRole('link');
    for (const letter of await letters.all()) {
      const text = await (await page.request.get((await letter.getAttribute('href'))!)).text();
      found ??= pattern.exec(text)?.[0];
    }
    return found;
  };
  await expect.poll(look, SOON).toBeDefined();
  return found!;
};
