import type { Flaw } from '../../shared/kernel/result.ts';
import { flawsOfDraft, type Answer, type Answers, type Question, type Section } from '../../shared/programmes/form.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { isUnfinished } from './day-answer.ts';
import { rowFlaws, storableRows, type TypedRow } from './typed-rows.ts';

const rowsIn = (question: Question, answer: Answer | undefined): readonly TypedRow[] | undefined =>
  question.kind === 'amounts' && Array.isArray(answer) ? (answer as readonly TypedRow[]) : undefined;

const flawsAt = (question: Question, answer: Answer): Flaw[] => {
  const rows = rowsIn(question, answer);
  if (question.kind !== 'amounts' || rows === undefined)
    return flawsOfDraft({ id: '', questions: [question] }, { [question.id]: answer }).map((flaw) =>
      question.kind === 'day' ? { ...flaw, code: isUnfinished(answer) ? 'day-incomplete' : flaw.code } : flaw,
    );
  const many =
    rows.length > question.maxRows ? [{ path: question.id, code: 'too-big', maximum: question.maxRows }] : [];
  const cells = rows.flatMap((row, at) =>
    rowFlaws(question, row).map(({ field, ...flaw }) => ({ ...flaw, path: `${question.id}.${at}.${field}` })),
  );
  return [...many, ...cells];
};

/** What stands on the page and cannot be stored: too long, not readable, signs that nobody sees. By question, row and field. */
export const flawsOfTyped = (section: Section, typed: Answers): Flaw[] =>
  section.questions.flatMap((question) => {
    const answer = ownOf(typed, question.id);
    return answer === undefined ? [] : flawsAt(question, answer);
  });

/**
 * What can be saved of that which stands on the page: a field that is not right keeps what is stored in it, so that it
 * holds up nothing else and is never taken for empty or zero.
 */
export const storable = (
  section: Section,
  typed: Answers,
  stored: Answers,
  isHeld: (id: string) => boolean,
): Answers => {
  const answers = new Map<string, Answer>();
  for (const question of section.questions) {
    const answer = ownOf(typed, question.id);
    const rows = rowsIn(question, answer);
    const isBroken = answer !== undefined && rows === undefined && flawsAt(question, answer).length > 0;
    const sent =
      isHeld(question.id) || isBroken || (rows?.length ?? 0) > (question.kind === 'amounts' ? question.maxRows : 0)
        ? ownOf(stored, question.id)
        : rows !== undefined && question.kind === 'amounts'
          ? storableRows(question, rows)
          : answer;
    if (sent !== undefined) answers.set(question.id, sent);
  }
  return Object.fromEntries(answers);
};
