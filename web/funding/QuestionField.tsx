import { createEffect, createSignal, Match, on, Show, Switch, untrack } from 'solid-js';
import type { Answer, Question } from '../../shared/programmes/form.ts';
import { t, textIf } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Checkboxes } from '../ui/Checkboxes.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { Radios } from '../ui/Radios.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AmountRows } from './AmountRows.tsx';
import { answerOfParts, isUnfinished, partsOfAnswer } from './day-answer.ts';
import { labelOf, optionText, yesNoText } from './question-text.ts';
import type { TypedRow } from './typed-rows.ts';

interface QuestionProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly error: string | undefined;
  /** Errors of single cells of a table, by `<row>.<field>`. */
  readonly cellErrors: Readonly<Record<string, string>>;
  readonly onAnswer: (answer: Answer) => void;
}

const DayQuestion = (props: QuestionProps & { field: { name: string; label: string } }) => {
  const [parts, setParts] = createSignal(untrack(() => partsOfAnswer(props.answer)));
  const [left, setLeft] = createSignal(false);
  // A colleague's day was taken over; what is being typed stays as it is typed.
  createEffect(
    on(
      () => props.answer,
      (answer) => answerOfParts(parts()) !== (answer ?? '') && setParts(partsOfAnswer(answer)),
      { defer: true },
    ),
  );
  const typed = (next: ReturnType<typeof parts>) => {
    setParts(next);
    props.onAnswer(answerOfParts(next));
  };
  const unfinished = () => (left() && isUnfinished(props.answer) ? t('ui.date.incomplete') : undefined);
  return (
    <DateInput
      {...props.field}
      error={props.error ?? unfinished()}
      value={parts()}
      onInput={typed}
      onLeave={() => setLeft(true)}
    />
  );
};

const YesNoQuestion = (props: QuestionProps & { field: { name: string; label: string } }) => {
  const mustBe = () => (props.question.kind === 'yesNo' ? props.question.mustBe : undefined);
  return (
    <div class="stack">
      <Radios
        {...props.field}
        error={props.error}
        value={typeof props.answer === 'boolean' ? String(props.answer) : undefined}
        options={[
          { value: 'true', label: yesNoText(props.question.id, true) },
          { value: 'false', label: yesNoText(props.question.id, false) },
        ]}
        onInput={(value) => props.onAnswer(value === 'true')}
      />
      <Show when={mustBe() !== undefined && props.answer !== undefined && props.answer !== mustBe()}>
        <Alert kind="warning" title={t('funding.section.not-eligible')} urgent>
          <p class="kern-body">{t(`programmes.form.${props.question.id}.otherwise`)}</p>
        </Alert>
      </Show>
    </div>
  );
};

/** One question of a form, by its kind. */
export const QuestionField = (props: QuestionProps) => {
  const field = () => ({
    name: props.question.id,
    label: labelOf(props.question.id),
    hint: textIf(`programmes.form.${props.question.id}.help`),
    optional: !props.question.required,
  });
  const is = <K extends Question['kind']>(kind: K) =>
    props.question.kind === kind ? (props.question as Question & { kind: K }) : undefined;
  const text = () => (typeof props.answer === 'string' ? props.answer : '');
  return (
    <Switch>
      <Match when={is('line')}>
        <TextField {...field()} error={props.error} value={text()} onInput={props.onAnswer} />
      </Match>
      <Match when={is('prose')}>
        {(question) => (
          <TextArea {...field()} error={props.error} value={text()} max={question().max} onInput={props.onAnswer} />
        )}
      </Match>
      <Match when={is('choice')}>
        {(question) => (
          <Select
            {...field()}
            error={props.error}
            value={text()}
            options={question().options.map((value) => ({ value, label: optionText(question().id, value) }))}
            onInput={props.onAnswer}
          />
        )}
      </Match>
      <Match when={is('day')}>
        <DayQuestion {...props} field={field()} />
      </Match>
      <Match when={is('yesNo')}>
        <YesNoQuestion {...props} field={field()} />
      </Match>
      <Match when={is('confirm')}>
        <Checkboxes
          {...field()}
          error={props.error}
          values={props.answer === true ? ['yes'] : []}
          options={[{ value: 'yes', label: t('funding.answer.confirm') }]}
          onInput={(values) => props.onAnswer(values.length > 0)}
        />
      </Match>
      <Match when={is('amounts')}>
        {(question) => (
          <AmountRows
            field={{ ...field(), error: props.error }}
            question={question()}
            rows={(Array.isArray(props.answer) ? props.answer : []) as readonly TypedRow[]}
            errors={props.cellErrors}
            onRows={props.onAnswer}
          />
        )}
      </Match>
    </Switch>
  );
};
