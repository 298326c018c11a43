import { For } from 'solid-js';
import { Isolate } from './Isolate.tsx';

export interface ViewLink {
  readonly href: string;
  readonly text: string;
  readonly isHere: boolean;
}

/** Ways to look at the same thing: queues of a list, offices of a person. */
export const ViewLinks = (props: { label: string; links: readonly ViewLink[] }) => (
  <nav aria-label={props.label}>
    <ul class="plain-list row">
      <For each={props.links}>
        {(link) => (
          <li>
            <a
              class="kern-link kern-link--no-visited-state view-link"
              href={link.href}
              aria-current={link.isHere ? 'page' : undefined}
            >
              <Isolate>{link.text}</Isolate>
            </a>
          </li>
        )}
      </For>
    </ul>
  </nav>
);
