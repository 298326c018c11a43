import { createAsync, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { SeatRole } from '../../shared/bodies/facts.ts';
import type { SeatView } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { AppointForm } from './AppointForm.tsx';
import { officeView } from './data.ts';
import { EndTermForm } from './EndTermForm.tsx';

const ROLES: readonly SeatRole[] = ['member', 'deputy'];

const Role = (props: { body: string; seat: SeatView; as: SeatRole }) => (
  <section class="stack">
    <h2 class="kern-heading-medium">{t(`bodies.seats.as.${props.as}`)}</h2>
    <Show when={props.seat[props.as]} fallback={<AppointForm body={props.body} seat={props.seat.seat} as={props.as} />}>
      {(holder) => (
        <>
          <p class="kern-body">
            <Isolate>{holder().name}</Isolate> · {t('bodies.seats.since')} <DayText day={holder().from} />
          </p>
          <EndTermForm body={props.body} seat={props.seat.seat} as={props.as} />
        </>
      )}
    </Show>
  </section>
);

/** One seat: who sits there, from when until when; appointing and ending a term. */
export const SeatPage = () => {
  const params = useParams<{ body: string; seat: string }>();
  const found = createAsync(() => officeView(params.body));
  return (
    <Show when={found()}>
      {(office) => (
        <Show when={office().seats.find((one) => one.seat === params.seat)} fallback={<NotFound />}>
          {(seat) => (
            <Page
              title={seat().label}
              typed
              above={
                <LinkButton href={`/bodies/${office().id}/office`} kind="tertiary" icon="back">
                  {t('bodies.office.back')}
                </LinkButton>
              }
              lead={t('bodies.seats.page-lead')}
            >
              <For each={ROLES}>{(as) => <Role body={office().id} seat={seat()} as={as} />}</For>
            </Page>
          )}
        </Show>
      )}
    </Show>
  );
};
