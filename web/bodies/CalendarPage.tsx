import { createAsync } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { MemberView } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { asLanguage, nameOf } from '../language.ts';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { calendar, calendarFile, mine } from './data.ts';
import { SittingCard } from './SittingCard.tsx';

const Seats = (props: { member: MemberView }) => (
  <section class="stack">
    <h2 class="kern-heading-medium">{t('bodies.calendar.seats')}</h2>
    <ul class="plain-list">
      <For each={props.member.seats} fallback={<li class="kern-body">{t('bodies.calendar.no-seats')}</li>}>
        {(seat) => (
          <li class="entry">
            <p class="kern-body">
              <a class="kern-link" href={`/bodies/${seat.body}`}>
                <bdi lang="de">{seat.bodyName}</bdi>
              </a>
            </p>
            <p class="kern-body">
              <Isolate>{seat.label}</Isolate> · {t(`bodies.seats.as.${seat.as}`)} · {t('bodies.seats.since')}{' '}
              <DayText day={seat.from} />
              <Show when={seat.until}>
                {(until) => (
                  <>
                    {' '}
                    {t('bodies.seats.until')} <DayText day={until()} />
                  </>
                )}
              </Show>
            </p>
          </li>
        )}
      </For>
    </ul>
  </section>
);

const yes = (is: boolean): string => t(is ? 'bodies.details.yes' : 'bodies.details.no');

const detailsOf = (member: MemberView): SummaryItem[] => {
  const spoken = asLanguage(member.language);
  return [
    { term: t('bodies.details.name'), value: <Isolate>{member.name}</Isolate> },
    { term: t('bodies.details.email'), value: <Isolate>{member.email}</Isolate> },
    { term: t('bodies.details.language'), value: spoken === undefined ? member.language : nameOf(spoken) },
    { term: t('bodies.details.named-short'), value: yes(member.isNamed) },
    { term: t('bodies.details.portal-short'), value: yes(member.acceptsPortalDelivery) },
    {
      term: t('bodies.details.address'),
      value:
        member.address === undefined ? (
          t('bodies.details.no-address')
        ) : (
          <Isolate>
            {member.address.street}, {member.address.postcode} {member.address.town}
          </Isolate>
        ),
    },
  ];
};

const Sittings = () => {
  const first = createAsync(() => calendar());
  const list = paged(first, (cursor) => calendar(cursor));
  return (
    <section class="stack">
      <h2 class="kern-heading-medium">{t('bodies.calendar.coming')}</h2>
      <ul class="plain-list stack">
        <For each={list.items()} fallback={<li class="kern-body">{t('bodies.calendar.none')}</li>}>
          {(line) => (
            <li>
              <SittingCard line={line} withBody>
                <Show when={line.stage === 'planned'}>
                  <div class="actions">
                    <LinkButton href={calendarFile(line.body, line.sitting)} kind="secondary" icon="download" external>
                      {t('bodies.sitting.ics')}
                    </LinkButton>
                  </div>
                </Show>
              </SittingCard>
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

/** A member's coming sittings, seats and details. */
export const CalendarPage = () => {
  const member = createAsync(() => mine());
  return (
    <Show when={member()}>
      {(found) => (
        <Page title={t('bodies.calendar.title')} lead={t('bodies.calendar.lead')}>
          <Sittings />
          <div class="actions">
            <LinkButton href="/compensation">{t('bodies.calendar.to-claims')}</LinkButton>
            <LinkButton href="/account" kind="secondary">
              {t('bodies.calendar.to-account')}
            </LinkButton>
          </div>
          <Seats member={found()} />
          <Summary title={t('bodies.details.title')} items={detailsOf(found())} editHref="/calendar/details" />
        </Page>
      )}
    </Show>
  );
};
