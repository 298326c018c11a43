import { createAsync, useNavigate, useParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { t } from '../i18n.ts';
import { createIntent } from '../intent.ts';
import type { Problem } from '../problem.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Answers } from './Answers.tsx';
import { submit } from './acts.ts';
import { caseView } from './data.ts';
import { faultsOf } from './gaps.ts';

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

const Submit = (props: { found: CaseView }) => {
  const navigate = useNavigate();
  const intent = createIntent();
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const press = async () => {
    setBusy(true);
    const answer = await submit(props.found.id, { version: props.found.version }, intent);
    setBusy(false);
    if (answer.ok) navigate(`/funding/cases/${props.found.id}`);
    else setProblem(answer.problem);
  };
  return (
    <div class="stack measure">
      <Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
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
