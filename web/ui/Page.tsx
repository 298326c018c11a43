import { createEffect, onMount, Show, type JSX } from 'solid-js';
import { t } from '../i18n.ts';
import { arrivedByNavigation } from './arrival.ts';
import { Isolate } from './Isolate.tsx';

/** The frame of every page: document title, heading that takes the focus after a navigation, lead and content. */
export const Page = (props: {
  title: string;
  /** The title was typed by people and finds its own direction. */
  typed?: boolean;
  above?: JSX.Element;
  lead?: JSX.Element;
  children: JSX.Element;
}) => {
  let heading!: HTMLHeadingElement;
  createEffect(() => {
    document.title = `${props.title} – ${t('ui.name')}`;
  });
  onMount(() => {
    // The page is put into the document after this, once everything that it waits for is there.
    if (arrivedByNavigation()) requestAnimationFrame(() => heading.focus({ preventScroll: true }));
  });
  return (
    <div class="page">
      <div class="page__head">
        {props.above}
        <h1 class="kern-heading-x-large" tabindex={-1} ref={heading}>
          <Show when={props.typed} fallback={props.title}>
            <Isolate>{props.title}</Isolate>
          </Show>
        </h1>
        <Show when={props.lead}>
          <p class="kern-body kern-body--large page__lead">{props.lead}</p>
        </Show>
      </div>
      {props.children}
    </div>
  );
};
