import { For, Show, type JSX } from 'solid-js';
import { t } from '../i18n.ts';

export interface SummaryItem {
  readonly term: string;
  readonly value: JSX.Element;
}

/** A part of what was entered, to be read through, with the way back to change it. */
export const Summary = (props: { title: string; items: readonly SummaryItem[]; editHref?: string | undefined }) => (
  <section class="kern-summary">
    <div class="kern-summary__header">
      <h2 class="kern-heading-medium">{props.title}</h2>
    </div>
    <div class="kern-summary__body">
      <dl class="kern-description-list">
        <For each={props.items}>
          {(item) => (
            <div class="kern-description-list-item">
              <dt class="kern-description-list-item__key">{item.term}</dt>
              <dd class="kern-description-list-item__value">{item.value}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.editHref}>
        {(href) => (
          <a class="kern-link kern-link--no-visited-state" href={href()}>
            {t('ui.summary.change')}
            <span class="heard">: {props.title}</span>
          </a>
        )}
      </Show>
    </div>
  </section>
);
