/** Words that stand in nearly every purpose and find nothing. */
const STOP = new Set(
  'und der die das den dem des ein eine einer von vom für fur mit bei zur zum aus auf the and for of'.split(' '),
);

/** Longest word that is told apart, and most words of one entry that can be found: rows in the table cost money. */
const LONGEST = 40;
const MOST = 25;

const folded = (text: string): string =>
  text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');

/** The words by which a text is found: without case and accents, three letters and more, each once. */
export const wordsOf = (text: string): string[] => {
  const words = folded(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, LONGEST)).filter((word) => !STOP.has(word)))].slice(0, MOST);
};

/** Whether each word of the question begins a word of the text. */
export const matches = (words: readonly string[], question: readonly string[]): boolean =>
  question.every((asked) => words.some((word) => word.startsWith(asked)));
