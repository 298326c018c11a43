import type { Flaw } from '../../shared/kernel/result.ts';
import type { Question, Section } from '../../shared/programmes/form.ts';
import type { FieldFault } from '../ui/ErrorSummary.tsx';
import { flawText, labelOf } from './question-text.ts';

const pathOf = (section: Section, question: Question): string => `${section.id}.${question.id}`;

/** What is wrong with an answer as a whole. */
export const errorOf = (gaps: readonly Flaw[], section: Section, question: Question): string | undefined => {
  const flaw = gaps.find((gap) => gap.path === pathOf(section, question));
  return flaw && flawText(flaw);
};

/** What is wrong in single cells of a table of amounts, by `<row>.<field>`. */
export const cellErrorsOf = (
  gaps: readonly Flaw[],
  section: Section,
  question: Question,
): Readonly<Record<string, string>> => {
  const start = `${pathOf(section, question)}.`;
  return Object.fromEntries(
    gaps.filter((gap) => gap.path.startsWith(start)).map((gap) => [gap.path.slice(start.length), flawText(gap)]),
  );
};

/** The gaps of one section for its error summary: where the field is, and what is missing. */
export const faultsOf = (gaps: readonly Flaw[], section: Section): FieldFault[] =>
  gaps
    .filter((gap) => gap.path.startsWith(`${section.id}.`))
    .map((gap) => {
      const [, question = '', ...cell] = gap.path.split('.');
      return { name: [question, ...cell].join('-'), text: `${labelOf(question)} – ${flawText(gap)}` };
    });

/** Whether something is still open in the section, and whether it was begun. */
export const stateOf = (section: Section, gaps: readonly Flaw[], begun: boolean): 'done' | 'begun' | 'open' => {
  const open = gaps.some((gap) => gap.path.startsWith(`${section.id}.`));
  return open ? (begun ? 'begun' : 'open') : 'done';
};
