import { For, Show } from 'solid-js';
import type { PublicSitting } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { Isolate } from '../ui/Isolate.tsx';
import { When } from '../ui/When.tsx';
import { DocumentLink } from './DocumentLink.tsx';
import { SittingTags } from './SittingTags.tsx';

const Sitting = (props: { body: string; sitting: PublicSitting }) => (
  <li class="entry stack">
    <h3 class="kern-heading-small">
      <When from={props.sitting.from} to={props.sitting.to} />
    </h3>
    <p class="kern-body">
      <Isolate>{props.sitting.title}</Isolate>
    </p>
    <SittingTags stage={props.sitting.stage} mode={props.sitting.mode} to={props.sitting.to} />
    <Show when={props.sitting.place}>
      {(place) => (
        <p class="kern-body">
          {t('bodies.sitting.place')}: <Isolate>{place()}</Isolate>
        </p>
      )}
    </Show>
    <div class="actions">
      <For each={props.sitting.documents}>
        {(document) => <DocumentLink body={props.body} sitting={props.sitting.sitting} document={document} />}
      </For>
    </div>
  </li>
);

/** When the body meets, with what it publishes about it. */
export const BodySittings = (props: { body: string; sittings: readonly PublicSitting[] }) => (
  <section class="stack">
    <h2 class="kern-heading-medium">{t('bodies.sittings.title')}</h2>
    <ul class="plain-list">
      <For each={props.sittings} fallback={<li class="kern-body">{t('bodies.sittings.none')}</li>}>
        {(sitting) => <Sitting body={props.body} sitting={sitting} />}
      </For>
    </ul>
  </section>
);
