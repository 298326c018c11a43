import { Show } from 'solid-js';
import type { BodyLine } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { When } from '../ui/When.tsx';

/** A body in short: whom it advises, and when it meets next. */
export const BodyCard = (props: { body: BodyLine }) => (
  <article class="kern-card kern-card--hug kern-card--interactive">
    <div class="kern-card__container">
      <header class="kern-card__header">
        <p class="kern-preline">{t(`bodies.kind.${props.body.kind}`)}</p>
        <h2 class="kern-title">
          <a class="kern-link kern-link--stretched" href={`/bodies/${props.body.id}`}>
            <bdi lang="de">{props.body.name}</bdi>
          </a>
        </h2>
      </header>
      <p class="kern-body">
        {t('bodies.list.advises')} <bdi lang="de">{props.body.advises}</bdi>
      </p>
      <p class="kern-body">
        <Show when={props.body.next} fallback={t('bodies.list.no-next')}>
          {(next) => (
            <>
              {t('bodies.list.next')} <When from={next().from} to={next().to} />
            </>
          )}
        </Show>
      </p>
    </div>
  </article>
);
