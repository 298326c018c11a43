import { ownOf } from '../kernel/own.ts';
import { isDay } from '../kernel/day.ts';
import { MAX_CENTS } from '../kernel/cents.ts';
import type { Flaw } from '../kernel/result.ts';
import { signPlace, unprintableSigns, unsafeSigns } from '../kernel/characters.ts';

/**
 * A form is data: it drives the page, the check, the record, the annex and the translation. A version never changes once
 * a draft uses it; a new wording or question is a new version, and running drafts keep theirs.
 * Labels and help lie in locales under `programmes.form.<question>.label|help|option.<value>`.
 */
export interface Form {
  readonly id: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly questions: readonly Question[];
}

interface Base {
  readonly id: string;
  readonly required: boolean;
  /** Asked only if that question of the same section has this answer. */
  readonly when?: { readonly question: string; readonly is: Answer };
}

export type Question =
  /** `printed`: the words will stand in the notice, so they are asked for in a script that it can set. */
  | (Base & { readonly kind: 'line' | 'prose'; readonly max: number; readonly printed?: boolean })
  | (Base & { readonly kind: 'choice'; readonly options: readonly string[] })
  /** `mustBe`: another answer is possible, but then the application is not eligible, and the page says so at once. */
  | (Base & { readonly kind: 'yesNo'; readonly mustBe?: boolean })
  | (Base & { readonly kind: 'confirm' })
  | (Base & { readonly kind: 'day' })
  /** Rows of a financing plan: a category, what it is, the amount in cents. */
  | (Base & { readonly kind: 'amounts'; readonly categories: readonly string[]; readonly maxRows: number });

export interface AmountRow {
  readonly category: string;
  readonly label: string;
  readonly cents: number;
}

export type Answer = string | boolean | readonly AmountRow[];

export type Answers = Readonly<Record<string, Answer>>;

const textFlaws = (question: Question & { kind: 'line' | 'prose' }, answer: unknown, path: string): Flaw[] => {
  if (typeof answer !== 'string') return [{ path, code: 'wrong-type' }];
  if (answer.length > question.max) return [{ path, code: 'too-long', maximum: question.max }];
  const [unsafe] = unsafeSigns(answer);
  if (unsafe !== undefined) return [{ path, code: 'unsafe-characters', ...signPlace(answer, unsafe) }];
  const [unprintable] = question.printed === true ? unprintableSigns(answer) : [];
  if (unprintable !== undefined) return [{ path, code: 'unprintable', ...signPlace(answer, unprintable) }];
  return question.kind === 'line' && /[\n\t]/.test(answer) ? [{ path, code: 'one-line' }] : [];
};

const AMOUNT_FIELDS = ['category', 'label', 'cents'];

const rowFlaws = (categories: readonly string[], row: unknown, path: string): Flaw[] => {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return [{ path, code: 'wrong-type' }];
  const { category, label, cents } = row as Partial<AmountRow>;
  const flaws: Flaw[] = Object.keys(row)
    .filter((key) => !AMOUNT_FIELDS.includes(key))
    .map((key) => ({ path: `${path}.${key.slice(0, 64)}`, code: 'unknown-field' }));
  if (!categories.includes(String(category))) flaws.push({ path: `${path}.category`, code: 'wrong-type' });
  flaws.push(...textFlaws({ id: '', required: true, kind: 'line', max: 120, printed: true }, label, `${path}.label`));
  if (!Number.isSafeInteger(cents)) flaws.push({ path: `${path}.cents`, code: 'wrong-type' });
  else if (cents! < 0) flaws.push({ path: `${path}.cents`, code: 'too-small' });
  else if (cents! > MAX_CENTS / 100) flaws.push({ path: `${path}.cents`, code: 'too-big' });
  return flaws;
};

const amountsFlaws = (question: Question & { kind: 'amounts' }, answer: unknown, path: string): Flaw[] => {
  if (!Array.isArray(answer)) return [{ path, code: 'wrong-type' }];
  if (answer.length > question.maxRows) return [{ path, code: 'too-big', maximum: question.maxRows }];
  return answer.flatMap((row, index) => rowFlaws(question.categories, row, `${path}.${index}`));
};

const answerFlaws = (question: Question, answer: unknown, path: string): Flaw[] => {
  switch (question.kind) {
    case 'line':
    case 'prose':
      return textFlaws(question, answer, path);
    case 'choice':
      return answer === '' || question.options.includes(String(answer)) ? [] : [{ path, code: 'wrong-type' }];
    case 'yesNo':
    case 'confirm':
      return typeof answer === 'boolean' ? [] : [{ path, code: 'wrong-type' }];
    case 'day':
      return answer === '' || (typeof answer === 'string' && isDay(answer)) ? [] : [{ path, code: 'not-a-day' }];
    case 'amounts':
      return amountsFlaws(question, answer, path);
  }
};

/** Whether a section may be stored as a draft: every given answer has the right form; gaps are fine. */
export const flawsOfDraft = (section: Section, answers: Readonly<Record<string, unknown>>): Flaw[] =>
  Object.entries(answers).flatMap(([id, answer]) => {
    const question = section.questions.find((one) => one.id === id);
    return question === undefined
      ? [{ path: id.slice(0, 64), code: 'unknown-field' }]
      : answerFlaws(question, answer, id);
  });

/** Whether the question is asked at all, given the other answers of its section. */
export const isAsked = (question: Question, answers: Answers): boolean =>
  question.when === undefined || ownOf(answers, question.when.question) === question.when.is;

const isMissing = (question: Question, answer: Answer | undefined): boolean => {
  if (answer === undefined) return true;
  if (question.kind === 'confirm') return answer !== true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Array.isArray(answer) && answer.length === 0;
};

const incompleteRows = (answer: Answer | undefined, path: string): Flaw[] =>
  Array.isArray(answer)
    ? (answer as readonly AmountRow[]).flatMap((row, index) => [
        ...(row.label.trim() === '' ? [{ path: `${path}.${index}.label`, code: 'empty' }] : []),
        ...(row.cents === 0 ? [{ path: `${path}.${index}.cents`, code: 'too-small' }] : []),
      ])
    : [];

const questionGaps = (question: Question, answers: Answers, path: string): Flaw[] => {
  if (!isAsked(question, answers)) return [];
  const answer = ownOf(answers, question.id);
  if (isMissing(question, answer)) return question.required ? [{ path, code: 'empty' }] : [];
  if (question.kind === 'yesNo' && question.mustBe !== undefined && answer !== question.mustBe)
    return [{ path, code: 'not-eligible' }];
  return incompleteRows(answer, path);
};

/** What is still missing before the section may be submitted; paths begin with the section's id. */
export const gapsOf = (section: Section, answers: Answers): Flaw[] =>
  section.questions.flatMap((question) => questionGaps(question, answers, `${section.id}.${question.id}`));
