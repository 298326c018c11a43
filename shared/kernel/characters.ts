import { saidOtherwise, UNPRINTABLE } from './printable.ts';

/**
 * The one set of signs for field, submit and notice. A field may call these while somebody types or pastes, the server
 * calls the same when it checks. Pure; positions are UTF-16 units, as `setSelectionRange` counts them.
 */

/** A sign that cannot stay in a text: where it begins, and which it is. */
export interface Sign {
  readonly at: number;
  readonly codePoint: number;
}

/**
 * Signs that nobody sees and that turn pages, letters or amounts round: control characters, bidirectional overrides and
 * isolates, invisible spaces and operators, Hangul fillers, tags, lone surrogates, code points that are no characters.
 * Joiners and the marks of Arabic, Persian and Hebrew writing (U+200C to U+200F, U+061C) stay.
 */
const INVISIBLE =
  /(?![\n\t])\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u115F\u1160\u180E\u200B\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/u;

const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu');

/** What other programs write for the end of a line: Word's line break (U+000B), U+2028, Windows' CR LF. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

const signAt = (text: string, at: number): Sign => ({ at, codePoint: text.codePointAt(at) ?? 0 });

/** The invisible signs that no field takes, in order of their places. */
export const invisibleSigns = (text: string): Sign[] =>
  Array.from(text.matchAll(EVERY_INVISIBLE), ({ index }) => signAt(text, index));

export const hasInvisibleSigns = (text: string): boolean => INVISIBLE.test(text);

/** What no text takes: invisible signs, and `<`, so that no text can ever be read as markup. */
export const unsafeSigns = (text: string): Sign[] => {
  const found = invisibleSigns(text);
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) found.push(signAt(text, at));
  return found.sort((one, other) => one.at - other.at);
};

/** The text as it looks: invisible signs dropped, every kind of line end written as `\n`. */
export const withoutInvisibleSigns = (text: string): string =>
  text.replace(LINE_END, '\n').replace(EVERY_INVISIBLE, '');

/** The signs that no notice can set, in order of their places. */
export const unprintableSigns = (text: string): Sign[] =>
  Array.from(text.matchAll(UNPRINTABLE), ({ index }) => signAt(text, index));

/** `U+200B`. */
export const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** So much of the word before a sign is enough to find it. */
const LONGEST_WORD = 30;

/** The word before a place, to tell people where to look; empty at the beginning. */
export const wordBefore = (text: string, at: number): string =>
  Array.from(text.slice(Math.max(0, at - 2 * LONGEST_WORD), at).replace(EVERY_INVISIBLE, ''))
    .slice(-LONGEST_WORD)
    .join('')
    .trimEnd()
    .split(/\s/)
    .at(-1) ?? '';

/** How people find a sign in their text: the words of a flaw (`kernel.issue.<code>`, by `context`) are made from these. */
export interface SignPlace {
  readonly at: number;
  /** The sign itself, or `U+200B` where nobody would see it. */
  readonly sign: string;
  /** The word before it; empty at the beginning. */
  readonly after: string;
  /** How the same is said in signs that can stay. */
  readonly instead?: string;
  /** Which of the sentences fits: `<code>_<context>`; without it `<code>`. */
  readonly context?: string;
}

export const signPlace = (text: string, { at, codePoint }: Sign): SignPlace => {
  const letter = String.fromCodePoint(codePoint);
  const isInvisible = INVISIBLE.test(letter);
  const instead = isInvisible ? undefined : saidOtherwise(letter);
  const after = wordBefore(text, at);
  const context = [
    ...(isInvisible ? ['invisible'] : []),
    ...(instead === undefined ? [] : ['instead']),
    ...(after === '' ? ['first'] : []),
  ].join('-');
  return {
    at,
    sign: isInvisible ? codePointName(codePoint) : letter,
    after,
    ...(instead !== undefined && { instead }),
    ...(context !== '' && { context }),
  };
};
