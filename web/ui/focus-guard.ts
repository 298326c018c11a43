/** The headings under which somebody finds the place again. */
const HEADINGS = 'h1, h2, h3';

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The heading of what is left of the place: inside the container at its head, else the last one before it. */
const headingFor = (main: Element, container: Element): HTMLElement | undefined => {
  const own = container.querySelector<HTMLElement>(':scope > h1, :scope > h2, :scope > h3');
  const before = [...main.querySelectorAll<HTMLElement>(HEADINGS)].filter((heading) => isBefore(heading, container));
  return own ?? before.at(-1) ?? main.querySelector<HTMLElement>('h1') ?? undefined;
};

const ancestorsOf = (element: Element, within: Element): Element[] => {
  const found: Element[] = [];
  for (let at = element.parentElement; at !== null && at !== within; at = at.parentElement) found.push(at);
  return [...found, within];
};

/**
 * An act often takes its own button away, and the browser then puts the focus on nothing: people with a keyboard or a screen
 * reader begin anew at the top. Instead the heading of that place gets it. Watches one `main` for good.
 */
export const guardFocus = (main: HTMLElement): void => {
  let focused: Element | undefined;
  let around: Element[] = [];
  main.addEventListener('focusin', ({ target }) => {
    focused = target as Element;
    around = ancestorsOf(focused, main);
  });
  const restore = (): void => {
    if (focused === undefined || focused.isConnected || document.activeElement !== document.body) return;
    focused = undefined;
    const heading = headingFor(main, around.find((one) => one.isConnected) ?? main);
    if (heading === undefined) return;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  new MutationObserver(() => requestAnimationFrame(restore)).observe(main, { childList: true, subtree: true });
};
