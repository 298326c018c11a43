import { createSignal, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { createIntent } from '../intent.ts';
import type { Problem } from '../problem.ts';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { session } from '../session.ts';
import { take } from './acts.ts';
import { Bias } from './Bias.tsx';
import { EarlyStart } from './EarlyStart.tsx';

/** What an official may do now; nothing is shown that would be refused. */
export const Officers = (props: { found: CaseView }) => {
  const intent = createIntent();
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const may = (act: CaseView['acts'][number]) => props.found.acts.includes(act);
  const here = () => `/funding/cases/${props.found.id}`;
  const press = async () => {
    setBusy(true);
    const answer = await take(props.found.id, {}, intent);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
  };
  return (
    <div class="stack">
      <Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Show
          when={may('approve') || may('refuse')}
          fallback={
            <Show when={props.found.proposal}>
              <LinkButton href={`${here()}/decide`} kind="secondary">
                {t('funding.act.preview')}
              </LinkButton>
            </Show>
          }
        >
          <LinkButton href={`${here()}/decide`}>{t('funding.act.decide')}</LinkButton>
        </Show>
        <Show when={may('proposeApproval')}>
          <LinkButton href={`${here()}/propose`} kind={props.found.officer === undefined ? 'secondary' : 'primary'}>
            {t('funding.act.propose')}
          </LinkButton>
        </Show>
        <Show when={may('take') && props.found.officer !== session()?.name}>
          <Button
            kind={props.found.officer === undefined ? 'primary' : 'tertiary'}
            busy={busy()}
            onClick={() => void press()}
          >
            {t(props.found.officer === undefined ? 'funding.act.take' : 'funding.act.take-over')}
          </Button>
        </Show>
      </div>
      <Show when={may('consentEarlyStart')}>
        <EarlyStart found={props.found} />
      </Show>
      <Show when={may('declareBias')}>
        <Bias found={props.found} />
      </Show>
    </div>
  );
};
