import { createAsync, useNavigate } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import type { CallView } from '../../shared/programmes/wire.ts';
import { t } from '../i18n.ts';
import type { Problem } from '../problem.ts';
import { organisationsOf, session } from '../session.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { SignInLink } from '../ui/SignInLink.tsx';
import { begunBefore, startApplication } from './start.ts';

/** What the organisation has begun or submitted in this call already; a second one stays possible. */
const Before = (props: { cases: ReturnType<typeof begunBefore> extends Promise<infer C> ? C : never }) => (
  <Alert kind="info" title={t('programmes.call.before.title', { count: props.cases.length })}>
    <ul class="kern-list kern-list--bullet">
      <For each={props.cases}>
        {(line) => (
          <li>
            <a class="kern-link" href={`/funding/cases/${line.id}`}>
              <Isolate>{line.title || t('programmes.call.before.untitled')}</Isolate>
            </a>{' '}
            ({t(line.stage === 'draft' ? 'programmes.call.before.draft' : 'programmes.call.before.submitted')}{' '}
            <InstantText at={line.since} />)
          </li>
        )}
      </For>
    </ul>
    <p class="kern-body">{t('programmes.call.before.text')}</p>
  </Alert>
);

const BeginFor = (props: { call: string; organisation: string }) => {
  const navigate = useNavigate();
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const before = createAsync(() => begunBefore(props.call, props.organisation));
  const hasBegun = () => (before()?.length ?? 0) > 0;
  const begin = async () => {
    setBusy(true);
    const started = await startApplication(props.call, props.organisation);
    setBusy(false);
    if (started.ok) navigate(`/funding/cases/${started.value}`);
    else setProblem(started.problem);
  };
  return (
    <Show when={before()}>
      {(cases) => (
        <div class="stack">
          <Show when={hasBegun()}>
            <Before cases={cases()} />
          </Show>
          <Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
          <div class="actions">
            <Button kind={hasBegun() ? 'secondary' : 'primary'} busy={busy()} onClick={() => void begin()}>
              {t(hasBegun() ? 'programmes.call.begin-another' : 'programmes.call.begin')}
            </Button>
          </div>
        </div>
      )}
    </Show>
  );
};

/** The way to a new application: sign in, or begin at once for one's own organisation. */
export const Begin = (props: { call: CallView }) => (
  <div class="stack measure">
    <Show
      when={session()}
      fallback={
        <div class="actions">
          <SignInLink text={t('programmes.call.sign-in')} />
        </div>
      }
    >
      <For each={organisationsOf(session())} fallback={<p class="kern-body">{t('programmes.call.no-organisation')}</p>}>
        {(organisation) => <BeginFor call={props.call.id} organisation={organisation} />}
      </For>
    </Show>
  </div>
);
