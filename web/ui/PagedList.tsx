import { For, Show, type JSX } from 'solid-js';
import { More } from './More.tsx';
import { paged, type Part } from './paged.ts';

/** A list by pages: what the page loaded with, and more on request. */
export const PagedList = <T,>(props: {
  label: string;
  empty: string;
  first: Part<T> | undefined;
  more: (cursor: string) => Promise<Part<T>>;
  children: (item: T) => JSX.Element;
}) => {
  const list = paged(
    () => props.first,
    (cursor) => props.more(cursor),
  );
  return (
    <Show when={props.first}>
      <section aria-label={props.label}>
        <For each={list.items()} fallback={<p class="kern-body">{props.empty}</p>}>
          {(item) => props.children(item)}
        </For>
      </section>
      <Show when={list.items().length > 0}>
        <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
      </Show>
    </Show>
  );
};
