/** What somebody wants to happen once, however often the button is pressed or the connection breaks. */
export interface Intent {
  /** The key for this body: the same while the body stays the same and nothing was answered. */
  keyFor(body: unknown): string;
  /** The intent was fulfilled or refused; the next press is a new one. */
  settle(): void;
}

export const createIntent = (makeKey: () => string = () => crypto.randomUUID()): Intent => {
  let open: { key: string; body: string } | undefined;
  return {
    keyFor(body) {
      const text = JSON.stringify(body) ?? '';
      if (open?.body !== text) open = { key: makeKey(), body: text };
      return open.key;
    },
    settle() {
      open = undefined;
    },
  };
};
