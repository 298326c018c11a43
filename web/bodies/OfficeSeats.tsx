import { For, Show } from 'solid-js';
import type { OfficeView, SeatHolder, SeatView } from '../../shared/bodies/views.ts';
import type { SeatRole } from '../../shared/bodies/facts.ts';
import { t } from '../i18n.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { NewSeat } from './NewSeat.tsx';

const Holder = (props: { as: SeatRole; holder: SeatHolder | undefined }) => (
  <p class="kern-body">
    {t(`bodies.seats.as.${props.as}`)}:{' '}
    <Show when={props.holder} fallback={t('bodies.seats.vacant')}>
      {(holder) => (
        <>
          <Isolate>{holder().name}</Isolate>{' '}
          <span class="kern-body--small">
            ({t('bodies.seats.since')} <DayText day={holder().from} />
            <Show when={holder().until}>
              {(until) => (
                <>
                  {' '}
                  {t('bodies.seats.until')} <DayText day={until()} />
                </>
              )}
            </Show>
            )
          </span>
          <Show when={holder().isPublicServant}> · {t('bodies.seats.public-servant')}</Show>
        </>
      )}
    </Show>
  </p>
);

const Seat = (props: { body: string; seat: SeatView }) => (
  <li class="entry stack stack--close">
    <h3 class="kern-heading-small">
      <Isolate>{props.seat.label}</Isolate>
    </h3>
    <Holder as="member" holder={props.seat.member} />
    <Holder as="deputy" holder={props.seat.deputy} />
    <div class="actions">
      <LinkButton href={`/bodies/${props.body}/office/seats/${props.seat.seat}`} kind="tertiary" icon="edit">
        {t('bodies.seats.change')}
        <span class="heard"> {props.seat.label}</span>
      </LinkButton>
    </div>
  </li>
);

/** Who holds which seat today, and the way to change it. */
export const OfficeSeats = (props: { office: OfficeView }) => (
  <section class="stack">
    <h2 class="kern-heading-medium">{t('bodies.seats.title')}</h2>
    <ul class="plain-list">
      <For each={props.office.seats} fallback={<li class="kern-body">{t('bodies.seats.none')}</li>}>
        {(seat) => <Seat body={props.office.id} seat={seat} />}
      </For>
    </ul>
    <Accordion title={t('bodies.seats.add')}>
      <NewSeat body={props.office.id} />
    </Accordion>
  </section>
);
