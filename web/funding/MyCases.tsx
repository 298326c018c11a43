import { createAsync } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { CaseCard } from './CaseCard.tsx';
import { myCases } from './data.ts';

/** All cases of one's organisation, newest first. */
export const MyCases = () => {
  const first = createAsync(() => myCases());
  const list = paged(first, (cursor) => myCases(cursor));
  return (
    <Show when={first()}>
      <Page title={t('funding.cases.title')} lead={t('funding.cases.lead')}>
        <ul class="plain-list stack">
          <For each={list.items()} fallback={<li class="kern-body">{t('funding.cases.empty')}</li>}>
            {(line) => (
              <li>
                <CaseCard line={line} />
              </li>
            )}
          </For>
        </ul>
        <Show when={list.next()}>
          <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
        </Show>
        <div class="actions">
          <LinkButton href="/programmes/calls" kind={list.items().length === 0 ? 'primary' : 'secondary'}>
            {t('funding.cases.find')}
          </LinkButton>
        </div>
      </Page>
    </Show>
  );
};
