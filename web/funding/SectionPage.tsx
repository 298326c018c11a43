import { createAsync, useParams } from '@solidjs/router';
import { createMemo, For, Show, untrack } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { isAsked, type Section } from '../../shared/programmes/form.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { t, textIf } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { SaveState } from '../ui/SaveState.tsx';
import { caseView } from './data.ts';
import { cellErrorsOf, errorOf } from './gaps.ts';
import { PlanSum } from './PlanSum.tsx';
import { QuestionField } from './QuestionField.tsx';
import { sectionForm } from './section-form.ts';
import { TheirsAlert } from './TheirsAlert.tsx';

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
      <ErrorSummary faults={form.faults()} />
      <Show when={form.saver.theirs()}>
        {(theirs) => (
          <TheirsAlert mine={form.answers()} theirs={theirs()} section={props.section} onSettle={form.settle} />
        )}
      </Show>
      <For each={[form.round()]}>
        {() => (
          <For each={props.section.questions}>
            {(question) => (
              <Show when={isAsked(question, form.answers())}>
                <QuestionField
                  question={question}
                  answer={form.answers()[question.id]}
                  error={errorOf(form.gaps(), props.section, question)}
                  cellErrors={cellErrorsOf(form.gaps(), props.section, question)}
                  onAnswer={(value) => form.answer(question.id, value)}
                />
              </Show>
            )}
          </For>
        )}
      </For>
      <Show when={props.section.id === 'plan'}>
        <PlanSum answers={form.answers()} />
      </Show>
      <Show when={form.saver.problem()}>{(problem) => <ProblemAlert problem={problem()} />}</Show>
      <div class="actions">
        <Button type="submit">{t('funding.section.next')}</Button>
        <Button kind="secondary" onClick={() => void form.go(false)}>
          {t('funding.section.overview')}
        </Button>
        <SaveState saving={form.saver.saving()} />
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
                <LinkButton href={`/funding/cases/${shown().found.id}`} kind="tertiary" icon="back">
                  {t('funding.section.back')}
                </LinkButton>
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
