import { createAsync, useParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import type { NoticeView } from '../../shared/notices/wire.ts';
import { t } from '../i18n.ts';
import { createIntent } from '../intent.ts';
import type { Problem } from '../problem.ts';
import { Alert } from '../ui/Alert.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { noticeView, openNotice } from './data.ts';
import { Dispatch } from './Dispatch.tsx';

const dayItem = (term: string, day: string | undefined): SummaryItem[] =>
  day === undefined ? [] : [{ term, value: <DayText day={day} /> }];

const itemsOf = (notice: NoticeView): SummaryItem[] => [
  { term: t('notices.case'), value: <Isolate>{notice.caseNumber}</Isolate> },
  ...dayItem(t('notices.day'), notice.day),
  { term: t('notices.delivery.title'), value: t(`notices.delivery.${notice.delivery.state}`) },
  ...dayItem(t('notices.delivery.delivered-on'), notice.delivery.deliveredOn),
  ...dayItem(t('notices.delivery.remedy-until'), notice.delivery.remedyUntil),
  ...dayItem(t('notices.delivery.provision-ends'), notice.delivery.provisionEnds),
  { term: 'SHA-256', value: <bdi class="hash">{notice.sha256}</bdi> },
];

const Open = (props: { notice: NoticeView }) => {
  const intent = createIntent();
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const [link, setLink] = createSignal<string>();
  const open = async () => {
    setBusy(true);
    const answer = await openNotice(props.notice.id, intent);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    if (link() === undefined) announce(t('notices.open.opened'));
    setLink(answer.value.link);
    location.assign(answer.value.link);
  };
  return (
    <div class="stack">
      <Show when={props.notice.opensByRetrieval}>
        <Alert kind="info" title={t('notices.open.retrieval')}>
          <p class="kern-body">{t('notices.open.retrieval-text')}</p>
        </Alert>
      </Show>
      <Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Show
          when={link()}
          fallback={
            <Button busy={busy()} icon="download" onClick={() => void open()}>
              {t('notices.open.action')}
            </Button>
          }
        >
          {(address) => (
            <LinkButton href={address()} icon="download" external>
              {t('notices.open.again')}
            </LinkButton>
          )}
        </Show>
      </div>
    </div>
  );
};

/** One notice: what it is, whether it took effect, until when a remedy is in time, and the document itself. */
export const NoticePage = () => {
  const params = useParams<{ notice: string }>();
  const found = createAsync(() => noticeView(params.notice));
  return (
    <Show when={found()}>
      {(notice) => (
        <Page
          title={t(`notices.kind.${notice().kind}`)}
          above={
            <p class="kern-preline">
              <Isolate>{notice().caseNumber}</Isolate>
            </p>
          }
          lead={<Isolate>{notice().title}</Isolate>}
        >
          <Open notice={notice()} />
          <Dispatch notice={notice()} />
          <Summary title={t('notices.about')} items={itemsOf(notice())} />
          <p class="kern-body measure">{t('notices.binding')}</p>
          <div class="actions">
            <Show when={notice().application}>
              {(application) => (
                <LinkButton href={`/funding/cases/${application()}`} kind="secondary">
                  {t('notices.to-case')}
                </LinkButton>
              )}
            </Show>
            <Show when={notice().claim}>
              {(claim) => (
                <LinkButton href={`/compensation/${claim()}`} kind="secondary">
                  {t('notices.to-claim')}
                </LinkButton>
              )}
            </Show>
            <Show when={notice().entry}>
              {(entry) => (
                <LinkButton href={`/ledger/entries/${entry()}`} kind="secondary">
                  {t('notices.to-entry')}
                </LinkButton>
              )}
            </Show>
          </div>
        </Page>
      )}
    </Show>
  );
};
