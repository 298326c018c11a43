import type { AmountRow, Answer, Answers } from '../../shared/programmes/form.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import type { TypedRow } from './typed-rows.ts';

const rowText = ({ category, label, cents, typed }: TypedRow): string =>
  JSON.stringify([category, label, cents, typed]);

/** The answer as one text, whatever the order of its fields; nothing, an empty text and no rows are the same. */
const textOf = (answer: Answer | undefined): string => {
  if (typeof answer === 'boolean') return String(answer);
  if (answer === undefined || answer.length === 0) return '';
  return typeof answer === 'string' ? `"${answer}` : `[${answer.map(rowText).join()}`;
};

export const sameAnswer = (one: Answer | undefined, other: Answer | undefined): boolean =>
  textOf(one) === textOf(other);

const idsOf = (...all: readonly Answers[]): string[] => [...new Set(all.flatMap((answers) => Object.keys(answers)))];

export const sameAnswers = (one: Answers, other: Answers): boolean =>
  idsOf(one, other).every((id) => sameAnswer(ownOf(one, id), ownOf(other, id)));

const rowsOf = (answer: Answer | undefined): readonly AmountRow[] | undefined =>
  Array.isArray(answer) ? (answer as readonly AmountRow[]) : answer === undefined ? [] : undefined;

/** Rows have no identity: they are told apart by their place, and only while nobody took one away. */
const mergedRows = (
  base: Answer | undefined,
  mine: Answer | undefined,
  theirs: Answer | undefined,
): readonly AmountRow[] | undefined => {
  const [before, own, other] = [rowsOf(base), rowsOf(mine), rowsOf(theirs)];
  if (before === undefined || own === undefined || other === undefined) return undefined;
  if (own.length < before.length || other.length < before.length) return undefined;
  const rows = before.map((row, at) => {
    const [was, ownText, otherText] = [row, own[at]!, other[at]!].map(rowText);
    if (ownText === was || ownText === otherText) return other[at]!;
    return otherText === was ? own[at]! : undefined;
  });
  if (rows.includes(undefined)) return undefined;
  return [...(rows as AmountRow[]), ...other.slice(before.length), ...own.slice(before.length)];
};

export interface Merged {
  readonly answers: Answers;
  /** The questions which both changed; `answers` holds my own answer there. */
  readonly both: readonly string[];
  /** The questions whose answer is the colleague's now. */
  readonly taken: readonly string[];
}

/** Two people wrote in one section since `base` was read: each keeps what only they changed, question by question. */
export const mergeAnswers = (base: Answers, mine: Answers, theirs: Answers): Merged => {
  const answers = new Map<string, Answer>();
  const both: string[] = [];
  const taken: string[] = [];
  for (const id of idsOf(theirs, mine)) {
    const [was, own, other] = [ownOf(base, id), ownOf(mine, id), ownOf(theirs, id)];
    const rows = mergedRows(was, own, other);
    const isTheirs = sameAnswer(own, was);
    const isMine = sameAnswer(other, was) || sameAnswer(own, other);
    if (isTheirs && !isMine) taken.push(id);
    if (!isTheirs && !isMine && rows === undefined) both.push(id);
    const stands = isTheirs ? other : isMine ? own : (rows ?? own);
    if (stands !== undefined) answers.set(id, stands);
  }
  return { answers: Object.fromEntries(answers), both, taken };
};
