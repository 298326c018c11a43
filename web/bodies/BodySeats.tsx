import { For, Show } from 'solid-js';
import type { PublicSeat } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';

/** Who sits there. A name stands here only with that person's consent. */
export const BodySeats = (props: { seats: readonly PublicSeat[] }) => (
  <section class="stack">
    <h2 class="kern-heading-medium">{t('bodies.seats.title')}</h2>
    <p class="kern-body measure">{t('bodies.seats.lead')}</p>
    <ul class="plain-list">
      <For each={props.seats} fallback={<li class="kern-body">{t('bodies.seats.none')}</li>}>
        {(seat) => (
          <li class="entry">
            <p class="kern-body kern-body--bold">
              <Isolate>{seat.label}</Isolate> · {t(`bodies.seats.as.${seat.as}`)}
            </p>
            <p class="kern-body">
              <Show when={seat.name} fallback={t('bodies.seats.unnamed')}>
                {(name) => <Isolate>{name()}</Isolate>}
              </Show>
              <Show when={seat.organisation}>
                {(organisation) => (
                  <>
                    {' · '}
                    {t('bodies.seats.delegated-by')} <Isolate>{organisation()}</Isolate>
                  </>
                )}
              </Show>
            </p>
            <p class="kern-body kern-body--small">
              {t('bodies.seats.since')} <DayText day={seat.from} />
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
