const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const LATIN = /\p{Script=Latin}/u;
const OPENS = /[\u2066-\u2068]/;
const CLOSE = '\u2069';

/** Drops closers that would end the isolation from within, and closes what was left open. */
const balanced = (line: string): string => {
  let open = 0;
  let kept = '';
  for (const character of line) {
    if (OPENS.test(character)) open += 1;
    if (character !== CLOSE) kept += character;
    else if (open > 0) {
      open -= 1;
      kept += CLOSE;
    }
  }
  return kept + CLOSE.repeat(open);
};

/**
 * Keeps the direction of a typed line to itself: an Arabic name turns nothing round beside it. A name that mixes
 * (`… e.V.`) runs from the left, as the letter does, so that its last dot stays where it belongs.
 */
const isolated = (line: string): string =>
  RIGHT_TO_LEFT.test(line) ? `${LATIN.test(line) ? '\u2066' : '\u2068'}${balanced(line)}${CLOSE}` : line;

/** Lets a word that is longer than a line break instead of running off the page. */
const breakable = (line: string): string => line.replace(/\S{48}(?=\S)/gu, '$&\u200B');

/** Typed text as lines for setting; the characters stay as they were typed. */
export const typedLines = (text: string): readonly string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line) => isolated(breakable(line)));
