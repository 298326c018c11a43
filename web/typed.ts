import { createSignal, type Accessor } from 'solid-js';
import { forget, keep, kept } from './kept.ts';

export interface Typed<T extends object> {
  readonly now: Accessor<T>;
  change(part: Partial<T>): void;
  /** What was typed has arrived; the next form begins anew. */
  done(): void;
}

/** What is typed into a form, kept in this tab until it has arrived; all but the fields in `secret`. */
export const createTyped = <T extends object>(
  place: string,
  start: T,
  secret: readonly (keyof T & string)[] = [],
): Typed<T> => {
  const [now, setNow] = createSignal<T>({ ...start, ...kept<Partial<T>>(place) });
  return {
    now,
    change(part) {
      const changed = { ...now(), ...part };
      setNow(() => changed);
      keep(
        place,
        Object.fromEntries(Object.entries(changed).filter(([name]) => !secret.some((hidden) => hidden === name))),
      );
    },
    done: () => forget(place),
  };
};
