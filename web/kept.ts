/** Where typed text waits: the browser's memory of this tab, gone when the tab is closed. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'anteil-kept:';

/**
 * Keeps what was typed on this device until the server has it, so that an ended session or a broken connection loses nothing.
 * It never leaves the tab: shared computers in offices and libraries must not remember it.
 */
export const keep = (place: string, values: unknown, shelf: Shelf = sessionStorage): void => {
  shelf.setItem(PREFIX + place, JSON.stringify(values));
};

export const kept = <T>(place: string, shelf: Shelf = sessionStorage): T | undefined => {
  const text = shelf.getItem(PREFIX + place);
  return text === null ? undefined : (JSON.parse(text) as T);
};

export const forget = (place: string, shelf: Shelf = sessionStorage): void => shelf.removeItem(PREFIX + place);
