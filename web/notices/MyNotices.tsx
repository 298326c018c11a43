import { createAsync } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { t } from '../i18n.ts';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { myNotices } from './data.ts';

const NoticeCard = (props: { line: NoticeLine }) => (
  <article class="kern-card kern-card--hug kern-card--interactive">
    <div class="kern-card__container">
      <header class="kern-card__header">
        <p class="kern-preline">
          <Isolate>{props.line.caseNumber}</Isolate>
        </p>
        <h2 class="kern-title">
          <a class="kern-link kern-link--stretched" href={`/notices/${props.line.id}`}>
            {t(`notices.kind.${props.line.kind}`)}: <Isolate>{props.line.title}</Isolate>
          </a>
        </h2>
      </header>
      <p class="kern-body">
        {t('notices.list.of')} <DayText day={props.line.day} />
      </p>
    </div>
  </article>
);

/** The notices to one's organisation, newest first. */
export const MyNotices = () => {
  const first = createAsync(() => myNotices());
  const list = paged(first, (cursor) => myNotices(cursor));
  return (
    <Show when={first()}>
      <Page title={t('notices.list.title')} lead={t('notices.list.lead')}>
        <ul class="plain-list stack">
          <For each={list.items()} fallback={<li class="kern-body">{t('notices.list.empty')}</li>}>
            {(line) => (
              <li>
                <NoticeCard line={line} />
              </li>
            )}
          </For>
        </ul>
        <Show when={list.next()}>
          <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
        </Show>
      </Page>
    </Show>
  );
};
