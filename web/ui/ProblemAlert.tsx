import { For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { headingOf, type Problem } from '../problem.ts';
import { Alert } from './Alert.tsx';
import { Isolate } from './Isolate.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { SignInLink } from './SignInLink.tsx';

/** Shows a problem in words: what happened, what was kept, what to do next. Takes the place of "an error occurred". */
export const ProblemAlert = (props: { problem: Problem }) => {
  const isStale = () => props.problem.refusal === 'sign-in-again';
  const key = () => (isStale() ? 'ui.sign-in-again' : `ui.problem.${props.problem.kind}`);
  return (
    <Alert
      kind={props.problem.kind === 'refused' ? 'warning' : 'danger'}
      title={isStale() ? t('ui.sign-in-again.title') : t(`ui.problem.${headingOf(props.problem)}.title`)}
      urgent
    >
      <p class="kern-body">{props.problem.detail ?? t(`${key()}.body`)}</p>
      <Show when={props.problem.issues?.length}>
        <ul class="kern-list kern-list--bullet">
          <For each={props.problem.issues}>{(issue) => <li>{issue.message}</li>}</For>
        </ul>
      </Show>
      <Show when={props.problem.reference}>
        {(code) => (
          <p class="kern-body">
            {t('ui.problem.reference')} <Isolate>{code()}</Isolate>
          </p>
        )}
      </Show>
      <Show when={props.problem.kind === 'signed-out'}>
        <Show when={isStale()} fallback={<SignInLink />}>
          <SignInAgain />
        </Show>
      </Show>
    </Alert>
  );
};
