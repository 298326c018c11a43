import { createAsync, useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { CaseLine, Queue } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { StatusTag } from '../ui/StatusTag.tsx';
import { Table, type Column } from '../ui/Table.tsx';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { workList } from './data.ts';
import { kindOf } from './stages.ts';

const QUEUES: readonly Queue[] = ['review', 'decision', 'closed'];

const columns = (): Column<CaseLine>[] => [
  {
    title: t('funding.work.case'),
    cell: (line) => (
      <a class="kern-link" href={`/funding/cases/${line.id}`}>
        <Isolate>{line.caseNumber}</Isolate>
      </a>
    ),
  },
  {
    title: t('funding.work.application'),
    cell: (line) => (
      <>
        <Isolate>{line.title}</Isolate>
        <br />
        <Isolate>{line.organisation.name}</Isolate>
      </>
    ),
  },
  {
    title: t('funding.work.stage'),
    cell: (line) => (
      <span class="row">
        <StatusTag kind={kindOf(line.stage)} text={t(`funding.stage.${line.stage}`)} />
        <Show when={line.isLate}>
          <StatusTag kind="warning" text={t('funding.work.late')} />
        </Show>
      </span>
    ),
  },
  { title: t('funding.work.since'), cell: (line) => <InstantText at={line.since} /> },
  { title: t('funding.work.officer'), cell: (line) => <Isolate>{line.officer ?? '–'}</Isolate> },
  {
    title: t('funding.work.requested'),
    numeric: true,
    cell: (line) => <Money cents={line.grantedCents ?? line.requestedCents ?? 0} />,
  },
];

const asQueue = (text: unknown): Queue => QUEUES.find((queue) => queue === text) ?? 'review';

/** What the authority has to do, oldest first. */
export const WorkList = () => {
  const [search] = useSearchParams();
  const queue = () => asQueue(search['queue']);
  const first = createAsync(() => workList(queue()));
  const list = paged(first, (cursor) => workList(queue(), cursor));
  return (
    <Show when={first()}>
      <Page title={t('funding.work.title')} lead={t('funding.work.lead')}>
        <ViewLinks
          label={t('funding.work.queues')}
          links={QUEUES.map((one) => ({
            href: `/funding/work-list?queue=${one}`,
            text: t(`funding.work.queue.${one}`),
            isHere: queue() === one,
          }))}
        />
        <Table
          caption={t(`funding.work.queue.${queue()}`)}
          columns={columns()}
          rows={list.items()}
          wide
          empty={t('funding.work.empty')}
        />
        <Show when={list.next()}>
          <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
        </Show>
      </Page>
    </Show>
  );
};
