import { DISTRICTS } from '../../shared/authorities/directory.ts';
import type { Flaw } from '../../shared/kernel/result.ts';
import type { Answer, Question } from '../../shared/programmes/form.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { dayText, moneyText, numberText } from '../format.ts';
import { language, t, textIf } from '../i18n.ts';

export const labelOf = (question: string): string => t(`programmes.form.${question}.label`);

/** Districts keep their German names in every language. */
export const optionText = (question: string, option: string): string =>
  question === 'place' && option in DISTRICTS
    ? DISTRICTS[option as keyof typeof DISTRICTS]
    : t(`programmes.form.${question}.option.${option}`);

/** What the server's sentence does not say: how a field is filled in by hand, and which limit the call sets. */
const OWN_SENTENCES: Readonly<Record<string, string>> = {
  'not-a-day': 'ui.date.unclear',
  'day-incomplete': 'ui.date.incomplete',
  unreadable: 'ui.money.unclear',
  'outside-funding-period': 'funding.gap.outside-funding-period',
  'below-least-grant': 'funding.gap.below-least-grant',
  'above-most-grant': 'funding.gap.above-most-grant',
  'own-share-too-small': 'funding.gap.own-share-too-small',
};

/** Choices are chosen, not filled in. */
const emptyKey = (question: Question | undefined): string => {
  if (question?.kind === 'confirm') return 'funding.gap.not-confirmed';
  if (question?.kind === 'amounts') return 'funding.gap.no-rows';
  return question?.kind === 'yesNo' || question?.kind === 'choice' ? 'funding.gap.not-chosen' : 'kernel.issue.empty';
};

const keyOf = ({ code, path }: Flaw, question: Question | undefined): string => {
  if (code === 'empty') return path.split('.').length > 2 ? 'funding.gap.no-label' : emptyKey(question);
  if (code === 'too-small' && path.endsWith('.cents')) return 'funding.gap.no-amount';
  return ownOf(OWN_SENTENCES, code) ?? `kernel.issue.${code}`;
};

/** Grants are limited in cents, their share in basis points; all other limits are counts. */
const limitText = (code: string, limit: number): string | number => {
  if (code === 'own-share-too-small') return numberText(limit / 100, language());
  return code === 'below-least-grant' || code === 'above-most-grant' ? moneyText(limit, language()) : limit;
};

/** What is wrong, in words that name the limit. */
export const flawText = (flaw: Flaw, question?: Question): string => {
  const { code, maximum, minimum, from, to } = flaw;
  return t(keyOf(flaw, question), {
    ...(maximum !== undefined && { maximum: limitText(code, maximum) }),
    ...(minimum !== undefined && { minimum: limitText(code, minimum) }),
    ...(from !== undefined && { from: dayText(from, language()) }),
    ...(to !== undefined && { to: dayText(to, language()) }),
    ...(flaw.sign !== undefined && {
      sign: flaw.sign,
      after: flaw.after,
      instead: flaw.instead,
      context: flaw.context,
    }),
  });
};

/** Yes or no, in words of the question where a bare yes could be misread. */
export const yesNoText = (question: string, answer: boolean): string =>
  textIf(`programmes.form.${question}.answer.${answer}`) ?? t(answer ? 'funding.answer.yes' : 'funding.answer.no');

/** An answer as it is read through before submitting; tables of amounts are shown by their own part. */
export const answerText = (question: Question, answer: Answer | undefined): string => {
  if (answer === undefined || answer === '') return t('funding.answer.none');
  if (typeof answer === 'string') {
    if (question.kind === 'choice') return optionText(question.id, answer);
    return question.kind === 'day' ? dayText(answer, language()) : answer;
  }
  if (question.kind === 'confirm') return t(answer === true ? 'funding.answer.confirmed' : 'funding.answer.none');
  return yesNoText(question.id, answer === true);
};
