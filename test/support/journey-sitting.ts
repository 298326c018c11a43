import type { Walker } from './journey-walker.ts';

/** The desk of the demo board's office. */
export const OFFICE = '/bodies/body-bezirk-03/office';

/**
 * Opens a sitting that is over and whose list nobody has confirmed yet.
 * @throws Error if the office has none
 */
export const openPastSitting = async (office: Walker): Promise<void> => {
  await office.page.goto(OFFICE);
  await office.heading('bodies.office.title').waitFor();
  const today = new Date().toISOString().slice(0, 10);
  const planned = office.page.getByRole('article').filter({ hasText: office.say('bodies.sitting.stage.planned') });
  await planned.first().waitFor();
  for (const card of await planned.all()) {
    const from = await card.locator('time').first().getAttribute('datetime');
    if (from === null || from.slice(0, 10) >= today) continue;
    await card.getByRole('link').click();
    await office.heading('bodies.attendance.title', 2).waitFor();
    return;
  }
  throw new Error('No sitting waits for its list');
};

/** Says that all members were there, and confirms. */
export const confirmAllPresent = async (office: Walker): Promise<void> => {
  await office.press('bodies.attendance.all');
  await office.press('bodies.attendance.confirm');
  await office.button('bodies.attendance.begin-correction').waitFor();
};
