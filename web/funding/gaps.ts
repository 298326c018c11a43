import type { Flaw } from '../../shared/kernel/result.ts';
import type { Question, Section } from '../../shared/programmes/form.ts';
import type { FieldFault } from '../ui/ErrorSummary.tsx';
import { flawText, labelOf } from './question-text.ts';

/** A fault at a field, with the code of its rule. */
export interface Fault extends FieldFault {
  readonly code: string;
}

const pathOf = (section: Section, question: Question): string => `${section.id}.${question.id}`;

/** What is wrong with an answer as a whole. */
export const errorOf = (gaps: readonly Flaw[], section: Section, question: Question): string | undefined => {
  const flaw = gaps.find((gap) => gap.path === pathOf(section, question));
  return flaw && flawText(flaw, question);
};

/** What is wrong in single cells of a table of amounts, by `<row>.<field>`. */
export const cellErrorsOf = (
  gaps: readonly Flaw[],
  section: Section,
  question: Question,
): Readonly<Record<string, string>> => {
  const start = `${pathOf(section, question)}.`;
  return Object.fromEntries(
    gaps
      .filter((gap) => gap.path.startsWith(start))
      .toReversed()
      .map((gap) => [gap.path.slice(start.length), flawText(gap)]),
  );
};

/** The gaps of one section for its error summary: where the field is, and what is missing. */
export const faultsOf = (gaps: readonly Flaw[], section: Section): Fault[] =>
  gaps
    .filter((gap) => gap.path.startsWith(`${section.id}.`))
    .map((gap) => {
      const [, id = '', ...cell] = gap.path.split('.');
      const question = section.questions.find((one) => one.id === id);
      return { name: [id, ...cell].join('-'), code: gap.code, text: `${labelOf(id)} – ${flawText(gap, question)}` };
    });

/** Whether something is still open in the section, whether it was begun, and whether an answer there excludes. */
export const stateOf = (
  section: Section,
  gaps: readonly Flaw[],
  begun: boolean,
): 'done' | 'begun' | 'open' | 'excluded' => {
  const own = gaps.filter((gap) => gap.path.startsWith(`${section.id}.`));
  if (own.some(({ code }) => code === 'not-eligible')) return 'excluded';
  return own.length === 0 ? 'done' : begun ? 'begun' : 'open';
};
