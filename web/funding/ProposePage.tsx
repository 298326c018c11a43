import { createAsync, useParams } from '@solidjs/router';
import { Show, untrack } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Radios } from '../ui/Radios.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { Answers } from './Answers.tsx';
import { caseView } from './data.ts';
import { GrantFields } from './GrantFields.tsx';
import { LawBeside } from './LawBeside.tsx';
import { proposalForm } from './proposal-form.ts';

const ProposalForm = (props: { found: CaseView }) => {
  const form = untrack(() => proposalForm(props.found));
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.propose();
      }}
    >
      <ErrorSummary faults={form.faults()} />
      <Radios
        name="kind"
        label={t('funding.propose.kind')}
        value={form.draft.kind}
        options={[
          { value: 'grant', label: t('funding.propose.grant') },
          { value: 'refusal', label: t('funding.propose.refusal') },
        ]}
        error={form.errorOf('kind')}
        onInput={(kind) => form.change({ kind: kind === 'refusal' ? 'refusal' : 'grant' })}
      />
      <Show when={form.draft.kind === 'grant'}>
        <GrantFields found={props.found} draft={form.draft} errorOf={form.errorOf} onChange={form.change} />
      </Show>
      <TextArea
        name="reasons"
        label={t('funding.propose.reasons')}
        hint={t(`funding.propose.reasons-hint.${form.draft.kind || 'grant'}`)}
        error={form.errorOf('reasons')}
        max={8000}
        rows={8}
        value={form.draft.reasons}
        onInput={(reasons) => form.change({ reasons })}
      />
      <TextArea
        name="examinationNote"
        label={t('funding.propose.examinationNote')}
        hint={t('funding.propose.note-hint')}
        error={form.errorOf('examinationNote')}
        max={8000}
        value={form.draft.examinationNote}
        onInput={(examinationNote) => form.change({ examinationNote })}
      />
      <Show when={form.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={form.busy()}>
          {t('funding.propose.submit')}
        </Button>
        <LinkButton href={`/funding/cases/${props.found.id}`} kind="secondary">
          {t('funding.propose.cancel')}
        </LinkButton>
      </div>
    </form>
  );
};

/** What whoever sent the proposal back wants to have changed. */
const Remark = (props: { found: CaseView }) => (
  <Show when={props.found.returned?.remark}>
    {(remark) => (
      <Alert kind="warning" title={t('funding.propose.returned')}>
        <p class="kern-body typed">
          <Isolate>{remark()}</Isolate>
        </p>
      </Alert>
    )}
  </Show>
);

/** The case officer's proposal; another person decides on it. */
export const ProposePage = () => {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => caseView(params.id));
  return (
    <Show when={found()}>
      {(shown) => (
        <Show when={shown().acts.includes('proposeApproval')} fallback={<NotFound />}>
          <Page title={t('funding.propose.title')} lead={<Isolate>{shown().title}</Isolate>}>
            <Remark found={shown()} />
            <details class="kern-accordion">
              <summary class="kern-accordion__header">
                <span class="kern-title">{t('funding.case.application')}</span>
              </summary>
              <section class="kern-accordion__body">
                <Answers found={shown()} />
              </section>
            </details>
            <LawBeside found={shown()} />
            <ProposalForm found={shown()} />
          </Page>
        </Show>
      )}
    </Show>
  );
};
