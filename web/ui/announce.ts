import { createSignal } from 'solid-js';

const [announced, setAnnounced] = createSignal('');

/** What the page's live region says; `Site` shows it to screen readers. */
export { announced };

/** Says something politely to those who cannot see that it happened. The same text said twice is read twice. */
export const announce = (text: string): void => {
  setAnnounced((before) => (before === text ? `${text}\u00A0` : text));
};
