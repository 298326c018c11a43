import { createEffect, onCleanup } from 'solid-js';

/** As often as somebody would look again. */
const AGAIN_MS = 1500;

/** Asks again and again while the server is at work; a connection that drops for a moment does not end it. */
export const watch = (isAtWork: () => boolean, ask: () => Promise<unknown>): void => {
  createEffect(() => {
    if (!isAtWork()) return;
    let isUnderWay = false;
    const again = async () => {
      if (isUnderWay) return;
      isUnderWay = true;
      await ask().catch(() => undefined);
      isUnderWay = false;
    };
    const timer = setInterval(() => void again(), AGAIN_MS);
    onCleanup(() => clearInterval(timer));
  });
};
