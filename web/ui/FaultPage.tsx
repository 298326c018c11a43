import { revalidate } from '@solidjs/router';
import { Show } from 'solid-js';
import { t } from '../i18n.ts';
import { ProblemError } from '../problem.ts';
import { Button } from './Button.tsx';
import { NotFound } from './NotFound.tsx';
import { Page } from './Page.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

/** In place of a page that could not be shown. */
export const FaultPage = (props: { fault: unknown; again: () => void }) => {
  const problem = () => (props.fault instanceof ProblemError ? props.fault.problem : ({ kind: 'fault' } as const));
  return (
    <Show when={problem().kind !== 'not-found'} fallback={<NotFound />}>
      <Page title={t(problem().kind === 'signed-out' ? 'ui.fault.sign-in' : 'ui.fault.title')}>
        <ProblemAlert problem={problem()} />
        <Show when={problem().kind !== 'signed-out'}>
          <div class="actions">
            <Button kind="secondary" onClick={() => void revalidate().then(() => props.again())}>
              {t('ui.fault.again')}
            </Button>
          </div>
        </Show>
      </Page>
    </Show>
  );
};
