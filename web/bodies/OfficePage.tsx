import { createAsync, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { OfficeView } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { officeView, sittings } from './data.ts';
import { OfficeSeats } from './OfficeSeats.tsx';
import { OfficeSettings } from './OfficeSettings.tsx';
import { SittingCard } from './SittingCard.tsx';

const Sittings = (props: { body: string }) => {
  const first = createAsync(() => sittings(props.body));
  const list = paged(first, (cursor) => sittings(props.body, cursor));
  return (
    <section class="stack">
      <h2 class="kern-heading-medium">{t('bodies.sittings.title')}</h2>
      <div class="actions">
        <LinkButton href={`/bodies/${props.body}/office/plan`} icon="add">
          {t('bodies.office.plan')}
        </LinkButton>
      </div>
      <ul class="plain-list stack">
        <For each={list.items()} fallback={<li class="kern-body">{t('bodies.sittings.none')}</li>}>
          {(line) => (
            <li>
              <SittingCard line={line} forOffice />
            </li>
          )}
        </For>
      </ul>
      <Show when={list.next()}>
        <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
      </Show>
    </section>
  );
};

const Office = (props: { office: OfficeView }) => (
  <Page
    title={t('bodies.office.title')}
    lead={t('bodies.office.lead')}
    above={
      <p class="kern-preline">
        <bdi lang="de">{props.office.name}</bdi>
      </p>
    }
  >
    <Show when={props.office.unread}>
      {(count) => <Alert kind="warning" title={t('bodies.office.unread', { count: count() })} />}
    </Show>
    <Sittings body={props.office.id} />
    <OfficeSeats office={props.office} />
    <OfficeSettings office={props.office} />
    <div class="actions">
      <LinkButton href={`/bodies/${props.office.id}`} kind="tertiary" icon="back">
        {t('bodies.office.public')}
      </LinkButton>
    </div>
  </Page>
);

/** The desk of a body's office: sittings first, then seats and what the body pays. */
export const OfficePage = () => {
  const params = useParams<{ body: string }>();
  const found = createAsync(() => officeView(params.body));
  return <Show when={found()}>{(office) => <Office office={office()} />}</Show>;
};
