/** Words that stand in nearly every purpose and find nothing. */
const STOP = new Set(
  'und der die das den dem des ein eine einer von vom für fur mit bei zur zum aus auf the and for of'.split(' '),
);

/** Longest word that is told apart, and most words of one entry that can be found: rows in the table cost money. */
const LONGEST = 40;
const MOST = 25;

/** Letters that Unicode does not take apart, as people without them on their keyboard type them. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 'ss', ı: 'i', ł: 'l', đ: 'd', ð: 'd', ø: 'o', æ: 'a', œ: 'o', þ: 'th' }),
);

/** Signs within words that nobody sees or types: soft hyphen, zero-width signs, the Arabic tatweel. */
const UNSEEN = /[\u00AD\u0640\u200B-\u200D\u2060\uFEFF]/gu;

/**
 * One spelling for all that people take for the same word: without case, accents and unseen signs, and with `ue` for `ü` as
 * well as `u`, so that türkisch, tuerkisch and turkisch find each other. Lists hold words in this spelling: who changes it
 * makes the lists anew.
 */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(UNSEEN, '')
    .replace(/[ßıłđðøæœþ]/gu, (letter) => PLAIN.get(letter) ?? letter)
    .replace(/([aou])e/gu, '$1');

/** The words by which a text is found: without case and accents, three letters and more, each once. */
export const wordsOf = (text: string): string[] => {
  const words = folded(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, LONGEST)).filter((word) => !STOP.has(word)))].slice(0, MOST);
};

/** Whether each word of the question begins a word of the text. */
export const matches = (words: readonly string[], question: readonly string[]): boolean =>
  question.every((asked) => words.some((word) => word.startsWith(asked)));
