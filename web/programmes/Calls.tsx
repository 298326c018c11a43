import { createAsync } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { Page } from '../ui/Page.tsx';
import { CallCard } from './CallCard.tsx';
import { calls } from './data.ts';

/** All calls, for everybody. */
export const Calls = () => {
  const found = createAsync(() => calls());
  return (
    <Show when={found()}>
      {(items) => (
        <Page title={t('programmes.calls.title')} lead={t('programmes.calls.lead')}>
          <ul class="doors plain-list">
            <For each={items()} fallback={<li class="kern-body">{t('programmes.calls.empty')}</li>}>
              {(call) => (
                <li>
                  <CallCard call={call} />
                </li>
              )}
            </For>
          </ul>
        </Page>
      )}
    </Show>
  );
};
