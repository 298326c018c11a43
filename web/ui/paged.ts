import { createSignal, type Accessor } from 'solid-js';

export interface Part<T> {
  readonly items: readonly T[];
  readonly next?: string | null;
}

/** A list that grows by pages: `first` is what the page loaded with, `fetchMore` gets the rows behind a cursor. */
export const paged = <T>(first: Accessor<Part<T> | undefined>, fetchMore: (cursor: string) => Promise<Part<T>>) => {
  const [more, setMore] = createSignal<{ of: Part<T>; items: readonly T[]; next: string | null | undefined }>();
  const [busy, setBusy] = createSignal(false);
  const grown = () => {
    const added = more();
    return added !== undefined && added.of === first() ? added : undefined;
  };
  return {
    busy,
    items: (): readonly T[] => [...(first()?.items ?? []), ...(grown()?.items ?? [])],
    next: (): string | undefined => (grown() === undefined ? first()?.next : grown()?.next) ?? undefined,
    fetch: async (): Promise<void> => {
      const [of, cursor] = [first(), (grown() === undefined ? first()?.next : grown()?.next) ?? undefined];
      if (of === undefined || cursor === undefined) return;
      setBusy(true);
      try {
        const part = await fetchMore(cursor);
        setMore({ of, items: [...(grown()?.items ?? []), ...part.items], next: part.next });
      } finally {
        setBusy(false);
      }
    },
  };
};
