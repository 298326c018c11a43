import type { Walker } from './journey-walker.ts';

/** The desk of the demo board's office. */
export const OFFICE = '/bodies/body-bezirk-03/office';

/** Opens a sitting that is over and whose list nobody has confirmed yet; the office sees which ones wait. */
export const openPastSitting = async (office: Walker): Promise<void> => {
  await office.page.goto(OFFICE);
  await office.heading('bodies.office.title').waitFor();
  const waiting = office.page.getByRole('article').filter({ hasText: office.say('bodies.sitting.waits') });
  await waiting.first().getByRole('link').click();
  await office.heading('bodies.attendance.title', 2).waitFor();
};

/** Says that all members were there, and confirms. */
export const confirmAllPresent = async (office: Walker): Promise<void> => {
  await office.press('bodies.attendance.all');
  await office.press('bodies.attendance.confirm');
  await office.button('bodies.attendance.begin-correction').waitFor();
};
