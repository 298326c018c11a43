import type { Journal } from '../../functions/kernel/journal.ts';

/** A journal whose next commit can be stopped just before it happens, to let another one be first. */
export interface HeldJournal extends Journal {
  /** Stops the next commit: `reached` when it is there, `release` lets it go on. */
  hold(): { readonly reached: Promise<void>; readonly release: () => void };
}

export const heldJournal = (around: Journal): HeldJournal => {
  let next: { readonly reach: () => void; readonly released: Promise<void> } | undefined;
  return {
    ...around,
    commit: async (commit) => {
      const held = next;
      next = undefined;
      held?.reach();
      await held?.released;
      return around.commit(commit);
    },
    hold: () => {
      const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      next = { reach: reached.resolve, released: released.promise };
      return { reached: reached.promise, release: released.resolve };
    },
  };
};
