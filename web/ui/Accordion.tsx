import type { JSX } from 'solid-js';

/** What is there for those who want it. */
export const Accordion = (props: { title: string; children: JSX.Element }) => (
  <details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title">{props.title}</span>
    </summary>
    <section class="kern-accordion__body stack">{props.children}</section>
  </details>
);
