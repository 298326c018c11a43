import { For } from 'solid-js';
import { paragraphs, t } from '../i18n.ts';

/** Headed parts of a legal text, each a list of paragraphs in the texts. */
export const Sections = (props: { of: string; names: readonly string[] }) => (
  <div class="prose">
    <For each={props.names}>
      {(name) => (
        <section class="stack">
          <h2 class="kern-heading-medium">{t(`legal.${props.of}.${name}.title`)}</h2>
          <For each={paragraphs(`legal.${props.of}.${name}.text`)}>{(text) => <p class="kern-body">{text}</p>}</For>
        </section>
      )}
    </For>
  </div>
);
