import { createAsync, useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { CaseLine, Queue } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { authoritiesOf } from '../offices.ts';
import { holdsRole, session } from '../session.ts';
import { AuthorityLinks } from '../ui/AuthorityLinks.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { More } from '../ui/More.tsx';
import { OfficialPage } from '../ui/OfficialPage.tsx';
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
        <a class="kern-link" href={`/funding/cases/${line.id}`}>
          <Isolate>{line.title}</Isolate>
        </a>
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
        <Show when={line.isReturned}>
          <StatusTag kind="warning" text={t('funding.work.returned')} />
        </Show>
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

/** What was asked for; else where the work of this person lies: an approver's is to decide. */
const asQueue = (text: unknown, authority: string | undefined): Queue =>
  QUEUES.find((queue) => queue === text) ?? (holdsRole(session(), 'approver', authority ?? '') ? 'decision' : 'review');

const addressOf = (queue: Queue, authority: string): string =>
  `/funding/work-list?${new URLSearchParams({ queue, authority })}`;

const List = (props: { queue: Queue; authority: string }) => {
  const first = createAsync(() => workList(props.queue, props.authority));
  const list = paged(first, (cursor) => workList(props.queue, props.authority, cursor));
  return (
    <Show when={first()}>
      <Table
        caption={t(`funding.work.queue.${props.queue}`)}
        columns={columns()}
        rows={list.items()}
        wide
        empty={t('funding.work.empty')}
      />
      <Show when={list.next()}>
        <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
      </Show>
    </Show>
  );
};

/** What an authority has to do, oldest first; whoever works for or audits several chooses one. */
export const WorkList = () => {
  const [search] = useSearchParams();
  const authorities = () => authoritiesOf(session(), ['caseOfficer', 'approver', 'auditor']);
  const here = () => authorities().find((id) => id === search['authority']) ?? authorities()[0];
  const queue = () => asQueue(search['queue'], here());
  return (
    <OfficialPage for={here()}>
      {(authority) => (
        <Page title={t('funding.work.title')} lead={t('funding.work.lead')}>
          <AuthorityLinks authorities={authorities()} here={authority()} href={(to) => addressOf(queue(), to)} />
          <ViewLinks
            label={t('funding.work.queues')}
            links={QUEUES.map((one) => ({
              href: addressOf(one, authority()),
              text: t(`funding.work.queue.${one}`),
              isHere: queue() === one,
            }))}
          />
          <List queue={queue()} authority={authority()} />
        </Page>
      )}
    </OfficialPage>
  );
};
