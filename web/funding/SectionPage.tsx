import { createAsync, useParams } from '@solidjs/router';
import { createMemo, For, Show, untrack } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { isAsked, type Question, type Section } from '../../shared/programmes/form.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { t, textIf } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { SaveState } from '../ui/SaveState.tsx';
import { caseView } from './data.ts';
import { cellErrorsOf } from './gaps.ts';
import { PlanSum } from './PlanSum.tsx';
import { labelOf } from './question-text.ts';
import { QuestionField } from './QuestionField.tsx';
import { sectionForm } from './section-form.ts';
import { TheirsAlert } from './TheirsAlert.tsx';

type Form = ReturnType<typeof sectionForm>;

const SectionQuestion = (props: { form: Form; section: Section; question: Question }) => {
  const conflict = () => ownOf(props.form.saver.conflicts(), props.question.id);
  return (
    <>
      <Show when={conflict()}>
        {(found) => (
          <TheirsAlert
            question={props.question}
            conflict={found()}
            onSettle={(mine) => props.form.settle(props.question.id, mine)}
          />
        )}
      </Show>
      <QuestionField
        question={props.question}
        answer={ownOf(props.form.answers(), props.question.id)}
        error={props.form.faults.errorAt(props.question)}
        cellErrors={cellErrorsOf(props.form.faults.flaws(), props.section, props.question)}
        onAnswer={(value) => props.form.answer(props.question.id, value)}
      />
    </>
  );
};

/** Which answers of a colleague stand on this page now, though the person never saw them change. */
const MergedNote = (props: { form: Form }) => (
  <Show when={props.form.merged()}>
    {(merged) => {
      const fields = () => merged().taken.map(labelOf).join(' · ');
      const { save } = merged();
      return (
        <Alert kind="info" title={t('funding.theirs.merged')} urgent>
          <p class="kern-body">
            {t(`funding.theirs.merged-${save === undefined || save.isOwn ? 'own' : 'named'}`, {
              name: save?.by ?? '',
              fields: fields(),
            })}
          </p>
        </Alert>
      );
    }}
  </Show>
);

/** One section of the application: every stroke is saved, nothing must be complete before one may go on. */
const SectionForm = (props: { found: CaseView; section: Section; next: string }) => {
  const form = untrack(() => sectionForm(props.found, props.section, props.next));
  return (
    <form
      class="form form--wide"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.go(true);
      }}
    >
      <ErrorSummary faults={form.faults.all()} />
      <MergedNote form={form} />
      <For each={props.section.questions}>
        {(question) => (
          <Show when={isAsked(question, form.answers())}>
            <SectionQuestion form={form} section={props.section} question={question} />
          </Show>
        )}
      </For>
      <Show when={props.section.id === 'plan'}>
        <PlanSum answers={form.answers()} />
      </Show>
      <div class="form-state">
        <SaveState saving={form.saver.saving()} />
        <Show when={form.saver.problem()}>{(problem) => <ProblemAlert problem={problem()} />}</Show>
      </div>
      <div class="actions">
        <Button type="submit">{t('funding.section.next')}</Button>
        <Button kind="secondary" onClick={() => void form.go(false)}>
          {t('funding.section.overview')}
        </Button>
      </div>
    </form>
  );
};

const nextOf = (id: string, sections: readonly Section[], section: Section): string => {
  const following = sections[sections.indexOf(section) + 1];
  return following === undefined ? `/funding/cases/${id}/check` : `/funding/cases/${id}/sections/${following.id}`;
};

export const SectionPage = () => {
  const params = useParams<{ id: string; section: string }>();
  const found = createAsync(() => caseView(params.id));
  const place = createMemo(() => {
    const shown = found();
    if (shown === undefined || shown.id !== params.id) return undefined;
    const { sections } = formOf(shown.formId);
    const section = sections.find((one) => one.id === params.section);
    return { found: shown, sections, section: shown.canEdit ? section : undefined };
  });
  return (
    <Show when={place()}>
      {(shown) => (
        <Show when={shown().section} fallback={<NotFound />} keyed>
          {(section) => (
            <Page
              title={t(`programmes.section.${section.id}.title`)}
              above={
                <>
                  <LinkButton href={`/funding/cases/${shown().found.id}`} kind="tertiary" icon="back">
                    {t('funding.section.back')}
                  </LinkButton>
                  <p class="kern-preline">
                    {t('funding.section.part', {
                      number: shown().sections.indexOf(section) + 1,
                      total: shown().sections.length,
                    })}{' '}
                    · <Isolate>{shown().found.title || t('funding.cases.untitled')}</Isolate>
                  </p>
                </>
              }
              lead={textIf(`programmes.section.${section.id}.lead`)}
            >
              <SectionForm
                found={shown().found}
                section={section}
                next={nextOf(shown().found.id, shown().sections, section)}
              />
            </Page>
          )}
        </Show>
      )}
    </Show>
  );
};
