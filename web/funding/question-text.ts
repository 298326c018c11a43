import { DISTRICTS } from '../../shared/authorities/directory.ts';
import type { Flaw } from '../../shared/kernel/result.ts';
import type { Answer, Question } from '../../shared/programmes/form.ts';
import { dayText } from '../format.ts';
import { language, t } from '../i18n.ts';

export const labelOf = (question: string): string => t(`programmes.form.${question}.label`);

/** Districts keep their German names in every language. */
export const optionText = (question: string, option: string): string =>
  question === 'place' && option in DISTRICTS
    ? DISTRICTS[option as keyof typeof DISTRICTS]
    : t(`programmes.form.${question}.option.${option}`);

/** What is wrong, in words; amounts in `kernel.issue` say how much is allowed. */
export const flawText = (flaw: Flaw): string =>
  t(`kernel.issue.${flaw.code}`, {
    ...(flaw.maximum !== undefined && { maximum: flaw.maximum }),
    ...(flaw.minimum !== undefined && { minimum: flaw.minimum }),
    ...(flaw.sign !== undefined && { sign: flaw.sign, after: flaw.after, context: flaw.context }),
  });

/** An answer as it is read through before submitting; tables of amounts are shown by their own part. */
export const answerText = (question: Question, answer: Answer | undefined): string => {
  if (answer === undefined || answer === '') return t('funding.answer.none');
  if (typeof answer === 'string') {
    if (question.kind === 'choice') return optionText(question.id, answer);
    return question.kind === 'day' ? dayText(answer, language()) : answer;
  }
  if (question.kind === 'confirm') return t(answer === true ? 'funding.answer.confirmed' : 'funding.answer.none');
  return t(answer === true ? 'funding.answer.yes' : 'funding.answer.no');
};
