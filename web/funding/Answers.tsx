import { For, Show } from 'solid-js';
import { planOf } from '../../shared/funding/plan.ts';
import type { CaseView } from '../../shared/funding/wire.ts';
import { isAsked, type AmountRow, type Answer, type Question } from '../../shared/programmes/form.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { t } from '../i18n.ts';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { Summary } from '../ui/Summary.tsx';
import { Table } from '../ui/Table.tsx';
import { answerText, labelOf, optionText } from './question-text.ts';

const AmountsTable = (props: { question: string; rows: readonly AmountRow[] }) => (
  <Table
    caption={labelOf(props.question)}
    captioned
    columns={[
      {
        title: t('funding.plan.what'),
        cell: (row: AmountRow) => (
          <>
            <Isolate>{row.label}</Isolate>
            <br />
            <span class="kern-body kern-body--small kern-body--muted">{optionText(props.question, row.category)}</span>
          </>
        ),
      },
      { title: t('funding.plan.amount'), numeric: true, cell: (row: AmountRow) => <Money cents={row.cents} /> },
    ]}
    rows={props.rows}
    empty={t('funding.answer.none')}
    footer={[t('funding.plan.sum-short'), <Money cents={props.rows.reduce((sum, row) => sum + row.cents, 0)} />]}
  />
);

const shownAnswer = (question: Question, answer: Answer | undefined) =>
  question.kind === 'amounts' ? (
    <AmountsTable question={question.id} rows={(Array.isArray(answer) ? answer : []) as readonly AmountRow[]} />
  ) : (
    <span class="typed">
      <Isolate>{answerText(question, answer)}</Isolate>
    </span>
  );

/** The whole application to be read through; with ways back to change it while it is a draft. */
export const Answers = (props: { found: CaseView }) => (
  <div class="stack">
    <For each={formOf(props.found.formId).sections}>
      {(section) => {
        const answers = () => ownOf(props.found.sections, section.id) ?? {};
        return (
          <Summary
            title={t(`programmes.section.${section.id}.title`)}
            editHref={props.found.canEdit ? `/funding/cases/${props.found.id}/sections/${section.id}` : undefined}
            items={[
              ...section.questions
                .filter((question) => isAsked(question, answers()))
                .map((question) => ({
                  term: labelOf(question.id),
                  value: shownAnswer(question, ownOf(answers(), question.id)),
                })),
              ...(section.id === 'plan'
                ? [
                    {
                      term: t('funding.plan.requested'),
                      value: <Money cents={planOf(answers()).requestedCents} />,
                    },
                  ]
                : []),
            ]}
          />
        );
      }}
    </For>
    <Show when={props.found.canEdit}>
      <p class="kern-body measure">{t('funding.check.original')}</p>
    </Show>
  </div>
);
