import type { JSX } from 'solid-js';

/** A form whose check is ours: the browser's own bubbles are in another language and hide each other. */
export const Form = (props: { class?: string; onSubmit: () => void; children: JSX.Element }) => (
  <form
    class={`form ${props.class ?? ''}`}
    novalidate
    onSubmit={(event) => {
      event.preventDefault();
      props.onSubmit();
    }}
  >
    {props.children}
  </form>
);
