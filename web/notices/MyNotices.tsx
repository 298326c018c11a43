import { createAsync, useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { t } from '../i18n.ts';
import { isApplicant, isMember, isSessionKnown, session } from '../session.ts';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { OfficialPage } from '../ui/OfficialPage.tsx';
import { Page } from '../ui/Page.tsx';
import { PagedList } from '../ui/PagedList.tsx';
import { ViewLinks } from '../ui/ViewLinks.tsx';
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

const List = (props: { of: 'me' | undefined }) => {
  const first = createAsync(() => myNotices(props.of));
  const whose = () => (props.of === undefined ? 'organisation' : 'me');
  return (
    <PagedList
      label={t('notices.list.title')}
      empty={t(`notices.list.empty.${whose()}`)}
      first={first()}
      more={(cursor) => myNotices(props.of, cursor)}
    >
      {(line) => <NoticeCard line={line} />}
    </PagedList>
  );
};

/** The notices to one's organisation or to oneself as a volunteer, newest first. */
export const MyNotices = () => {
  const [search] = useSearchParams();
  const hasBoth = () => isApplicant(session()) && isMember(session());
  const of = () => (isMember(session()) && (!hasBoth() || search['of'] === 'me') ? 'me' : undefined);
  const whose = () => of() ?? 'organisation';
  return (
    <OfficialPage for={isSessionKnown() ? session() : undefined}>
      {() => (
        <Page title={t('notices.list.title')} lead={t(`notices.list.lead.${whose()}`)}>
          <Show when={hasBoth()}>
            <ViewLinks
              label={t('notices.list.whose')}
              links={(['organisation', 'me'] as const).map((one) => ({
                href: one === 'me' ? '/notices?of=me' : '/notices',
                text: t(`notices.list.of-${one}`),
                isHere: one === whose(),
              }))}
            />
          </Show>
          <List of={of()} />
        </Page>
      )}
    </OfficialPage>
  );
};
