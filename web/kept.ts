/**
 * What was typed and is not on the server yet waits in the browser, so that a broken connection or an ended session loses nothing.
 * It belongs to the person who typed it: nobody else reads it here, signing out takes it away, and so does another person who
 * signs in (docs/decisions/0041).
 */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `tab`: gone when the tab is closed. `device`: long work, still there when the tab is opened anew. */
export type Shelves = { readonly tab: Shelf; readonly device: Shelf };
export type Where = keyof Shelves;

const PREFIX = 'anteil-kept:';
/** After so long nobody looks for it any more. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

interface Note {
  readonly at: number;
  readonly values: unknown;
}

const read = (text: string | null): Note | undefined => {
  try {
    const note = text === null ? undefined : (JSON.parse(text) as Partial<Note> | null);
    return typeof note?.at === 'number' ? (note as Note) : undefined;
  } catch {
    return undefined;
  }
};

const keysOf = (shelf: Shelf): string[] =>
  Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '').filter((key) => key.startsWith(PREFIX));

const dropWhere = (shelves: Shelves, isOver: (key: string, note: Note | undefined) => boolean): void => {
  for (const shelf of Object.values(shelves))
    for (const key of keysOf(shelf)) if (isOver(key, read(shelf.getItem(key)))) shelf.removeItem(key);
};

/** Notes by person and place. Without a person nothing is kept and nothing is found. */
export const createKept = (shelves: () => Shelves, now: () => number = Date.now) => {
  let owner: string | undefined;
  let learnt = (): void => undefined;
  const known = new Promise<void>((resolve) => (learnt = resolve));
  const keyOf = (place: string): string => `${PREFIX}${encodeURIComponent(owner ?? '')}:${place}`;
  return {
    owner: (): string | undefined => owner,
    /** Settles when it is known whose browser this is: no form may look for kept words before. */
    known: (): Promise<void> => known,
    /** This person is signed in: what others left is dropped, as is what is too old. Nobody: what is there waits unread. */
    belongTo: (person: string | undefined): void => {
      owner = person;
      learnt();
      if (person === undefined) return;
      const isOwn = (key: string): boolean => key.startsWith(keyOf(''));
      dropWhere(shelves(), (key, note) => !isOwn(key) || note === undefined || note.at < now() - KEPT_MS);
    },
    /** At signing out: everything goes, and nothing is kept any more. */
    forgetAll: (): void => {
      owner = undefined;
      dropWhere(shelves(), () => true);
    },
    keep: (place: string, values: unknown, where: Where = 'tab'): void => {
      if (owner === undefined) return;
      try {
        shelves()[where].setItem(keyOf(place), JSON.stringify({ at: now(), values } satisfies Note));
      } catch {
        // A full or forbidden storage must not stop anybody from typing.
      }
    },
    kept: <T>(place: string, where: Where = 'tab'): T | undefined =>
      owner === undefined ? undefined : (read(shelves()[where].getItem(keyOf(place)))?.values as T | undefined),
    forget: (place: string, where: Where = 'tab'): void => {
      if (owner !== undefined) shelves()[where].removeItem(keyOf(place));
    },
  };
};

export const { owner, known, belongTo, forgetAll, keep, kept, forget } = createKept(() => ({
  tab: sessionStorage,
  device: localStorage,
}));
