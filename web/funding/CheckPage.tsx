import { createAsync, useNavigate, useParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { language, t } from '../i18n.ts';
import { createIntent } from '../intent.ts';
import type { Problem } from '../problem.ts';
import { Alert } from '../ui/Alert.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { Answers } from './Answers.tsx';
import { submit } from './acts.ts';
import { caseView, revalidateCase } from './data.ts';
import { faultsOf } from './gaps.ts';
import { waitsHere } from './waiting.ts';

/** What still stands between the draft and its submission, each with the way there. */
const Gaps = (props: { found: CaseView }) => (
  <Alert kind="warning" title={t('funding.check.gaps', { count: props.found.gaps.length })}>
    <ul class="kern-list kern-list--bullet">
      <For each={formOf(props.found.formId).sections}>
        {(section) => (
          <For each={faultsOf(props.found.gaps, section)}>
            {(fault) => (
              <li>
                <a class="kern-link" href={`/funding/cases/${props.found.id}/sections/${section.id}`}>
                  {fault.text}
                </a>
              </li>
            )}
          </For>
        )}
      </For>
    </ul>
  </Alert>
);

/** Words on this device that the server does not have are not part of what is submitted. */
const Waiting = (props: { found: CaseView }) => {
  const sections = () => formOf(props.found.formId).sections.filter(({ id }) => waitsHere(props.found.id, id));
  return (
    <Show when={sections().length > 0}>
      <Alert kind="warning" title={t('funding.check.waiting')}>
        <ul class="kern-list kern-list--bullet">
          <For each={sections()}>
            {({ id }) => (
              <li>
                <a class="kern-link" href={`/funding/cases/${props.found.id}/sections/${id}`}>
                  {t(`programmes.section.${id}.title`)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Alert>
    </Show>
  );
};

const applicantOf = (found: CaseView): SummaryItem[] => [
  { term: t('funding.case.organisation'), value: <Isolate>{found.organisation.name}</Isolate> },
  { term: t('funding.check.call'), value: found.call[language()] },
  { term: t('funding.case.authority'), value: <bdi lang="de">{found.authority}</bdi> },
];

const Submit = (props: { found: CaseView }) => {
  const navigate = useNavigate();
  const intent = createIntent();
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const press = async () => {
    setBusy(true);
    const answer = await submit(props.found.id, { version: props.found.version }, intent);
    setBusy(false);
    if (answer.ok) navigate(`/funding/cases/${props.found.id}`, { state: { isSubmitted: true } });
    else setProblem(answer.problem);
  };
  const reload = async () => {
    await revalidateCase(props.found.id);
    setProblem(undefined);
    announce(t('funding.check.reloaded'));
    document.querySelector('h1')?.focus();
  };
  return (
    <div class="stack measure">
      <Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <Show when={problem()?.refusal === 'changed-meanwhile' || problem()?.refusal === 'incomplete'}>
        <div class="actions">
          <Button kind="secondary" onClick={() => void reload()}>
            {t('funding.check.reload')}
          </Button>
        </div>
      </Show>
      <p class="kern-body">{t('funding.check.meaning')}</p>
      <div class="actions">
        <Button busy={busy()} onClick={() => void press()}>
          {t('funding.check.submit')}
        </Button>
      </div>
    </div>
  );
};

/** Everything once more before it is submitted; a signatory submits exactly what stands here. */
export const CheckPage = () => {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => caseView(params.id));
  return (
    <Show when={found()}>
      {(shown) => (
        <Show when={shown().canEdit} fallback={<NotFound />}>
          <Page
            title={t('funding.check.title')}
            lead={t('funding.check.lead')}
            above={
              <LinkButton href={`/funding/cases/${shown().id}`} kind="tertiary" icon="back">
                {t('funding.section.back')}
              </LinkButton>
            }
          >
            <Show when={shown().gaps.length > 0}>
              <Gaps found={shown()} />
            </Show>
            <Waiting found={shown()} />
            <Summary title={t('funding.check.applicant')} items={applicantOf(shown())} />
            <Answers found={shown()} />
            <Show when={shown().gaps.length === 0}>
              <Show
                when={shown().acts.includes('submit')}
                fallback={<p class="kern-body">{t('funding.task.signatory')}</p>}
              >
                <Submit found={shown()} />
              </Show>
            </Show>
          </Page>
        </Show>
      )}
    </Show>
  );
};
